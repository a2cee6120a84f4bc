package io.dovetail.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.directory.Seats;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import io.dovetail.request.Convenors;
import io.dovetail.review.Proposal;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who is told, also where a place is vacant or a body has ended. */
class RecipientsTest {

    private static final String REVIEW = "NM-2026-001";
    static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");

    private static final List<String> EVERYBODY =
            List.of("partners", "convenor", "executives", "boardChair", "scrutiny");

    @Test
    void eachIsToldOnceAndInTheRoleThatMattersMost() {
        List<Reader> told = told(SampleDirectory.load(), EVERYBODY, "mhtrust", "beenthere");

        assertThat(told)
                .extracting(recipient -> recipient.person().email())
                .containsExactly(
                        "denise.achebe@northmerrow-council.example",
                        "scrutiny@northmerrow-council.example",
                        "fiona.averill@merrow-mentalhealth.example",
                        "ade.okafor@beenthere.example",
                        "ruth.ellery@merrow-partnership.example",
                        "crisis.care@merrow-mentalhealth.example",
                        "group@beenthere.example");
        assertThat(told.get(2))
                .returns("executives: mhtrust", Reader::ask)
                .returns("You get this because you answer for Merrowshire Mental Health NHS Trust.", Reader::why);
    }

    @Test
    void aVacantExecutiveIsStoodInForByTheDeputyElseByTheConvenorWhoIsToldSo() {
        Directory deputy = SampleDirectory.changed(file -> file.replace(
                "    executive: {name: Dr Fiona Averill, email: fiona.averill@merrow-mentalhealth.example}\n", ""));
        assertThat(told(deputy, List.of("executives"), "mhtrust"))
                .singleElement()
                .returns("Peter Quill", recipient -> recipient.person().name());

        Directory nobody = SampleDirectory.changed(file ->
                file.replace("    executive: {name: Colin Mabey, email: colin.mabey@merrow-carers.example}\n", ""));
        assertThat(told(nobody, List.of("executives"), "carers"))
                .singleElement()
                .returns("Ruth Ellery", recipient -> recipient.person().name())
                .returns(
                        "You get this in the place of the executive of Merrowshire Carers Together, whom the directory does"
                                + " not name.",
                        Reader::why);
    }

    @Test
    void aBodyThatHasEndedIsStoodInForByItsSuccessor() {
        assertThat(told(SampleDirectory.load(), List.of("executives", "partners"), "northccg"))
                .extracting(recipient -> recipient.person().email())
                .containsExactly("judith.okonjo@merrow-icb.example", "mental.health@merrow-icb.example");
    }

    @Test
    void aChairThatTheLocalAreaLacksIsTheCountysElseTheConvenor() {
        UnaryOperator<String> withoutTheirOwn = file -> file.replace(
                "    boardChair: {name: Councillor Denise Achebe, email: denise.achebe@northmerrow-council.example}\n",
                "");
        assertThat(told(SampleDirectory.changed(withoutTheirOwn), List.of("boardChair"), "mhtrust"))
                .singleElement()
                .returns(
                        "Councillor Patrick Lowe",
                        recipient -> recipient.person().name())
                .satisfies(recipient ->
                        assertThat(recipient.why()).contains("for Merrowshire; North Merrow has none of its own"));

        Directory neither = SampleDirectory.changed(file -> withoutTheirOwn
                .apply(file)
                .replace(
                        "    boardChair: {name: Councillor Patrick Lowe, email: patrick.lowe@merrowshire-hwb.example}\n",
                        ""));
        assertThat(told(neither, List.of("boardChair"), "mhtrust"))
                .singleElement()
                .returns("Ruth Ellery", recipient -> recipient.person().name());
    }

    private static List<Reader> told(Directory directory, List<String> roles, String... bodies) {
        Reviews reviews = mock(Reviews.class);
        when(reviews.review(REVIEW)).thenReturn(review());
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of(bodies));
        WorkingDays workingDays =
                new WorkingDays(CalendarSettings.standard(), MovableClock.atLondon("2026-11-24T10:00"));
        Readers readers = new Readers(directory, new Seats(directory, workingDays));
        Convenors convenors = mock(Convenors.class);
        when(convenors.asked(REVIEW)).thenReturn(List.of(readers.convenor("northmerrow")));
        return new Recipients(readers, convenors, reviews)
                .of(REVIEW, roles, (role, reader) -> role + ": " + String.join(", ", reader.bodyIds())).stream()
                        .map(Recipients.Recipient::reader)
                        .toList();
    }

    static Review review() {
        return new Review(
                1L,
                REVIEW,
                new Proposal(
                        "Crisis care at night",
                        "northmerrow",
                        "People are passed on.",
                        LocalDate.of(2027, 2, 1),
                        0,
                        null,
                        "zoe",
                        "Zoë Hartley",
                        "lantern",
                        "We keep a room free."),
                Stage.PROPOSAL,
                THEN,
                ReviewState.RUNNING,
                THEN,
                null,
                null);
    }
}
