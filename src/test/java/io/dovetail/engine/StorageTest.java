package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** When nothing can be kept, everybody is told so within five seconds, and it is over by itself. */
@Tag("postgres")
class StorageTest {

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatIsGoneIsSaidWithinFiveSecondsAndIsBackWithoutARestart() throws Exception {
        EmbeddedPostgres server = server(0);
        int port = server.getPort();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            pool.setUsername("postgres");
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table storage_probe (looked_at timestamp with time zone)");
            }
            Storage storage = new Storage(pool);
            storage.afterSingletonsInstantiated();
            WithoutStorage door = new WithoutStorage(storage);
            storage.look();
            assertThat(storage.health().getStatus()).isEqualTo(Status.UP);
            assertThat(answer(door, "/reviews").getStatus()).isEqualTo(200);

            server.close();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> storage.health().getStatus().equals(Status.DOWN));
            MockHttpServletResponse page = answer(door, "/reviews");
            assertThat(page.getStatus()).isEqualTo(503);
            assertThat(page.getContentAsString())
                    .contains(WithoutStorage.SENTENCE)
                    .doesNotContain("Exception");
            assertThat(answer(door, "/camunda/api/engine/engine/default/task").getContentAsString())
                    .contains("\"message\":\"" + WithoutStorage.SENTENCE + "\"");
            assertThat(answer(door, "/actuator/health/liveness").getStatus()).isEqualTo(200);

            try (EmbeddedPostgres again = server(port)) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> storage.health().getStatus().equals(Status.UP));
                assertThat(answer(door, "/reviews").getStatus()).isEqualTo(200);
                try (Connection connection = pool.getConnection()) {
                    assertThat(connection.isValid(1)).isTrue();
                }
            }
            storage.destroy();
        }
    }

    private EmbeddedPostgres server(int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
    }

    private static MockHttpServletResponse answer(WithoutStorage door, String address) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(new MockHttpServletRequest("GET", address), response, new MockFilterChain());
        return response;
    }
}
