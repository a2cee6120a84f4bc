package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.directory.Team;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads a mail, why, and in whose place. */
class ReadersTest {

    private static final String AREA = "northmerrow";

    private final Directory directory = SampleDirectory.load();
    private final Readers readers = readers(directory);

    @Test
    void aBodyReadsAtItsMailbox() {
        assertThat(readers.desk("police", AREA, "takes part in this review"))
                .returns(
                        "vulnerability@merrow-police.example",
                        reader -> reader.person().email())
                .returns(
                        "You get this because this is the mailbox of Merrowshire Police, which takes part in this review.",
                        Reader::why);
    }

    @Test
    void aSuccessorIsToldInWhosePlace() {
        assertThat(readers.desk("northccg", AREA, "takes part in this review").why())
                .isEqualTo(
                        "You get this because this is the mailbox of NHS Merrowshire Integrated Care Board, which takes part in"
                                + " this review, in the place of NHS North Merrow Clinical Commissioning Group.");
        assertThat(readers.nextInLine("northccg", AREA).why())
                .endsWith(", in the place of NHS North Merrow Clinical Commissioning Group.");
        assertThat(readers.executive("northccg", AREA).why())
                .isEqualTo(
                        "You get this because you answer for NHS Merrowshire Integrated Care Board, in the place of NHS North"
                                + " Merrow Clinical Commissioning Group.");
    }

    @Test
    void aBodyAndATeamAreAskedAndHeardAboveTheSameWay() {
        assertThat(readers.asked("police", AREA, "is asked to take part"))
                .containsExactly(readers.desk("police", AREA, "is asked to take part"));
        assertThat(readers.nextAbove("police", AREA)).containsExactly(readers.nextInLine("police", AREA));
        assertThat(readers.lastAbove("police", AREA)).isEqualTo(readers.lastInLine("police", AREA));

        Team convenors = directory.team(Team.Role.CONVENORS.in(AREA)).orElseThrow();
        assertThat(readers.asked(convenors.id(), AREA, "is asked to take part"))
                .isEqualTo(readers.desks(convenors))
                .isNotEmpty();
        assertThat(readers.nextAbove(convenors.id(), AREA))
                .isNotEmpty()
                .allSatisfy(reader -> assertThat(reader.why()).contains("you are next in line for "));
        assertThat(readers.lastAbove(convenors.id(), AREA)).contains(readers.boardChair(AREA));
    }

    @Test
    void aSuccessorThatTakesPartItselfIsToldOnceAndWhyItIsBoth() {
        assertThat(readers.desks(List.of("northccg", "police", "icb"), AREA, "asked to put the review off"))
                .extracting(Reader::why)
                .containsExactly(
                        "You get this because this is the mailbox of NHS Merrowshire Integrated Care Board, which asked to put"
                                + " the review off, also in the place of NHS North Merrow Clinical Commissioning Group.",
                        "You get this because this is the mailbox of Merrowshire Police, which asked to put the review off.");
        assertThat(readers.executives(List.of("icb", "northccg"), AREA))
                .singleElement()
                .returns(List.of("icb", "northccg"), Reader::bodyIds)
                .satisfies(reader -> assertThat(reader.why()).contains(", also in the place of "));
    }

    @Test
    void whatNobodyHasTakenOverFallsToTheConvenorInOneSentence() {
        Readers without = readers(
                SampleDirectory.changed(
                        file -> file.replace("    successor: icb\n", "    successor: none\n")
                                .replace(
                                        "    mailbox: vulnerability@merrow-police.example\n",
                                        "    mailbox: vulnerability@merrow-police.example\n    validTo: 2026-11-01\n    successor: none\n")));
        assertThat(without.desks(List.of("northccg", "police"), AREA, "takes part in this review"))
                .singleElement()
                .returns("Ruth Ellery", reader -> reader.person().name())
                .returns(
                        "You get this in the place of NHS North Merrow Clinical Commissioning Group, which has ended and has no"
                                + " successor and Merrowshire Police, which has ended and has no successor.",
                        Reader::why);
        assertThat(without.lastInLine("police", AREA)).isEmpty();
        assertThat(without.executive("police", AREA).why())
                .contains("Merrowshire Police, which has ended and has no successor");
    }

    @Test
    void whoIsSeveralIsToldAsTheFirst() {
        assertThat(Readers.once(Stream.of(
                        readers.boardChair(AREA).asked("One."),
                        Reader.official(readers.boardChair(AREA).person(), "you sit in the gallery")
                                .asked("Two."))))
                .singleElement()
                .returns("One.", Reader::ask)
                .returns(
                        "You get this because you are the chair of the health and wellbeing board for North Merrow.",
                        Reader::why);
    }

    @Test
    void anExecutiveWhoAlsoLeadsIsNotToldTwice() {
        assertThat(readers.lastInLine("mhtrust", AREA))
                .map(Reader::why)
                .contains("You get this because you answer for Merrowshire Mental Health NHS Trust.");
        Readers same = readers(SampleDirectory.changed(file -> file.replace(
                "    executive: {name: Dr Fiona Averill, email: fiona.averill@merrow-mentalhealth.example}\n",
                "    executive: {name: The Lead, email: "
                        + readers.nextInLine("mhtrust", AREA).person().email().toUpperCase(java.util.Locale.ROOT)
                        + "}\n")));
        assertThat(same.lastInLine("mhtrust", AREA)).isEmpty();
    }

    @Test
    void aWeekIsReadEachWeek() {
        assertThat(readers.week("lantern").why())
                .isEqualTo("You get this each week because this is the mailbox of Lantern House Crisis Café.");
        assertThat(readers.overseers())
                .extracting(overseer -> overseer.reader().why())
                .contains("You get this each week because you are a manager.")
                .allMatch(why -> why.startsWith("You get this each week because you "));
    }

    private static Readers readers(Directory directory) {
        return new Readers(
                directory,
                new Seats(
                        directory,
                        new WorkingDays(CalendarSettings.standard(), MovableClock.atLondon("2026-11-24T10:00"))));
    }
}
