package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before a new version is put in place, somebody hears whether it would start, and why not; nothing is changed by asking. */
class CheckTest {

    @TempDir
    Path folder;

    private String database = "";

    @BeforeEach
    void aDatabaseOfItsOwn() {
        database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("dovetail");
    }

    @Test
    void whatANewcomerStartsWithIsGoodAndNothingIsMade() throws IOException {
        Said said = asked(database);

        assertThat(said.good()).isTrue();
        assertThat(said.text())
                .contains("Settings: good.", "Directory: good.", "Mail: good.", "which the first start makes in")
                .endsWith("Dovetail would start with these settings.\n");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aMailServerThatAnswersIsGoodAndReceivesNothing() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Said said = asked(
                    database,
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + server.getSmtp().getPort());

            assertThat(said.good()).as(said.text()).isTrue();
            assertThat(said.text()).contains("answers and lets the program in.");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerThatIsAwayIsNamed() throws IOException {
        int nobody = Node.freePort();

        Said said = asked(database, "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + nobody);

        assertThat(said.good()).isFalse();
        assertThat(said.text())
                .contains("Mail: The mail server could not be reached. It is 127.0.0.1:" + nobody)
                .contains("Settings: good.", "Directory: good.");
    }

    @Test
    void everySettingThatIsNotAsItMustBeIsNamedAtOnce() {
        Said said = asked(database, "--dovetail.clock.day=1ms", "--dovetail.mail.off=weekly-news");

        assertThat(said.good()).isFalse();
        assertThat(said.text())
                .contains("Settings: dovetail.clock.day must lie between")
                .contains("Settings: dovetail.mail.off names “weekly-news”, and there is no such mail.")
                .doesNotContain("Exception");
    }

    @Test
    void aDirectoryWithFaultsIsToldWithItsLines() throws IOException {
        Path directory = folder.resolve("partnership.yaml");
        Files.writeString(directory, "areas:\n  - id: here\n    name: Here\n    convenor: nobody\n");

        Said said = asked(database, "--dovetail.directory=" + directory.toUri());

        assertThat(said.good()).isFalse();
        assertThat(said.text()).contains("Directory: ", "line ").contains("Settings: good.");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() throws IOException {
        Said said = asked("--spring.datasource.url=jdbc:postgresql://localhost:" + Node.freePort() + "/dovetail");

        assertThat(said.good()).isFalse();
        assertThat(said.text())
                .contains("Database: The database cannot be reached")
                .doesNotContain("Exception");
    }

    @Test
    void tablesOfANewerVersionAreNotStartedOn() throws SQLException {
        String url = database.substring(database.indexOf("jdbc:"));
        Flyway.configure().dataSource(url, "dovetail", "").load().migrate();
        assertThat(asked(database).text()).contains("with all tables of this version.");
        try (Connection connection = DriverManager.getConnection(url, "dovetail", "")) {
            connection
                    .createStatement()
                    .execute("update \"flyway_schema_history\" set \"version\" = '999' where \"installed_rank\" ="
                            + " (select max(\"installed_rank\") from \"flyway_schema_history\")");
        }

        Said said = asked(database);

        assertThat(said.good()).isFalse();
        assertThat(said.text()).contains("Database: The database was written by a newer Dovetail");
    }

    @Test
    void whatIsOnlyFitForTryingOutIsRefusedForRealUse() {
        Said said = asked("--spring.profiles.active=production");

        assertThat(said.good()).isFalse();
        assertThat(said.text())
                .contains("Settings: ")
                .endsWith("Dovetail would not start or not work with these settings.\n");
    }

    /**
     * What it said.
     *
     * @param good whether it would start
     */
    private record Said(boolean good, String text) {}

    private static Said asked(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        boolean good =
                Check.wouldStart(new PrintStream(said, true, StandardCharsets.UTF_8), all.toArray(String[]::new));
        return new Said(good, said.toString(StandardCharsets.UTF_8).replace("\r", ""));
    }
}
