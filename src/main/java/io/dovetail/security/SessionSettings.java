package io.dovetail.security;

import io.dovetail.calendar.Between;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long somebody stays signed in ({@code dovetail.sessions.*}).
 *
 * @param idle how long somebody can do nothing before they are signed out; what an open page asks for by itself does not count as doing something
 * @param longest how long somebody stays signed in at the most
 */
@Validated
@ConfigurationProperties("dovetail.sessions")
record SessionSettings(
        @DefaultValue("8h") @Between(least = "PT1M", most = "PT24H")
        Duration idle,

        @DefaultValue("24h") @Between(least = "PT5M", most = "PT168H")
        Duration longest) {}
