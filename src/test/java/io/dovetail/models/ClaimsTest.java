package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.localreview.EvidenceItem;
import io.dovetail.localreview.Finding;
import io.dovetail.review.Claim;
import io.dovetail.signoff.ReportFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nothing that is claimed is printed without what kind of claim it is, and a claim or evidence never without its source. */
class ClaimsTest {

    /** What a column of a form's table prints, by its key, and what is beside it. */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "claim", Set.of("kind", "source", "test"),
            "statement", Set.of("kind", "source", "test"),
            "finding", Set.of("kind", "test"));

    /** What an entry of the record page prints, and what is beside it. */
    private static final Map<String, Set<String>> ON_THE_RECORD = Map.of(
            "claim.text", Set.of("claim.claimClass.label", "claim.source", "claim.howTested"),
            "item.statement", Set.of("item.claimClass.label", "item.source", "item.howTested"),
            "finding.now.text", Set.of("finding.now.kind", "finding.now.test"));

    @Test
    void noFormShowsAClaimWithoutItsKind() {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Models.FormFile form : Models.ofProject().forms()) {
            for (JsonNode table : form.components()) {
                Set<String> columns = new HashSet<>(table.path("columns").findValuesAsText("key"));
                if ("=shown.findings".equals(table.path("dataSource").asText())) {
                    columns.add("finding");
                }
                BESIDE.forEach((printed, beside) -> {
                    if (columns.contains(printed)) {
                        seen.add(printed);
                        beside.stream()
                                .filter(each -> !columns.contains(each))
                                .forEach(each -> faults.add(form.id() + " shows " + printed + " without " + each));
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).isEqualTo(BESIDE.keySet());
    }

    @Test
    void theRecordShowsNoneWithoutItsKind() throws IOException {
        String page;
        try (Stream<Path> parts = Files.list(Path.of("src/main/resources/templates/record"))) {
            page = parts.sorted().map(Models::text).collect(Collectors.joining());
        }
        List<String> entries = Stream.of(page.split("class=\"entry\"")).skip(1).toList();
        ON_THE_RECORD.forEach((printed, beside) -> {
            List<String> printing = entries.stream()
                    .filter(entry -> Pattern.compile("\\b" + Pattern.quote(printed) + "\\b")
                            .matcher(entry)
                            .find())
                    .toList();
            assertThat(printing)
                    .as(printed)
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry).contains(beside));
        });
    }

    @Test
    void noneIsKeptWithoutItsKind() {
        assertThat(mayBeLeftOut(Claim.class)).doesNotContain("claimClass", "source");
        assertThat(mayBeLeftOut(EvidenceItem.class)).doesNotContain("claimClass", "source");
        assertThat(mayBeLeftOut(Finding.class)).doesNotContain("claimClass");
        assertThat(mayBeLeftOut(ReportFinding.class)).isEmpty();
    }

    private static List<String> mayBeLeftOut(Class<? extends Record> kept) {
        return Arrays.stream(kept.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(component -> component.getName())
                .toList();
    }
}
