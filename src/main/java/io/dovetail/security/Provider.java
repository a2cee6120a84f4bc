package io.dovetail.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * Where people have their account, if not here. Its configuration is read when somebody first signs in with it: a provider that is
 * away keeps nobody else out.
 */
@Component
class Provider implements ClientRegistrationRepository {

    /** Part of the addresses that are told to the provider. */
    static final String ID = "sign-on";

    private static final String END_SESSION = "end_session_endpoint";

    private final SignOnSettings settings;
    private @Nullable ClientRegistration known;

    Provider(SignOnSettings settings) {
        this.settings = settings;
        if (settings.isOn() && settings.clientId().isBlank()) {
            throw new InvalidConfigurationPropertyValueException(
                    "dovetail.sign-on.client-id",
                    "",
                    "The provider of dovetail.sign-on.issuer knows Dovetail by a name: set it here, or take the issuer away.");
        }
        if (settings.isOn() && !settings.scopes().contains("openid")) {
            throw new InvalidConfigurationPropertyValueException(
                    "dovetail.sign-on.scopes", settings.scopes(), "Without openid among the scopes nobody is known.");
        }
    }

    @Override
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!settings.isOn() || !ID.equals(id)) {
            return null;
        }
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .clientName(settings.name())
                    .scope(settings.scopes())
                    .build();
        }
        return known;
    }

    /** Where people sign out of their account; none if the provider has no such address. */
    @Nullable
    String endSession() {
        ClientRegistration registration = findByRegistrationId(ID);
        return registration != null
                        && registration
                                        .getProviderDetails()
                                        .getConfigurationMetadata()
                                        .get(END_SESSION)
                                instanceof String address
                ? address
                : null;
    }
}
