package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A disk without room breaks the embedded database off; it is said to everybody, and once there is room it is over by itself. */
class FullDiskTest {

    @TempDir
    Path folder;

    private final SmallDisk disk = new SmallDisk();
    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void open() {
        FilePath.register(disk);
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        String url = Objects.requireNonNull(
                Objects.requireNonNull(settings.getObject()).getProperty("spring.datasource.url"));
        pool.setJdbcUrl(url.replace("file:./data", "small:" + folder));
        pool.setUsername("sa");
        pool.setPassword("");
    }

    @AfterEach
    void close() {
        SmallDisk.clear();
        pool.close();
        FilePath.unregister(disk);
    }

    @Test
    void whatWasKeptIsThereAndMoreIsKeptOnceThereIsRoom() throws Exception {
        JdbcClient tables = JdbcClient.create(pool);
        tables.sql("create table answer (word varchar(2000))").update();
        tables.sql("create table storage_probe (looked_at timestamp with time zone)")
                .update();
        tables.sql("insert into storage_probe values (current_timestamp)").update();
        keep(tables, "before");
        Storage storage = new Storage(pool);
        WithoutStorage door = new WithoutStorage(storage);
        try {
            await(() -> looked(storage) == Status.UP && answer(door, "/reviews").getStatus() == 200);

            SmallDisk.fill();
            assertThatThrownBy(() -> keep(tables, "lost")).isInstanceOf(DataAccessException.class);

            await(() -> looked(storage) == Status.DOWN);
            for (String address : List.of("/", "/reviews", "/camunda/app/tasklist/default/")) {
                assertThat(looked(storage)).as("still without room").isEqualTo(Status.DOWN);
                MockHttpServletResponse page = answer(door, address);
                assertThat(page.getStatus()).as(address).isEqualTo(503);
                assertThat(page.getContentAsString())
                        .contains(WithoutStorage.SENTENCE)
                        .doesNotContain("Exception");
            }
            assertThat(answer(door, "/actuator/health/liveness").getStatus()).isEqualTo(200);

            SmallDisk.clear();

            await(() -> looked(storage) == Status.UP && answer(door, "/reviews").getStatus() == 200);
            keep(tables, "after");
            assertThat(tables.sql("select word from answer order by word")
                            .query(String.class)
                            .list())
                    .containsExactly("after", "before");
            // It would hold what was typed, and could not be written either.
            assertThat(folder.resolve("dovetail.trace.db")).doesNotExist();
        } finally {
            storage.destroy();
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(condition);
    }

    private static Status looked(Storage storage) {
        storage.look();
        return storage.health().getStatus();
    }

    private static void keep(JdbcClient tables, String word) {
        tables.sql("insert into answer values (?)").param(word).update();
    }

    private static MockHttpServletResponse answer(WithoutStorage door, String address) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(new MockHttpServletRequest("GET", address), response, new MockFilterChain());
        return response;
    }
}
