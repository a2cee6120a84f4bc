package io.dovetail.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringBootVersion;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one table of a run: printed, and with {@code -Ddovetail.docs.write=true} written to the page about it. */
final class Report {

    private static final Path PAGE = Path.of("src", "docs", "performance.md");
    private static final String TABLE = "## Measured";
    private static final double GIB = 1L << 30;

    private final List<String> lines = new ArrayList<>();

    Report(Figures figures, String size, JdbcTemplate database) {
        lines.add(TABLE);
        lines.add("");
        lines.add("On %s, %s; %s.".formatted(LocalDate.now(), size, surroundings(database)));
        lines.add("");
        lines.add("| What | Median | Least–most | Goal |");
        lines.add("| --- | --- | --- | --- |");
        figures.all().forEach(figure -> lines.add(figure.line()));
        list(
                "Missed:",
                figures.all().stream().filter(Figure::missed).map(Figure::what).toList());
        list("Not measured, because it failed:", figures.failed());
    }

    private void list(String title, List<String> what) {
        if (!what.isEmpty()) {
            lines.add("");
            lines.add(title);
            lines.add("");
            what.forEach(one -> lines.add("- " + one));
        }
    }

    void print() {
        lines.forEach(System.out::println);
    }

    /** What is above the table is kept. */
    void write() {
        try {
            String page = Files.readString(PAGE);
            Files.writeString(PAGE, page.substring(0, page.indexOf(TABLE)) + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String surroundings(JdbcTemplate database) {
        com.sun.management.OperatingSystemMXBean machine =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d processors, %.0f GiB of memory, %s; Java %s, PostgreSQL %s, Camunda %s, Spring Boot %s"
                .formatted(
                        machine.getAvailableProcessors(),
                        machine.getTotalMemorySize() / GIB,
                        machine.getName(),
                        System.getProperty("java.version"),
                        database.queryForObject("show server_version", String.class),
                        ProcessEngine.class.getPackage().getImplementationVersion(),
                        SpringBootVersion.getVersion());
    }
}
