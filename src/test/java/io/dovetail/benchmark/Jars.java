package io.dovetail.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** The jars whose start is compared: the program's, as Maven packed it, and a bare web application's, made here. */
final class Jars {

    private static final Path TARGET = Path.of("target");

    /** What {@code spring-boot-starter-web} brings along, as its files begin. */
    private static final List<String> STARTER_WEB = List.of(
            "spring-boot-3",
            "spring-boot-autoconfigure",
            "spring-core",
            "spring-jcl",
            "spring-beans",
            "spring-context-6",
            "spring-aop",
            "spring-expression",
            "spring-web-6",
            "spring-webmvc",
            "tomcat-embed",
            "jakarta.annotation-api",
            "jackson-core-2",
            "jackson-annotations",
            "jackson-databind",
            "jackson-datatype-jdk8",
            "jackson-datatype-jsr310",
            "jackson-module-parameter-names",
            "logback",
            "log4j-api",
            "log4j-to-slf4j",
            "jul-to-slf4j",
            "slf4j-api",
            "snakeyaml",
            "micrometer-commons",
            "micrometer-observation");

    private Jars() {}

    /** The program's jar: what {@code mvn package} made, or what {@code -Dbenchmark.jar} names. */
    static Path program() throws IOException {
        String named = System.getProperty("benchmark.jar", "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath();
        }
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().matches("dovetail-[\\w.-]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no jar yet: mvn package makes it."))
                    .toAbsolutePath();
        }
    }

    /** Packs the bare web application into that folder. */
    static Path bareWeb(Path folder) throws IOException {
        Path classes = folder.resolve("classes.jar");
        String name = BareWeb.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(classes));
                InputStream itself =
                        Objects.requireNonNull(BareWeb.class.getClassLoader().getResourceAsStream(name))) {
            jar.putNextEntry(new JarEntry(name));
            itself.transferTo(jar);
            jar.closeEntry();
        }
        Path packed = folder.resolve("bare-web.jar");
        Repackager repackager = new Repackager(classes.toFile());
        repackager.setMainClass(BareWeb.class.getName());
        repackager.repackage(packed.toFile(), found -> {
            for (File library : libraries()) {
                found.library(new Library(library, LibraryScope.COMPILE));
            }
        });
        return packed;
    }

    private static List<File> libraries() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(File::new)
                .filter(file -> STARTER_WEB.stream().anyMatch(file.getName()::startsWith))
                .distinct()
                .toList();
    }

    /** Takes a jar apart and archives its classes, as {@code src/deploy/unpack} does; the jar to start from then. */
    static Path unpacked(Path jar, Path folder, List<String> settings) throws IOException, InterruptedException {
        Path out = folder.resolve("unpacked-" + jar.getFileName().toString().replace(".jar", ""));
        Started.run(
                folder, List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", out.toString()));
        Path extracted = out.resolve(jar.getFileName());
        List<String> archive = new ArrayList<>(List.of(
                "-XX:ArchiveClassesAtExit=" + out.resolve(Started.ARCHIVE),
                "-XX:+UseSerialGC",
                "-Dspring.context.exit=onRefresh",
                "-jar",
                extracted.toString()));
        archive.addAll(settings);
        Started.run(out, archive);
        return extracted;
    }
}
