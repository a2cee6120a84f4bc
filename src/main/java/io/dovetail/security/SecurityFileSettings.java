package io.dovetail.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the security log is kept beside the standard output ({@code dovetail.security-log.*}).
 *
 * @param folder where it is kept, one file a day; empty: on the standard output alone. Each node needs one of its own
 */
@ConfigurationProperties("dovetail.security-log")
record SecurityFileSettings(
        @DefaultValue("data/security-log") String folder) {}
