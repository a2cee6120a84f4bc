package io.dovetail.web;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where strangers report a security fault ({@code dovetail.faults.*}).
 *
 * @param contact where strangers can report it, such as mailto:security@partnership.example or an https page; unless set, no page says where
 */
@Validated
@ConfigurationProperties("dovetail.faults")
record FaultSettings(
        @Pattern(
                regexp = "(mailto:[^\\s@]+@[^\\s@]+|https://[^\\s/]+\\S*)?",
                message = "must begin with mailto: or https://, such as mailto:security@partnership.example")
        @Nullable
        String contact) {}
