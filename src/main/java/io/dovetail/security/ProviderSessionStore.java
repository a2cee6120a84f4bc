package io.dovetail.security;

import io.dovetail.keeping.NumberedRows;
import java.time.Instant;
import java.util.List;

interface ProviderSessionStore extends NumberedRows<ProviderSession> {

    List<ProviderSession> findByIssuerAndProviderSession(String issuer, String providerSession);

    List<ProviderSession> findByIssuerAndSubject(String issuer, String subject);

    void deleteBySessionId(String sessionId);

    void deleteByBeganAtBefore(Instant moment);
}
