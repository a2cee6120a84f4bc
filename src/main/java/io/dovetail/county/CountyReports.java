package io.dovetail.county;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.NumberedRows;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What county leads report of their review: what it has found, that it takes longer, that all is there. Every local review that
 * feeds it is told.
 */
@Service
@Transactional
public class CountyReports {

    private final CountyReviews counties;
    private final CountyReportStore reports;
    private final Dispatches dispatches;
    private final CountyMail mail;
    private final Reviews reviews;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final CountyLinks links;

    CountyReports(
            CountyReviews counties,
            CountyReportStore reports,
            Dispatches dispatches,
            CountyMail mail,
            Reviews reviews,
            WorkingDays workingDays,
            Clock clock,
            CountyLinks links) {
        this.counties = counties;
        this.reports = reports;
        this.dispatches = dispatches;
        this.mail = mail;
        this.reviews = reviews;
        this.workingDays = workingDays;
        this.clock = clock;
        this.links = links;
    }

    /** When its findings are due: 17:00 in London on the day promised or on the next working day. */
    @Transactional(readOnly = true)
    public Date findingsDueAt(String countyId) {
        return Date.from(workingDays.closeOfDay(
                Objects.requireNonNull(counties.get(countyId).findingsOn())));
    }

    /** Keeps what the county leads report. A later day is told to every local review that feeds this one. */
    public void report(String countyId, ReportCounty answer, Actor actor) {
        CountyReview county = counties.get(countyId);
        LocalDate oldOn = county.findingsOn();
        boolean longer = answer.news() == CountyNews.LONGER;
        if (longer && !Objects.requireNonNull(answer.newOn()).isAfter(Objects.requireNonNull(oldOn))) {
            throw new Refused("Its findings are promised for " + Shown.day(oldOn) + "; please choose a later day.");
        }
        boolean finding = answer.news() == CountyNews.FINDING;
        CountyReport kept = reports.save(new CountyReport(
                null,
                countyId,
                answer.news(),
                finding ? answer.text() : longer ? answer.why() : null,
                finding ? answer.finding() : null,
                longer ? oldOn : null,
                longer ? answer.newOn() : null,
                Author.of(actor),
                clock.instant()));
        if (longer) {
            counties.promise(county, Objects.requireNonNull(answer.newOn()));
            slipped(kept);
        } else if (answer.news() == CountyNews.COMPLETE) {
            send(DispatchKind.COUNTY_FINDINGS, countyId, kept.number());
        }
    }

    /** Whether the last thing reported is that it takes longer. */
    @Transactional(readOnly = true)
    public boolean takesLonger(String countyId) {
        return lastNews(countyId) == CountyNews.LONGER;
    }

    /** Whether all its findings are there. */
    @Transactional(readOnly = true)
    public boolean findingsComplete(String countyId) {
        return lastNews(countyId) == CountyNews.COMPLETE;
    }

    private @Nullable CountyNews lastNews(String countyId) {
        List<CountyReport> all = reports.findByCountyIdOrderById(countyId);
        return all.isEmpty() ? null : all.get(all.size() - 1).kind();
    }

    /** Notes that the day promised for its findings has passed without a word. */
    public void noteDayPassed(String countyId) {
        CountyReport kept = reports.save(new CountyReport(
                null,
                countyId,
                CountyNews.LONGER,
                null,
                null,
                counties.get(countyId).findingsOn(),
                null,
                null,
                clock.instant()));
        slipped(kept);
    }

    /** The local reviews that feed it are told of it the same day, whatever their stage; each takes it in when it is at its local review. */
    private void slipped(CountyReport slip) {
        String countyId = slip.countyId();
        send(DispatchKind.COUNTY_SLIPPED, countyId, slip.number());
        links.feeding(countyId).stream()
                .filter(reviews::underWay)
                .forEach(reviewId ->
                        mail.tellSlipped(counties.get(countyId), reviewId, List.of(CountyReports.sentence(slip))));
    }

    private void send(DispatchKind kind, String countyId, long subjectId) {
        links.feeding(countyId).forEach(reviewId -> dispatches.send(kind, reviewId, countyId, subjectId, false));
    }

    /** What the county review has found itself. */
    @Transactional(readOnly = true)
    public List<CountyReport> ownFindings(String countyId) {
        return reports.findByCountyIdOrderById(countyId).stream()
                .filter(report -> report.kind() == CountyNews.FINDING)
                .toList();
    }

    /** Each time it was to take longer, or its day passed. */
    @Transactional(readOnly = true)
    public List<CountyReport> slips(String countyId) {
        return reports.findByCountyIdOrderById(countyId).stream()
                .filter(report -> report.kind() == CountyNews.LONGER)
                .toList();
    }

    /** Each time it was to take longer, or its day passed, in sentences. */
    @Transactional(readOnly = true)
    public List<String> slipSentences(String countyId) {
        return slips(countyId).stream().map(CountyReports::sentence).toList();
    }

    /** Each time the county was to take longer, as a local review was told of it, in sentences. */
    @Transactional(readOnly = true)
    public List<String> slipsToldTo(String reviewId) {
        return dispatches.ofReview(reviewId).stream()
                .filter(dispatch -> dispatch.kind() == DispatchKind.COUNTY_SLIPPED)
                .map(dispatch -> reports.get(dispatch.subjectId()))
                .map(CountyReports::sentence)
                .toList();
    }

    /** A slip as people read it. */
    private static String sentence(CountyReport slip) {
        String from = Shown.day(Objects.requireNonNull(slip.oldOn()));
        return slip.newOn() == null
                ? "Its findings were promised for " + from + ". The day has passed without a word."
                : "Its findings, promised for " + from + ", are now promised for " + Shown.day(slip.newOn())
                        + ". Why: “" + CountyMail.shortened(Objects.requireNonNullElse(slip.text(), "")) + "”";
    }

    interface CountyReportStore extends NumberedRows<CountyReport> {

        List<CountyReport> findByCountyIdOrderById(String countyId);
    }
}
