package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody belongs to is found where each provider says it. */
class ProviderClaimsTest {

    @Test
    void aListOfGroups() {
        assertThat(Claims.at(Map.of("groups", List.of("7c1e9a34", "0b9d")), "groups"))
                .containsExactly("7c1e9a34", "0b9d");
    }

    @Test
    void aTextAlone() {
        assertThat(Claims.at(Map.of("groups", "lantern"), "groups")).containsExactly("lantern");
    }

    @Test
    void rolesWithinSomething() {
        assertThat(Claims.at(Map.of("realm_access", Map.of("roles", List.of("a", "b"))), "realm_access.roles"))
                .containsExactly("a", "b");
    }

    @Test
    void somethingOfEachEntryOfAList() {
        assertThat(Claims.at(
                        Map.of("nhsid_nrbac_roles", List.of(Map.of("org_code", "RX9"), Map.of("role_code", "S8000"))),
                        "nhsid_nrbac_roles.org_code"))
                .containsExactly("RX9");
    }

    @Test
    void aNameWithDots() {
        assertThat(Claims.at(Map.of("https://login.example/roles", List.of("a")), "https://login.example/roles"))
                .containsExactly("a");
        assertThat(Claims.at(
                        Map.of("resource_access", Map.of("dovetail.example", Map.of("roles", List.of("a")))),
                        "resource_access.dovetail.example.roles"))
                .containsExactly("a");
    }

    @Test
    void nothingThatOnlyResemblesIt() {
        assertThat(Claims.at(Map.of("groupset", "a", "realm_access", Map.of("roles", Map.of("a", "b"))), "groups"))
                .isEmpty();
        assertThat(Claims.at(Map.of("realm_access", Map.of("roles", Map.of("a", "b"))), "realm_access.roles"))
                .isEmpty();
    }
}
