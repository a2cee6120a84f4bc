package io.dovetail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** Each fault that a directory file can have is told in one sentence with the line to correct. */
class DirectoryFaultsTest {

    static final String VALID = """
            areas:
              - id: shire
                name: Shire
                code: SH
                convenor: ruth
              - id: town
                name: Town
                code: TW
                county: shire
                convenor: ruth
            people:
              - {id: ruth, name: Ruth, email: ruth@here.example}
              - {id: ann, name: Ann, email: ann@here.example}
            roles:
              convenors: [ruth]
            bodies:
              - id: council
                name: Council
                kind: local authority
                areas: [town]
                mailbox: council@here.example
                lead: ann
                executive: {name: Max, email: max@here.example}
                validFrom: 2010-01-01
                members: [ann]
              - id: trust
                name: Trust
                kind: mental health trust
                areas: [shire]
                mailbox: trust@here.example
                lead: ann
                executive: ann
                validFrom: 2011-01-01
              - id: group
                name: Group
                kind: other
                voice: livedExperience
                areas: [shire, town]
                mailbox: group@here.example
                lead: ann
                executive: ann
                validFrom: 2012-01-01
            """;

    @Test
    void aFileWithoutFaultsIsRead() {
        assertThat(read(VALID).bodies()).hasSize(3);
    }

    @Test
    void anUnknownKind() {
        assertFault(
                VALID.replace("kind: local authority", "kind: parish"),
                "line 19: The body 'council' has the unknown kind 'parish'. It must be one of: mental health trust,"
                        + " integrated care board, local authority, police, ambulance, acute trust, primary care,"
                        + " voluntary, lived experience, carers, other.");
    }

    @Test
    void anAddressThatNoMailCanBeSentTo() {
        assertFault(
                VALID.replace("trust@here.example", "crisis..team@here.example"),
                "line 30: 'crisis..team@here.example' of the body 'trust' is not an e-mail address.");
    }

    @Test
    void anUnknownVoice() {
        assertFault(
                VALID.replace("voice: livedExperience", "voice: loud"),
                "line 37: The body 'group' has the unknown voice 'loud'. It must be one of: statutory, voluntary,"
                        + " livedExperience.");
    }

    @Test
    void aBodyOfNoParticularKindWithoutAVoice() {
        assertFault(
                VALID.replace("    voice: livedExperience\n", ""),
                "line 36: The body 'group' is of the kind 'other', so it must say its voice. Add 'voice:', which must"
                        + " be one of: statutory, voluntary, livedExperience.");
    }

    @Test
    void aVoiceThatContradictsTheKind() {
        assertFault(
                VALID.replace("kind: local authority\n", "kind: local authority\n    voice: voluntary\n"),
                "line 20: The body 'council' has the voice 'voluntary', but its kind has the voice 'statutory'."
                        + " Take this line away.");
    }

    @Test
    void idsGivenTwice() {
        assertFault(
                VALID.replace("- id: trust", "- id: Council"),
                "line 26: The id 'Council' is given to two bodies; the first is on line 17.");
        assertFault(
                VALID.replace("id: ann", "id: ruth").replace(": ann", ": ruth").replace("[ann]", "[ruth]"),
                "line 13: The id 'ruth' is given to two people; the first is on line 12.");
        assertFault(
                VALID.replace("- id: town", "- id: shire")
                        .replace("[town]", "[shire]")
                        .replace(", town", ""),
                "line 6: The id 'shire' is given to two areas; the first is on line 2.");
        assertFault(
                VALID.replace("code: TW", "code: SH"),
                "line 8: The code 'SH' is given to two areas; the first is on line 4.");
    }

    @Test
    void idsAndCodesThatTheEngineOrAReferenceCannotTake() {
        assertFault(
                VALID.replace("- id: trust", "- id: the-trust"),
                "line 26: The id 'the-trust' may hold only the letters a to z and A to Z and digits.");
        assertFault(
                VALID.replace("- id: trust", "- id: Managers"),
                "line 26: A body cannot have the id 'Managers', which means something else.");
        assertFault(
                VALID.replace("code: TW", "code: town"),
                "line 8: The code 'town' should be two to four capital letters.");
    }

    @Test
    void aBodyWithoutAMailbox() {
        assertFault(
                VALID.replace("    mailbox: trust@here.example\n", ""),
                "line 26: The body 'trust' has no mailbox. Add 'mailbox:' to it.");
        assertFault(
                VALID.replace("mailbox: trust@here.example", "mailbox:"),
                "line 26: The body 'trust' has no mailbox. Add 'mailbox:' to it.");
    }

