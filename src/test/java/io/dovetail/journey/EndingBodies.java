package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/**
 * The sample partnership with one more local area, Thornley, whose bodies end while the tests' clock runs. Its commissioning group
 * ends on Friday 4 December 2026 in favour of a board, which ends on the 18th in favour of the county's; Thornley Aid ends on the
 * 4th too, and nobody takes over. Dunshire is another county, with a lead of its own.
 */
final class EndingBodies {

    /** The commissioning group, the first to end. */
    static final String GROUP = "thorngroup";

    /** The board that takes over for a fortnight. */
    static final String BOARD = "thornboard";

    /** The voluntary body that nobody succeeds. */
    static final String AID = "thornaid";

    private static final String AREA = """

              - id: thornley
                name: Thornley
                code: TH
                county: merrowshire
                convenor: ruth

              - id: dunshire
                name: Dunshire
                code: DU
                convenor: owen
                leads: [nadia]
            """;

    private static final String PEOPLE = """
              - {id: ines, name: Inês Prado, email: ines.prado@thornley-group.example}
              - {id: bram, name: Bram Vinter, email: bram.vinter@thornley-board.example}
              - {id: nadia, name: Nadia Holt, email: nadia.holt@dunshire.example}
              - {id: cleo, name: Cleo Marchant, email: cleo.marchant@thornleyaid.example}

            """;

    private static final String BODIES = """

              - id: thorngroup
                name: Thornley Commissioning Group
                kind: other
                voice: statutory
                areas: [thornley]
                mailbox: office@thornley-group.example
                lead: ines
                executive: {name: Dr Otto Wren, email: otto.wren@thornley-group.example}
                validFrom: 2013-04-01
                validTo: 2026-12-04
                successor: thornboard
                members: [ines]

              - id: thornboard
                name: Thornley Care Board
                kind: other
                voice: statutory
                areas: [thornley]
                mailbox: office@thornley-board.example
                lead: bram
                executive: {name: Dr Lena Hollis, email: lena.hollis@thornley-board.example}
                validFrom: 2026-12-05
                validTo: 2026-12-18
                successor: icb
                members: [bram]

              - id: thornaid
                name: Thornley Aid
                kind: voluntary
                areas: [thornley]
                mailbox: hello@thornleyaid.example
                lead: cleo
                executive: cleo
                validFrom: 2001-01-01
                validTo: 2026-12-04
                successor: none
                members: [cleo]
            """;

    private EndingBodies() {}

    /** Writes the directory and returns where it is. */
    static Path file() {
        try {
            String sample = new ClassPathResource("directory/sample-partnership.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
            String roles = "\nroles:";
            String kinds = "\n# kind:";
            assertThat(sample).contains(roles, kinds);
            String whole = sample.replace(roles, AREA + roles).replace(kinds, PEOPLE + kinds) + BODIES;
            Path file = Path.of(
                            "target", "test-data", System.getProperty("tests.fork", "1"), "partnership-with-ends.yaml")
                    .toAbsolutePath();
            Files.createDirectories(file.getParent());
            return Files.writeString(file, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
