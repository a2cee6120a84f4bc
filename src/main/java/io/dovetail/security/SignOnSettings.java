package io.dovetail.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in with an account they have elsewhere, by OpenID Connect ({@code dovetail.sign-on.*}).
 *
 * @param issuer the provider's address, under which its configuration is found; nothing set: nobody signs in this way
 * @param clientId the name under which the provider knows Dovetail
 * @param clientSecret what Dovetail proves itself with to the provider
 * @param name what the account is called on the sign-in page
 * @param scopes what the provider is asked for; without openid nobody is known
 * @param emailClaim where the person's e-mail address is; whoever the directory names with this address is that person. Empty: addresses count for nothing
 * @param emailsAreVerified whether the provider vouches for every address though it does not say so of each one
 * @param claims where the provider says what somebody belongs to, such as groups or realm_access.roles
 * @param groups what it says there, each with the id of the organisation or the group here that this makes them a member of
 */
@ConfigurationProperties("dovetail.sign-on")
record SignOnSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("your organisation's account") String name,
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
