package io.dovetail.workshop;

import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors do for a workshop, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class WorkshopSteps {

    @Bean
    Step<ProposeDates> proposeDatesStep(WorkshopDays days) {
        return Step.of(
                "proposeDates",
                "Propose dates",
                WorkshopDays.BECOMES + "the day of the workshop.",
                ProposeDates.class,
                request -> days.shownForDates(request.subject()),
                (request, answer, actor) -> days.proposeDates(request.subject(), answer, actor));
    }

    @Bean
    Step<BookWorkshop> bookWorkshopStep(WorkshopBookings bookings) {
        return Step.of(
                "bookWorkshop",
                "Book the workshop",
                "Choose the date, the place and the day on which the papers go out; then everybody is told.",
                BookWorkshop.class,
                request -> bookings.shownForBooking(request.subject()),
                (request, answer, actor) -> bookings.book(request.subject(), answer, actor));
    }

    @Bean
    Step<RecordAttendance> recordAttendanceStep(Quorum quorum) {
        return Step.of(
                "recordAttendance",
                "Record the workshop",
                "Record who came and what was decided. If a voice was missing, the workshop is held again on another"
                        + " date.",
                RecordAttendance.class,
                request -> quorum.shown(request.subject()),
                (request, answer, actor) -> quorum.recordAttendance(request.subject(), answer, actor));
    }

    @Bean
    Step<AddScopeQuestion> addScopeQuestionStep(ScopeMatrix scope) {
        return Step.of(
                "addScopeQuestion",
                "Add a question to the scope",
                "Write down one question the workshop agreed, and who looks at it in each area of crisis care. This is the"
                        + " matrix that dovetails the local review with the county's.",
                AddScopeQuestion.class,
                request -> scope.shown(request.subject()),
                (request, answer, actor) -> scope.add(request.subject(), answer, actor));
    }
}
