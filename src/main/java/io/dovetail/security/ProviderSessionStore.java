package io.dovetail.security;

import java.time.Instant;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ProviderSessionStore extends Repository<ProviderSession, Long> {

    ProviderSession save(ProviderSession row);

    List<ProviderSession> findByIssuerAndProviderSession(String issuer, String providerSession);

    List<ProviderSession> findByIssuerAndSubject(String issuer, String subject);

    void deleteBySessionId(String sessionId);

    void deleteByBeganAtBefore(Instant moment);
}
