package io.dovetail.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the security log is kept beside the standard output ({@code dovetail.security-log.*}).
 *
 * @param folder where it is kept, one file a day; empty: on standard output only. Each node needs a folder of its own
 */
@ConfigurationProperties("dovetail.security-log")
record SecurityFileSettings(
        @DefaultValue("data/security-log") String folder) {}
