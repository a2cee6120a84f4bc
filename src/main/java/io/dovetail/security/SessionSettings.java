package io.dovetail.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody stays signed in ({@code dovetail.sessions.*}).
 *
 * @param idle after which they are signed out while they do nothing; what an open page asks for by itself is nothing
 * @param longest after which they are signed out in any case
 */
@ConfigurationProperties("dovetail.sessions")
record SessionSettings(
        @DefaultValue("8h") Duration idle,
        @DefaultValue("24h") Duration longest) {}
