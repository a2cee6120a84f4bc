package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.journey.Browserless;
import io.dovetail.mail.ScriptedSmtp;
import io.dovetail.mail.ScriptedSmtp.Act;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.h2.Driver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The drill: what is kept by the script is put back elsewhere by the other one, and the program goes on there weeks later. */
@Tag("program")
class BackupTest {

    private static final String PASSWORD = "Tests-only-7pass";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");
    private static final int REQUESTS = 11;
    private static final int SENT_BEFORE = 5;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostNoMailIsDoubledAndWhatFellDueMeanwhileHappensInOrder() throws Exception {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        Path file = folder.resolve("kept.tar.gz");
        fetchedByMaven(folder.resolve("home"));
        try (ScriptedSmtp mailServer = new ScriptedSmtp();
                ScriptedSmtp later = new ScriptedSmtp()) {
            // Some mails leave, the others have to be tried again.
            mailServer.then(Collections.nCopies(SENT_BEFORE, Act.TAKE));
            mailServer.then(Collections.nCopies(10 * REQUESTS, Act.RECIPIENT_LATER));
            Node first = Node.forTryingOut(here, mailServer.port(), PASSWORD);
            try {
                first.awaitReady();
                assertThat(run("backup", here, file)).contains("Dovetail is running", "stop it first");
                answer(first);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> mailServer.taken().size() == SENT_BEFORE);
                first.stop();
            } finally {
                first.kill();
            }

            assertThat(run("backup", here, file)).contains("Kept in");
            assertThat(run("backup", here, file)).contains("There is a ");
            assertThat(run("restore", there, file)).contains("Restored in");
            assertThat(run("restore", there, file)).contains("There is a database");
            assertThat(rows(there)).isEqualTo(rows(here)).hasSizeGreaterThan(60);

            LocalDate saturday =
                    LocalDate.now(LONDON).plusWeeks(4).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
            Files.writeString(
                    there.resolve("data/clock"),
                    saturday.atTime(LocalTime.NOON).atZone(LONDON).toInstant().toString());
            Node second = Node.forTryingOut(there, later.port(), PASSWORD);
            try {
                second.awaitReady();
                Visitor sam = new Visitor().signIn(second, "sam", PASSWORD);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .during(Duration.ofSeconds(2))
                        .until(() -> sam.engine(second, "POST", "/job/count", Map.of("executable", true))
                                        .path("count")
                                        .asInt()
                                == 0);
                second.stop();
            } finally {
                second.kill();
            }

            try (SingleConnectionDataSource database = database(there)) {
                JdbcClient tables = JdbcClient.create(database);
                List<String> taken = Stream.concat(mailServer.taken().stream(), later.taken().stream())
                        .map(BackupTest::id)
                        .toList();
                assertThat(taken)
                        .doesNotHaveDuplicates()
                        .hasSizeGreaterThan(2 * REQUESTS)
                        .containsExactlyInAnyOrderElementsOf(
                                tables.sql("select message_id from notice where withdrawn_at is null")
                                        .query(String.class)
                                        .list());
                assertThat(tables.sql("select distinct p.stance from position p where p.body_id = 'lantern'")
                                .query(String.class)
                                .list())
                        .containsExactly("JOIN");
                List<String> fired = tables.sql(
                                "select listagg(ACT_ID_, ', ') within group (order by START_TIME_, SEQUENCE_COUNTER_)"
                                        + " from ACT_HI_ACTINST where ACT_ID_ in ('event_reminderDue', 'event_answerOverdue', 'event_silenceReached')"
                                        + " group by PROC_INST_ID_")
                        .query(String.class)
                        .list();
                assertThat(fired)
                        .hasSize(REQUESTS - 1)
                        .containsOnly("event_reminderDue, event_answerOverdue, event_silenceReached");
                assertThat(tables.sql("select DUEDATE_ from ACT_RU_JOB where HANDLER_CFG_ like 'event_%'")
                                .query(Timestamp.class)
                                .list())
                        .allSatisfy(
                                due -> assertThat(due.toInstant().atZone(LONDON).getDayOfWeek())
                                        .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
            }
        }
    }

    /** The program's H2, and beside it what an editor or another project may have fetched. */
    private static void fetchedByMaven(Path home) throws IOException, URISyntaxException {
        Path jar = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path fetched = home.resolve(".m2/repository/com/h2database/h2");
        String name = String.valueOf(jar.getFileName());
        String version = name.replaceAll("^h2-|\\.jar$", "");
        Path ours = Files.createDirectories(fetched.resolve(version));
        Files.createSymbolicLink(ours.resolve(name), jar);
        Files.createFile(ours.resolve("h2-" + version + "-sources.jar"));
        Files.createFile(Files.createDirectories(fetched.resolve("9.0")).resolve("h2-9.0.jar"));
    }

    private static void answer(Node node) {
        Visitor zoe = new Visitor().signIn(node, "zoe", PASSWORD);
        JsonNode task = zoe.engine(node, "POST", "/task", Map.of()).path(0);
        String step = "/task/" + task.path("id").asText();
        zoe.engine(node, "POST", step + "/claim", Map.of("userId", "zoe"));
        zoe.engine(
                node,
                "POST",
                step + "/submit-form",
                Map.of(
                        "variables",
                        Browserless.variables(Map.of(
                                "stance", "join",
                                "mandate", "canCommit",
                                "lead", "Zoë Hartley",
                                "commitment", "We send somebody to every workshop."))));
    }

    private static String id(String mail) {
        Matcher id = MESSAGE_ID.matcher(mail);
        assertThat(id.find()).as(mail).isTrue();
        return id.group(1);
    }

    private static String run(String script, Path where, Path file) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of("src/deploy", script).toAbsolutePath().toString(), file.toString())
                .directory(where.toFile())
                .redirectErrorStream(true);
        command.environment().put("HOME", where.resolveSibling("home").toString());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Each table's rows, as text, without an order. */
    private static Map<String, List<String>> rows(Path folder) {
        try (SingleConnectionDataSource database = database(folder)) {
            JdbcClient tables = JdbcClient.create(database);
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : tables.sql(
                            "select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                    .query(String.class)
                    .list()) {
                rows.put(
                        table,
                        tables.sql("select * from \"" + table + "\"").query().listOfRows().stream()
                                .map(row -> new TreeMap<>(row)
                                        .values().stream()
                                                .map(value -> value instanceof byte[] bytes
                                                        ? Arrays.toString(bytes)
                                                        : String.valueOf(value))
                                                .toList()
                                                .toString())
                                .sorted()
                                .toList());
            }
            return rows;
        }
    }

    /** One connection for all that is asked: with the last one the database closes, and with the next it is read from the disk again. */
    private static SingleConnectionDataSource database(Path folder) {
        return new SingleConnectionDataSource(
                "jdbc:h2:file:" + folder.resolve("data/dovetail") + ";IFEXISTS=TRUE", "dovetail", "", false);
    }
}
