package io.dovetail.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Which session here began with which of the provider's, so that it ends with it.
 *
 * @param sessionId the session here
 * @param issuer the provider's address
 * @param subject whose it is there
 * @param providerSession the provider's name of its own session; some give none
 * @param beganAt when
 */
@Table("sign_on_session")
record ProviderSession(
        @Id @Nullable Long id,
        String sessionId,
        String issuer,
        String subject,
        @Nullable String providerSession,
        Instant beganAt) {}
