package io.dovetail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class DirectoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final Directory directory = SampleDirectory.load();

    @Test
    void theSampleHasACountyOfThreeLocalAreasEachWithItsOwnCodeAndEveryVoice() {
        assertThat(directory.areas().stream().filter(Area::isCounty)).hasSize(1);
        assertThat(directory.localAreas()).extracting(Area::code).containsExactly("NM", "EW", "SD");
        assertThat(directory.localAreasOf("merrowshire")).isEqualTo(directory.localAreas());
        assertThat(directory.localAreasOf("northmerrow")).isEmpty();
        assertThat(directory.bodies()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(directory.bodiesServing("northmerrow", TODAY)).hasSizeGreaterThanOrEqualTo(8);
        for (Area area : directory.localAreas()) {
            Set<Voice> voices = directory.bodiesServing(area.id(), TODAY).stream()
                    .map(Body::voice)
                    .collect(Collectors.toSet());
            assertThat(voices).as(area.name()).isEqualTo(EnumSet.allOf(Voice.class));
            assertThat(area.boardChair()).isNotNull();
            assertThat(area.scrutiny()).isNotNull();
        }
    }

    @Test
    void everybodyInTheSampleCanBeWrittenToAndEveryRunningBodyHasAMember() {
        assertThat(directory.people())
                .allSatisfy(person -> assertThat(person.email()).endsWith(".example"));
        assertThat(directory.bodies()).allSatisfy(body -> {
            assertThat(body.mailbox()).endsWith(".example");
            assertThat(body.lead().email()).endsWith(".example");
            assertThat(body.answersFor().orElseThrow().email()).endsWith(".example");
            assertThat(body.validOn(TODAY) ? body.members().size() : 1).isPositive();
        });
        assertThat(directory.roles().convenors()).isNotEmpty();
        assertThat(directory.roles().countyLeads()).hasSize(1);
        assertThat(directory.roles().managers()).hasSize(1);
        assertThat(directory.roles().administrators()).hasSize(1);
    }

    @Test
    void namesKeepTheirLetters() {
        assertThat(directory.person("zoe")).map(Person::name).contains("Zoë Hartley");
        assertThat(directory.person("sian")).map(Person::name).contains("Siân Morgan");
        assertThat(directory.person("nobody")).isEmpty();
    }

    @Test
    void aBodyThatServesTheCountyServesEachLocalAreaButNotTheOtherWayRound() {
        assertThat(directory.bodiesServing("estwick", TODAY))
                .extracting(Body::id)
                .contains("police", "estcouncil")
                .doesNotContain("northcouncil");
        assertThat(directory.bodiesServing("merrowshire", TODAY))
                .extracting(Body::id)
                .contains("police")
                .doesNotContain("estcouncil");
    }

    @Test
    void aBodyServesUpToItsLastDayAndItsSuccessorFromThenOn() {
        LocalDate lastDay = LocalDate.parse("2022-06-30");
        assertThat(directory.bodiesServing("northmerrow", lastDay))
                .extracting(Body::id)
                .contains("northccg")
                .doesNotContain("icb");
        assertThat(directory.bodiesServing("northmerrow", lastDay.plusDays(1)))
                .extracting(Body::id)
                .contains("icb")
                .doesNotContain("northccg");
        assertThat(directory.standIn("northccg", lastDay)).map(Body::id).contains("northccg");
        assertThat(directory.standIn("northccg", lastDay.plusDays(1)))
                .map(Body::id)
                .contains("icb");
    }

    @Test
    void succeedsOverSeveralEndingsUntilNobodyIsLeft() {
        Directory chain = Directory.load(new ByteArrayResource(DirectoryFaultsTest.VALID
                .replace(
                        "    validFrom: 2010-01-01\n",
                        "    validFrom: 2010-01-01\n    validTo: 2015-12-31\n    successor: trust\n")
                .replace(
                        "    validFrom: 2011-01-01\n",
                        "    validFrom: 2011-01-01\n    validTo: 2020-12-31\n    successor: group\n")
                .replace(
                        "    validFrom: 2012-01-01\n",
                        "    validFrom: 2012-01-01\n    validTo: 2025-12-31\n    successor: none\n")
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(chain.standIn("council", LocalDate.parse("2009-12-31"))).isEmpty();
        assertThat(chain.standIn("council", LocalDate.parse("2015-12-31")))
                .map(Body::id)
                .contains("council");
        assertThat(chain.standIn("council", LocalDate.parse("2016-01-01")))
                .map(Body::id)
                .contains("trust");
        assertThat(chain.standIn("council", LocalDate.parse("2021-01-01")))
                .map(Body::id)
                .contains("group");
        assertThat(chain.standIn("council", LocalDate.parse("2026-01-01"))).isEmpty();
    }

    @Test
    void nobodyStandsInForABodyThatHasNotBegun() {
        Directory early = Directory.load(new ByteArrayResource(DirectoryFaultsTest.VALID
                .replace(
                        "    validFrom: 2012-01-01\n",
                        "    validFrom: 2012-01-01\n    validTo: 2025-12-31\n    successor: council\n")
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(early.standIn("group", LocalDate.parse("2011-06-01"))).isEmpty();
        assertThat(early.standIn("group", LocalDate.parse("2026-01-01")))
                .map(Body::id)
                .contains("council");
    }

    @Test
    void knowsWhoActsForWhomAndWhoCoordinates() {
        assertThat(directory.bodiesOf("amina")).extracting(Body::id).containsExactly("mhtrust");
        assertThat(directory.bodiesOf("tomasz", LocalDate.parse("2022-06-30"))).isEmpty();
        assertThat(directory.bodiesOf("ruth")).isEmpty();
        assertThat(directory.convenorOf("northmerrow").id()).isEqualTo("ruth");
        assertThat(directory.convenorOf("estwick").id()).isEqualTo("owen");
    }

    @Test
    void carersBringTheVoluntaryVoiceSoThatTheyNeverStandInForPeopleWhoWereInCrisis() {
        assertThat(directory.body("carers").voice()).isEqualTo(Voice.VOLUNTARY);
        assertThat(directory.body("carers").kind()).isEqualTo(BodyKind.CARERS);
        assertThat(directory.body("northccg").voice()).isEqualTo(Voice.STATUTORY);
    }

    @Test
    void saysWhichBodyOrAreaItLacks() {
        assertThat(directory.hasBody("atlantis")).isFalse();
        assertThat(directory.hasArea(null)).isFalse();
        assertThatThrownBy(() -> directory.body("atlantis"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no body 'atlantis'");
        assertThatThrownBy(() -> directory.area("atlantis"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no area 'atlantis'");
    }

    /** A mail offers nobody a hand-over to others who are not there. */
    @Test
    void theConvenorsOfAnAreaHaveOthersLikeThemAndTheLeadsOfTheOnlyCountyHaveNot() {
        Directory directory = SampleDirectory.load();

        assertThat(directory.hasOthersLike(
                        directory.team("convenorsnorthmerrow").orElseThrow()))
                .isTrue();
        assertThat(directory.hasOthersLike(
                        directory.team("countyleadsmerrowshire").orElseThrow()))
                .isFalse();
    }
}
