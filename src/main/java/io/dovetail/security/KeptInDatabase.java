package io.dovetail.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;

/**
 * Keeps nothing: which session began with which of the provider's is in the database ({@link ProviderSession}), where every node
 * finds it. Without this, everybody who ever signed in would be kept a second time, in the memory of one node.
 */
final class KeptInDatabase implements OidcSessionRegistry {

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {}

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken message) {
        return List.of();
    }
}
