package io.dovetail.security;

import io.dovetail.journey.AccountProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.http.Ssl;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** Where people have an account besides, over HTTPS as for real use, with a certificate that only whoever is told trusts. */
final class SecureProvider implements AutoCloseable {

    private static final String ISSUER = "partnership";
    private static final String PASSWORD = "trusted";

    private final Path trusted;
    private final MockOAuth2Server server;
    private final HttpClient client;

    /** @param folder where its certificate is kept for the nodes */
    SecureProvider(Path folder) throws IOException, GeneralSecurityException {
        Ssl ssl = new Ssl();
        KeyStore keys = ssl.getSslKeystore().getKeyStore();
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry(
                ISSUER, keys.getCertificate(keys.aliases().nextElement()));
        trusted = folder.resolve("trusted.p12").toAbsolutePath();
        try (OutputStream file = Files.newOutputStream(trusted)) {
            certificates.store(file, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(context).build();
        server = new MockOAuth2Server(new OAuth2Config(
                true, null, null, false, new OAuth2TokenProvider(), Set.of(), new MockWebServerWrapper(ssl)));
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    /** What a JVM is told so that it trusts it. */
    String[] trust() {
        return List.of("-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
                .toArray(String[]::new);
    }

    /** What a node is told of it: whoever belongs to its one group is a member of that organisation. */
    Map<String, String> settings(String group, String organisation) {
        return Map.of("SPRING_APPLICATION_JSON", """
                {"dovetail.sign-on.issuer": "%s", "dovetail.sign-on.client-id": "%s", "dovetail.sign-on.client-secret": "%s",
                 "dovetail.sign-on.groups[0].value": "%s", "dovetail.sign-on.groups[0].group": "%s"}
                """.formatted(
                        server.issuerUrl(ISSUER), AccountProvider.CLIENT, AccountProvider.SECRET, group, organisation));
    }

    /** Signs somebody in on its page; the address to which they are sent back. */
    String answer(String question, String subject, Map<String, ?> claims) {
        return AccountProvider.answer(client, question, subject, claims);
    }

    /** What it sends to a program when a session has ended there. */
    String logoutToken(String subject, String session) {
        return server.issueToken(
                        ISSUER,
                        subject,
                        AccountProvider.CLIENT,
                        Map.of(
                                "events",
                                Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()),
                                "sid",
                                session))
                .serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
