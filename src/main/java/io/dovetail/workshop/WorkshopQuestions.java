package io.dovetail.workshop;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked for a workshop: of each organisation, and of the convenors. */
@Configuration(proxyBeanMethods = false)
class WorkshopQuestions {

    @Bean
    Question<ProposeDates> proposeDates(WorkshopDays days) {
        return Question.of(ProposeDates.class, "Propose dates", WorkshopDays.BECOMES + "the day of the workshop.")
                .shows(request -> days.shownForDates(request.subject()))
                .answered((request, answer, actor) -> days.proposeDates(request.subject(), answer, actor));
    }

    @Bean
    Question<GiveAvailability> giveAvailability(Availabilities availabilities) {
        return Question.of(
                        GiveAvailability.class,
                        "Say which workshop dates you can make",
                        "The partners meet in one room; the date is the one that every voice and most organisations can make.")
                .shows(availabilities::shown)
                .kept(availabilities::keep);
    }

    @Bean
    Question<BookWorkshop> bookWorkshop(WorkshopBookings bookings) {
        return Question.of(
                        BookWorkshop.class,
                        "Book the workshop",
                        "Choose the date, the place and the day on which the papers go out; then everybody is told.")
                .shows(request -> bookings.shownForBooking(request.subject()))
                .answered((request, answer, actor) -> bookings.book(request.subject(), answer, actor));
    }

    @Bean
    Question<RecordAttendance> recordAttendance(Quorum quorum) {
        return Question.of(
                        RecordAttendance.class,
                        "Record the workshop",
                        "Record who came and what was decided. If a voice was missing, the workshop is held again on another"
                                + " date.")
                .shows(request -> quorum.shown(request.subject()))
                .answered((request, answer, actor) -> quorum.recordAttendance(request.subject(), answer, actor));
    }

    @Bean
    Question<AddScopeQuestion> addScopeQuestion(ScopeMatrix scope) {
        return Question.of(
                        AddScopeQuestion.class,
                        "Add a question to the scope",
                        "Write down one question the workshop agreed, and who looks at it in each area of crisis care. This is the"
                                + " matrix that dovetails the local review with the county’s.")
                .shows(request -> scope.shown(request.subject()))
                .answered((request, answer, actor) -> scope.add(request.subject(), answer, actor));
    }

    @Bean
    Question<ConfirmRecord> confirmRecord(Confirmations confirmations) {
        return Question.of(
                        ConfirmRecord.class,
                        "Confirm the record of the workshop",
                        "Please read the record and say whether it is right. If it is not, say what is wrong. Your words are kept beside the"
                                + " record as you wrote them and never averaged away. So is the view of the people with lived experience.")
                .shows(confirmations::shown)
                .kept(confirmations::keep);
    }
}
