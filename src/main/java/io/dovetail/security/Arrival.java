package io.dovetail.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody whom a provider has sent.
 *
 * @param issuer the provider's address
 * @param subject who they are there, for good
 * @param personId who they are here; nothing for somebody nobody here knows
 * @param name what the provider calls them
 * @param email the address it has for them
 * @param firstAt when they came first
 * @param lastAt when they came last
 */
@Table("sign_on")
record Arrival(
        @Id @Nullable Long id,
        String issuer,
        String subject,
        @Nullable String personId,
        String name,
        @Nullable String email,
        Instant firstAt,
        Instant lastAt) {}