    @Test
    void aBadEmailAddress() {
        assertFault(
                VALID.replace("council@here.example", "council at here"),
                "line 21: 'council at here' of the body 'council' is not an e-mail address.");
        assertFault(
                VALID.replace("max@here.example", "max@here"),
                "line 23: 'max@here' of the executive of the body 'council' is not an e-mail address.");
        assertFault(
                VALID.replace("ruth@here.example", "ruth@here..example"),
                "line 12: 'ruth@here..example' of the person 'ruth' is not an e-mail address.");
    }

    @Test
    void aBodyThatEndsWithoutASuccessor() {
        assertFault(
                VALID.replace("2011-01-01\n", "2011-01-01\n    validTo: 2022-06-30\n"),
                "line 34: The body 'trust' ends on 2022-06-30 but has no successor. Add 'successor:' with the id of"
                        + " the body that takes over, or 'successor: none' if its tasks fall to the convenor.");
    }

    @Test
    void aSuccessorThatNobodyKnows() {
        assertFault(
                VALID.replace("2011-01-01\n", "2011-01-01\n    validTo: 2022-06-30\n    successor: icb\n"),
                "line 35: The body 'trust' has the unknown successor 'icb'.");
    }

    @Test
    void aSuccessorOfABodyThatGoesOn() {
        assertFault(
                VALID.replace("2011-01-01\n", "2011-01-01\n    successor: council\n"),
                "line 34: The body 'trust' has a successor but no last day. Add 'validTo:'.");
    }

    @Test
    void bodiesThatSucceedEachOtherInACircle() {
        assertFaults(
                VALID.replace("2010-01-01\n", "2010-01-01\n    validTo: 2022-06-30\n    successor: trust\n")
                        .replace("2011-01-01\n", "2011-01-01\n    validTo: 2022-06-30\n    successor: council\n"),
                "line 26: The body 'council' would in the end succeed itself. Follow its successors and correct one.",
                "line 37: The body 'trust' would in the end succeed itself. Follow its successors and correct one.");
    }

    @Test
    void datesThatAreNone() {
        assertFault(
                VALID.replace("2011-01-01", "1 April 2011"),
                "line 33: '1 April 2011' of the body 'trust' is not a date such as 2022-07-01.");
        assertFault(
                VALID.replace("2011-01-01\n", "2011-01-01\n    validTo: 2010-06-30\n    successor: none\n"),
                "line 34: The body 'trust' ends before it begins.");
    }

    @Test
    void datesWhoseYearIsASlip() {
        for (String slip : new String[] {"0011-01-01", "2206-01-01"}) {
            assertFault(
                    VALID.replace("2011-01-01", slip),
                    "line 33: '" + slip + "' of the body 'trust' is not between 1800 and 2150: please check its year.");
        }
    }

    @Test
    void anAreaWithoutAConvenor() {
        assertFault(
                VALID.replace("    county: shire\n    convenor: ruth\n", "    county: shire\n"),
                "line 6: The area 'town' has no convenor. Add 'convenor:' to it.");
        assertFault(
                VALID.replace("county: shire\n    convenor: ruth\n", "county: shire\n    convenor: ann\n"),
                "line 10: Ann is convenor of the area 'town' but is not among the convenors under 'roles'.");
    }

    @Test
    void anUnknownAreaOrCounty() {
        assertFault(
                VALID.replace("[shire, town]", "[shire, city]"),
                "line 38: The body 'group' serves the unknown area 'city'.");
        assertFault(
                VALID.replace("county: shire", "county: town"),
                "line 9: The area 'town' is said to be in the county 'town', which is not among the areas as a county.");
    }

    @Test
    void somebodyUnknown() {
        assertFault(
                VALID.replace("members: [ann]", "members: [ann, bob]"),
                "line 25: 'bob', named in the body 'council', is not among the people.");
        assertFault(
                VALID.replace("convenors: [ruth]", "convenors: [ruth, bob]"),
                "line 15: 'bob', named in the roles, is not among the people.");
    }

    @Test
    void aMissingName() {
        assertFault(
                VALID.replace("    name: Trust\n", ""), "line 26: The body 'trust' has no name. Add 'name:' to it.");
        assertFault(VALID.replace("name: Ruth, ", ""), "line 12: The person 'ruth' has no name. Add 'name:' to it.");
        assertFault(
                VALID.replace("  - id: town\n    name: Town", "  - name: Town"),
                List.of("line 6: The area has no id."));
    }

