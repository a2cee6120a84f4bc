package io.dovetail.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What everybody may read without signing in ({@code dovetail.public.*}).
 *
 * @param from from when on a review has a public page: proposal, accepted, published or never
 * @param pagesAMinute how many pages are read from one address in a minute without signing in; a paper as PDF counts as 10
 */
@ConfigurationProperties("dovetail.public")
public record PublicSettings(
        @DefaultValue("proposal") PublicFrom from,
        @DefaultValue("600") int pagesAMinute) {}
