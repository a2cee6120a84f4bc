package io.dovetail.digest;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.TierTable;
import io.dovetail.digest.UnderWay.RunningReview;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.mail.MailSettings;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where the reviews under way stand, those under the most pressure first: a high tier before a low one, then the most working days
 * lost.
 */
@Component
class Pressure {

    private static final Logger LOG = LoggerFactory.getLogger(Pressure.class);

    private final UnderWay underWay;
    private final Awaited awaited;
    private final TierTable tiers;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final MailSettings mail;

    Pressure(
            UnderWay underWay,
            Awaited awaited,
            TierTable tiers,
            Directory directory,
            WorkingDays workingDays,
            MailSettings mail) {
        this.underWay = underWay;
        this.awaited = awaited;
        this.tiers = tiers;
        this.directory = directory;
        this.workingDays = workingDays;
        this.mail = mail;
    }

    /** How many reviews are under way. */
    int underWay() {
        return underWay.count();
    }

    /** All reviews under way, those under the most pressure first. */
    List<RunningReview> all() {
        List<RunningReview> all = underWay.all();
        all.sort(Comparator.comparingInt(RunningReview::tier)
                .thenComparingInt(RunningReview::daysLost)
                .thenComparingInt(RunningReview::times)
                .thenComparing(RunningReview::stopped)
                .reversed()
                .thenComparing(RunningReview::openedAt)
                .thenComparing(RunningReview::reference));
        return all;
    }

    /** As the template reads them, in their order. */
    List<Map<String, Object>> rows(List<RunningReview> running) {
        if (running.isEmpty()) {
            return List.of();
        }
        List<String> references = running.stream().map(RunningReview::reference).toList();
        Map<String, String> bodies = awaited.bodies(references);
        Map<String, Instant> workshops = awaited.nextWorkshops(references);
        Map<String, Instant> answers = awaited.lastAnswers(references);
        return running.stream()
                .map(review -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("title", review.title() + " (" + review.reference() + ")");
                    row.put("link", mail.link("/reviews/" + review.reference()));
                    try {
                        row.put(
                                "stage",
                                Stage.valueOf(review.stage()).label() + ", since " + Shown.day(review.stageSince())
                                        + ", in "
                                        + directory.area(review.area()).name());
                        row.put("putOff", putOff(review));
                        row.put("waiting", waiting(review, bodies, workshops, answers));
                    } catch (RuntimeException untold) {
                        row.put(
                                "stage",
                                "Where it stands cannot be told; an administrator finds the reason in the log.");
                        row.put("putOff", "");
                        row.put("waiting", "");
                        LOG.warn("Where review {} stands cannot be told.", review.reference(), untold);
                    }
                    return row;
                })
                .toList();
    }

    private String putOff(RunningReview review) {
        if (review.times() == 0) {
            return review.stopped()
                    ? "Being put off for the first time."
                    : review.daysLost() == 0
                            ? "Never put off."
                            : "Never put off, but stood still for " + Ledger.days(review.daysLost()) + ".";
        }
        return "Put off " + Ledger.often(review.times()) + ", " + Ledger.days(review.daysLost()) + " lost"
                + (review.tier() == 0 ? "." : ", tier " + review.tier() + " of " + tiers.last() + ".");
    }

    private String waiting(
            RunningReview review,
            Map<String, String> bodies,
            Map<String, Instant> workshops,
            Map<String, Instant> answers) {
        List<String> sentences = new ArrayList<>();
        LocalDate stoppedOn = review.stoppedOn();
        LocalDate resumesOn = review.resumesOn();
        if (stoppedOn != null) {
            String since = "Has stood still since " + Shown.day(stoppedOn);
            sentences.add(
                    resumesOn == null
                            ? since + "."
                            : resumesOn.isBefore(workingDays.today())
                                    ? since + "; it was put off until " + Shown.day(resumesOn)
                                            + ", and that day has passed."
                                    : since + ", until " + Shown.day(resumesOn) + ".");
        }
        String names = bodies.get(review.reference());
        if (names != null) {
            sentences.add("Waits for " + names);
        }
        Instant workshop = workshops.get(review.reference());
        if (workshop != null) {
            sentences.add("Workshop on " + Shown.day(workshop) + ".");
        }
        if (sentences.isEmpty()) {
            // What nobody else is asked is the convenor's step.
            Instant answered = answers.getOrDefault(review.reference(), review.stageSince());
            Instant since = answered.isAfter(review.stageSince()) ? answered : review.stageSince();
            sentences.add("Waits for the convenor, "
                    + directory.convenorOf(review.area()).name() + ", since " + Shown.day(since) + ".");
        }
        return String.join(" ", sentences);
    }
}