    @Test
    void aMissingSection() {
        assertFault(
                VALID.replace("roles:\n  convenors: [ruth]\n", ""),
                List.of("line 1: The directory has no roles. Add 'roles:' to it."));
        assertFault(
                VALID.substring(0, VALID.indexOf("bodies:")),
                "line 1: The directory has no bodies. Add 'bodies:' to it.");
    }

    @Test
    void aPropertyThatNobodyKnowsOrThatIsGivenTwice() {
        assertFault(
                VALID.replace("2011-01-01\n", "2011-01-01\n    validUntil: 2022-06-30\n"),
                "line 34: The body 'trust' has an unknown property 'validUntil'.");
        assertFault(VALID + "people2: []\n", "line 43: The directory has an unknown property 'people2'.");
        assertFault(
                VALID.replace("    name: Trust\n", "    name: Trust\n    name: Trust too\n"),
                "line 28: 'name' is given twice here; it is on line 27 too.");
    }

    @Test
    void aValueOfTheWrongShape() {
        assertFault(
                VALID.replace("areas: [town]", "areas: town"),
                List.of("line 20: 'areas' of the body 'council' should be a list, such as [one, two]."));
        assertFault(
                VALID.replace("name: Trust", "name: [Trust]"),
                "line 27: 'name' of the body 'trust' should be one piece of text.");
        assertFault(
                VALID.replace("  - {id: ann, name: Ann", "  - bob\n  - {id: ann, name: Ann"),
                List.of("line 13: Expected here: a person with properties such as 'name: ...'."));
    }

    @Test
    void aFileThatIsNoYamlOrEmptyOrMissingOrInAnotherEncoding() {
        assertFault(
                VALID.replace("    mailbox: trust@here.example", "  \tmailbox: trust@here.example"),
                List.of("line 30: This is not YAML:"));
        assertFault("", "The file is empty.");
        assertThatThrownBy(() -> Directory.load(new FileSystemResource("no/such/directory.yaml")))
                .hasMessageContaining("directory.yaml")
                .hasMessageContaining("There is no such file, or it may not be read.");
        assertThatThrownBy(() -> Directory.load(
                        new ByteArrayResource(VALID.replace("Ann", "Zoë").getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageContaining("The file is not encoded in UTF-8. Save it as UTF-8.");
    }

    @Test
    void allFaultsAtOnceInTheOrderOfTheFile() {
        assertFaults(
                VALID.replace("kind: mental health trust", "kind: trust")
                        .replace("    mailbox: group@here.example\n", "")
                        .replace("email: ann@here.example", "email: ann"),
                "line 13: 'ann' of the person 'ann' is not an e-mail address.",
                "line 28: The body 'trust' has the unknown kind 'trust'. It must be one of: mental health trust,"
                        + " integrated care board, local authority, police, ambulance, acute trust, primary care,"
                        + " voluntary, lived experience, carers, other.",
                "line 34: The body 'group' has no mailbox. Add 'mailbox:' to it.");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theConsoleShowsTheLinesToCorrectAndNoStackTrace(CapturedOutput console) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(DirectoryConfiguration.class)
                .web(WebApplicationType.NONE)
                .run("--dovetail.directory=classpath:directory/two-faults.yaml"));

        assertThat(console.getOut() + console.getErr())
                .contains("APPLICATION FAILED TO START")
                .contains("The directory, class path resource [directory/two-faults.yaml], cannot be used:")
                .contains("  line 3: The area 'town' has no convenor. Add 'convenor:' to it.")
                .contains("  line 8: 'amy' of the person 'amy' is not an e-mail address.")
                .contains("Correct these lines and start again.")
                .doesNotContain("\tat ");
    }

    /** The one fault of the file, word for word. */
    private static void assertFault(String yaml, String sentence) {
        assertFaults(yaml, sentence);
    }

    /** A fault of the file among those that follow from it. */
    private static void assertFault(String yaml, List<String> beginnings) {
        DirectoryFaults faults = faultsOf(yaml);
        assertThat(beginnings).allSatisfy(beginning -> assertThat(faults).hasMessageContaining("  " + beginning));
    }

    private static void assertFaults(String yaml, String... sentences) {
        assertThat(String.valueOf(faultsOf(yaml).getMessage()).lines().skip(1).map(String::strip))
                .containsExactly(sentences);
    }

    private static DirectoryFaults faultsOf(String yaml) {
        DirectoryFaults faults = catchThrowableOfType(DirectoryFaults.class, () -> read(yaml));
        assertThat(faults).as("faults").isNotNull();
        return faults;
    }

    private static Directory read(String yaml) {
        return Directory.load(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
