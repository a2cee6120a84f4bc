package io.dovetail.benchmark;

import io.dovetail.review.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * How long the program takes until it is ready, and what it holds of the machine's memory, beside a bare web application that is
 * packed and started the same way. The program starts on a database that it has started on before.
 */
final class Starts {

    private static final int ROUNDS = Integer.getInteger("benchmark.starts", 5);
    private static final int PAGES = 20;
    private static final String READY = "/actuator/health/readiness";
    private static final String PAGE = "/reviews";

    /** Compares them in turn. */
    void measure(Figures figures) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dovetail-starts");
        try {
            Path program = Files.copy(Jars.program(), folder.resolve("dovetail.jar"));
            Path bare = Jars.bareWeb(folder);
            List<String> settings = settings(Postgres.freshUrl(), folder);
            compare("The time until it is ready: the program’s jar", program, settings, bare, figures);
            compare(
                    "… taken apart, with an archive of classes, as it is delivered",
                    Jars.unpacked(program, folder, settings("jdbc:h2:mem:archive", folder)),
                    settings,
                    Jars.unpacked(bare, folder, List.of("--server.port=0")),
                    figures);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<String> settings(String database, Path folder) {
        return List.of(
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + Postgres.USER,
                "--dovetail.demo.password-file=" + folder.resolve("password"),
                "--dovetail.clock.file=" + folder.resolve("clock"),
                "--dovetail.security-log.folder=" + folder.resolve("security-log"));
    }

    private static void compare(String what, Path program, List<String> settings, Path bare, Figures figures)
            throws IOException, InterruptedException {
        double[] ratio = new double[ROUNDS];
        double[] seconds = new double[ROUNDS];
        double[] resident = new double[ROUNDS];
        // Its tables are made, and both are read from the disk once.
        new Started(program, settings, READY).close();
        new Started(bare, List.of(), "/").close();
        for (int round = 0; round < ROUNDS; round++) {
            try (Started ours = new Started(program, settings, READY)) {
                seconds[round] = ours.seconds();
                resident[round] = resident(ours);
            }
            try (Started theirs = new Started(bare, List.of(), "/")) {
                ratio[round] = seconds[round] / theirs.seconds();
            }
        }
        figures.add(Figure.of(what + ", against a bare web jar", "≤ 2", ratio));
        figures.add(Figure.of("… in seconds", "", seconds));
        figures.add(
                Figure.of("… and then %d pages: resident, in MiB, at 256 MB heap".formatted(PAGES), "≤ 350", resident));
    }

    private static double resident(Started program) throws IOException {
        for (int page = 0; page < PAGES; page++) {
            if (!program.answers(PAGE)) {
                throw new IllegalStateException(PAGE + " did not answer.");
            }
        }
        return program.resident();
    }
}
