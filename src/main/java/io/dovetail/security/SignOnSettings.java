package io.dovetail.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in with an account they have elsewhere, by OpenID Connect ({@code dovetail.sign-on.*}).
 *
 * @param issuer the provider's address, where its configuration is found; unless set, nobody signs in this way
 * @param clientId the name under which the provider knows Dovetail
 * @param clientSecret the secret by which the provider knows that it is Dovetail
 * @param name what the account is called on the sign-in page
 * @param scopes what the provider is asked for; without openid nobody is recognised
 * @param emailClaim the claim with the person's e-mail address: whoever the directory names with it is that person. Empty: addresses are ignored
 * @param emailsAreVerified whether every address counts as verified although the provider does not say so of each one
 * @param claims the claims that say what somebody belongs to, such as groups or realm_access.roles
 * @param groups which value of these claims makes somebody a member of which organisation or group here
 */
@ConfigurationProperties("dovetail.sign-on")
record SignOnSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("your organisation’s account") String name,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("email") String emailClaim,
        @DefaultValue("false") boolean emailsAreVerified,
        @DefaultValue("groups") List<String> claims,
        @DefaultValue List<Mapped> groups) {

    /** @param value what the provider says; @param group the id of the group here */
    record Mapped(String value, String group) {}

    boolean isOn() {
        return !issuer.isBlank();
    }
}
