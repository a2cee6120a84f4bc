package io.dovetail.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What everybody may read without signing in ({@code dovetail.public.*}).
 *
 * @param from from when a review has a public page: proposal, accepted, published or never
 * @param pagesAMinute how many pages one address may read in a minute without signing in; a paper as PDF counts as 10
 */
@Validated
@ConfigurationProperties("dovetail.public")
public record PublicSettings(
        @DefaultValue("proposal") PublicFrom from,
        @DefaultValue("600") @Min(10) @Max(1_000_000) int pagesAMinute) {}
