package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the processes and its pictures say what the models say now. */
class ProcessesPageTest {

    private static final Path PICTURES = Path.of("src", "docs", "pictures");

    private static final String WRITE = "mvn -q test -Dtest=ProcessesPageTest -Ddovetail.docs.write=true";

    private static final String DRAW = "npm --prefix bpmn/lint run draw";

    @Test
    void thePageSaysWhatTheModelsSay() throws IOException {
        String page = ProcessesPage.of(Models.ofProject());
        if (Boolean.getBoolean("dovetail.docs.write")) {
            Files.createDirectories(Path.of("src", "docs"));
            Files.writeString(ProcessesPage.FILE, page);
        }
        String committed = Files.exists(ProcessesPage.FILE) ? Files.readString(ProcessesPage.FILE) : "";
        assertThat(committed)
                .as("%s is not what the models say. Write it again: %s", ProcessesPage.FILE, WRITE)
                .isEqualTo(page);
    }

    @Test
    void everyPictureShowsItsModelAsItIs() throws IOException {
        assertThat(pictureFaults(Models.ofProject(), PICTURES)).isEmpty();
    }

    @Test
    void aMissingAStaleAndALeftoverPictureAreSeen(@TempDir Path pictures) throws IOException {
        Files.writeString(pictures.resolve("asked.svg"), "<svg><metadata>bpmn/asked.bpmn sha256:0</metadata></svg>");
        Files.writeString(pictures.resolve("gone.svg"), "<svg/>");
        assertThat(pictureFaults(Models.faulty(), pictures))
                .containsExactly(
                        "There is no picture of askBody. Draw it: " + DRAW,
                        "The picture of asked shows an older model. Redraw it: " + DRAW,
                        "gone.svg shows no model. Remove it: " + DRAW);
    }

    @Test
    void aPictureWithTheModelsHashIsFresh(@TempDir Path pictures) throws IOException {
        for (Model model : Models.faulty().processes()) {
            Files.writeString(pictures.resolve(model.id() + ".svg"), "<metadata>sha256:" + hash(model) + "</metadata>");
        }
        assertThat(pictureFaults(Models.faulty(), pictures)).isEmpty();
    }

    @Test
    void thePageTellsTasksTimersAndCalls() {
        assertThat(ProcessesPage.of(Models.faulty()))
                .contains("## Ask a body (`askBody`)")
                .contains("![Ask a body](pictures/askBody.svg)")
                .contains("| Answer | group `convenors` | `missingForm` | To say why it fails. |")
                .contains("| Answer late (at: Answer) | `${answerDueAt}` | no | Open the review |")
                .contains("| `offer` | Offer made | starts | Answer |")
                .contains("| Choose a way | `no-such-decision` |  |")
                .contains("| Ask the body | [`asked`](pictures/asked.svg) | `${bodies}` | `otherMissingForm` |");
    }

    private static List<String> pictureFaults(Models models, Path pictures) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> expected =
                models.processes().stream().map(model -> model.id() + ".svg").collect(Collectors.toSet());
        for (Model model : models.processes()) {
            Path picture = pictures.resolve(model.id() + ".svg");
            if (!Files.exists(picture)) {
                faults.add("There is no picture of " + model.id() + ". Draw it: " + DRAW);
            } else if (!Files.readString(picture).contains("sha256:" + hash(model) + "</metadata>")) {
                faults.add("The picture of " + model.id() + " shows an older model. Redraw it: " + DRAW);
            }
        }
        if (Files.isDirectory(pictures)) {
            try (Stream<Path> files = Files.list(pictures)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(file -> file.endsWith(".svg") && !expected.contains(file))
                        .sorted()
                        .forEach(file -> faults.add(file + " shows no model. Remove it: " + DRAW));
            }
        }
        return faults;
    }

    private static String hash(Model model) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(model.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
