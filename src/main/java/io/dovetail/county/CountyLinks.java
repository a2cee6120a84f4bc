package io.dovetail.county;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.OtherReviews;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Voice;
import io.dovetail.form.Shown;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.FinishFindings;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.request.BodyRequest;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The locality's side of the dovetail: whether a local review feeds the county's, what it sends there, what comes back, and that
 * it never waits longer than was said.
 */
@Service
@Transactional
public class CountyLinks implements OtherReviews {

    private static final Logger LOG = LoggerFactory.getLogger(CountyLinks.class);

    private final CountyLinkStore links;
    private final MergeConsentStore consents;
    private final CountyAnswerStore answers;
    private final CountyConclusionStore conclusions;
    private final CountyReportStore reports;
    private final CountyClaimStore claims;
    private final Dispatches dispatches;
    private final CountyReviews counties;
    private final CountyMail mail;
    private final LocalReviews localReviews;
    private final Reviews reviews;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final CountySettings settings;
    private final Clock clock;

    CountyLinks(
            CountyLinkStore links,
            MergeConsentStore consents,
            CountyAnswerStore answers,
            CountyConclusionStore conclusions,
            CountyReportStore reports,
            CountyClaimStore claims,
            Dispatches dispatches,
            CountyReviews counties,
            CountyMail mail,
            LocalReviews localReviews,
            Reviews reviews,
            Directory directory,
            WorkingDays workingDays,
            CountySettings settings,
            Clock clock) {
        this.links = links;
        this.consents = consents;
        this.answers = answers;
        this.conclusions = conclusions;
        this.reports = reports;
        this.claims = claims;
        this.dispatches = dispatches;
        this.counties = counties;
        this.mail = mail;
        this.localReviews = localReviews;
        this.reviews = reviews;
        this.directory = directory;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    // Joining

    /**
     * Notes that a local review is offered to feed a county review.
     *
     * @return whether that is new, so that its convenor is to be asked
     */
    public boolean offer(String reviewId, String countyId) {
        if (links.findByReviewIdAndCountyId(reviewId, countyId) != null) {
            return false;
        }
        links.save(new CountyLink(null, reviewId, countyId, null, null, null, null, clock.instant(), null, null));
        return true;
    }

    /** The number of the offer that was made to a local review. */
    @Transactional(readOnly = true)
    public long number(String reviewId, String countyId) {
        return Objects.requireNonNull(link(reviewId, countyId).id());
    }

    /** What the form to choose shows. */
    @Transactional(readOnly = true)
    Map<String, Object> shownChoice(long number) {
        CountyLink link = links.findById(number);
        CountyReview county = counties.get(link.countyId());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "explanation",
                "There is a review of crisis care across %s now. Settle with the organisations whether this review feeds it, is merged into"
                                .formatted(Shown.typed(
                                        directory.area(county.county()).name()))
                        + " it or stays apart. It never has to wait for the county.");
        shown.put(
                "county",
                "**Sponsor:** %s\n\n**Starts:** %s\n\n**Findings promised for:** %s\n\n**Terms of reference:** %s"
                        .formatted(
                                Shown.typed(Objects.requireNonNull(county.sponsor())),
                                Shown.day(Objects.requireNonNull(county.startsOn())),
                                Shown.day(Objects.requireNonNull(county.findingsOn())),
                                Shown.typed(Objects.requireNonNull(county.terms()))));
        shown.put("consents", consents(link.reviewId()).stream().map(this::row).toList());
        return shown;
    }

    private Map<String, Object> row(MergeConsent consent) {
        return Map.of(
                "body", directory.body(consent.bodyId()).name(),
                "view", consent.label(),
                "why", consent.why() == null ? "" : consent.why());
    }

    /**
     * Keeps what was chosen. To merge is a wish until every voice has consented.
     *
     * @return whether it is wished to merge
     */
    public boolean choose(long number, LinkReview answer, Actor actor) {
        boolean merge = answer.choice() == LinkChoice.MERGE;
        links.save(links.findById(number)
                .chosen(answer.choice(), answer.why(), actor.personId(), actor.name(), clock.instant()));
        return merge;
    }

    void consented(BodyRequest request, ConsentToMerge answer, Actor actor) {
        consents.save(new MergeConsent(
                null,
                request.number(),
                request.reviewId(),
                request.bodyId(),
                answer.view(),
                answer.why(),
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    void silent(BodyRequest request) {
        consents.save(new MergeConsent(
                null, request.number(), request.reviewId(), request.bodyId(), null, null, null, null, clock.instant()));
    }

    /** How many bodies were asked in the latest round. */
    @Transactional(readOnly = true)
    public int asked(String reviewId, String countyId) {
        return round(reviewId, countyId).size();
    }

    /** How many bodies consented in the latest round; silence is no consent. */
    @Transactional(readOnly = true)
    public int consented(String reviewId, String countyId) {
        return count(reviewId, countyId, consent -> true);
    }

    /** How many of them bring a voice, such as {@code livedExperience}. */
    @Transactional(readOnly = true)
    public int consentedWithVoice(String reviewId, String countyId, String voice) {
        return count(reviewId, countyId, consent -> {
            Voice theirs = directory.body(consent.bodyId()).voice();
            return theirs.key().equals(voice);
        });
    }

    private int count(String reviewId, String countyId, Predicate<MergeConsent> which) {
        return (int) round(reviewId, countyId).stream()
                .filter(consent -> consent.view() == MergeView.CONSENT && which.test(consent))
                .count();
    }

    /** What was said since the wish to merge was entered. */
    private List<MergeConsent> round(String reviewId, String countyId) {
        Instant wished = Objects.requireNonNull(link(reviewId, countyId).chosenAt());
        return consents(reviewId).stream()
                .filter(consent -> !consent.givenAt().isBefore(wished))
                .toList();
    }

    /** What every body said to merging, each time it was asked. */
    @Transactional(readOnly = true)
    public List<MergeConsent> consents(String reviewId) {
        return consents.findByReviewIdOrderById(reviewId);
    }

    /**
     * Ends a local review in the county's: the findings it has go there, and its record says so.
     *
     * @return the county review that is to hear of the findings
     */
    public String merge(String reviewId) {
        CountyLink link = links.findByReviewIdOrderById(reviewId).stream()
                .filter(offered -> offered.choice() == LinkChoice.MERGE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        String countyId = link.countyId();
        send(reviewId, countyId);
        reviews.merged(
                reviewId,
                "Merged into the county review “" + counties.title(countyId) + "”. "
                        + Objects.requireNonNullElse(link.why(), ""));
        tellMerged(reviewId, countyId);
        return countyId;
    }

    private void tellMerged(String reviewId, String countyId) {
        List<Finding> findings = localReviews.findings(reviewId);
        mail.merged(
                counties.get(countyId),
                reviewId,
                List.of(
                        String.valueOf(reviews.review(reviewId).closedWhy()),
                        findings.isEmpty()
                                ? "It had no findings of its own yet."
                                : findings.size() + (findings.size() == 1 ? " finding goes" : " findings go")
                                        + " to the county."));
    }

    // There and back

    /** Whether a local review feeds a county review, so that its findings go there. */
    @Transactional(readOnly = true)
    public boolean feedsCounty(String reviewId) {
        return feeding(reviewId).isPresent();
    }

    private Optional<CountyLink> feeding(String reviewId) {
        return links.findByReviewIdOrderById(reviewId).stream()
                .filter(link -> link.choice() == LinkChoice.FEED)
                .reduce((earlier, later) -> later);
    }

    /**
     * Sends the local findings to the county review.
     *
     * @return the county review that is to hear of them
     */
    public String handOver(String reviewId) {
        String countyId = feeding(reviewId).map(CountyLink::countyId).orElseThrow();
        send(reviewId, countyId);
        return countyId;
    }

    private void send(String reviewId, String countyId) {
        dispatches.lock(countyId);
        boolean tooLate = counties.get(countyId).ended();
        for (Finding finding : localReviews.findings(reviewId)) {
            dispatches.send(DispatchKind.LOCAL_FINDINGS, reviewId, countyId, finding.key(), tooLate);
        }
        LOG.info("Review {} has sent its findings to {}{}.", reviewId, countyId, tooLate ? ", which had ended" : "");
    }

    /** Whether the local findings are with a county review that answers them, so that none is to be drafted any more. */
    @Transactional(readOnly = true)
    public boolean findingsSent(String reviewId) {
        return dispatches.ofReview(reviewId).stream()
                .anyMatch(dispatch -> dispatch.kind() == DispatchKind.LOCAL_FINDINGS);
    }

    /** When a local review waits no longer for the county: 17:00 in London, so many working days after it sent its findings. */
    @Transactional(readOnly = true)
    public Date waitDueAt(String reviewId) {
        Instant sent = dispatches.ofReview(reviewId).stream()
                .filter(dispatch -> dispatch.kind() == DispatchKind.LOCAL_FINDINGS)
                .map(Dispatch::sentAt)
                .findFirst()
                .orElseGet(clock::instant);
        return Date.from(workingDays.dueAfter(sent, settings.waitAtMost()));
    }

    /**
     * Takes in whatever the county has sent before the local review was there to hear it.
     *
     * @return whether every finding is answered
     */
    public boolean takeInEarlier(String reviewId) {
        takeInSlips(reviewId);
        takeInCountyFindings(reviewId);
        return takeInAnswers(reviewId);
    }

    /**
     * Takes in what the county has answered.
     *
     * @return whether every finding is answered
     */
    public boolean takeInAnswers(String reviewId) {
        List<Dispatch> came = dispatches.takeIn(reviewId, DispatchKind.FINDING_ANSWERED);
        if (!came.isEmpty()) {
            mail.answered(
                    counties.get(came.get(0).countyId()),
                    reviewId,
                    came.stream().map(this::sentence).toList(),
                    false);
        }
        return everyFindingAnswered(reviewId);
    }

    private String sentence(Dispatch dispatch) {
        Finding finding = localReviews.finding(dispatch.subjectId());
        return CountyReviews.sentence(finding, Objects.requireNonNull(answers.findByFindingId(dispatch.subjectId())));
    }

    /** Whether the county has answered every finding it was sent. */
    @Transactional(readOnly = true)
    public boolean everyFindingAnswered(String reviewId) {
        return dispatches.unansweredOf(reviewId) == 0;
    }

    /** Takes in what the county review has found itself. */
    public void takeInCountyFindings(String reviewId) {
        for (Dispatch came : dispatches.takeIn(reviewId, DispatchKind.COUNTY_FINDINGS)) {
            mail.countyFindings(
                    counties.get(came.countyId()),
                    reviewId,
                    counties.ownFindings(came.countyId()).stream()
                            .map(report ->
                                    Objects.requireNonNull(report.claimClass()).label() + ": "
                                            + CountyMail.shortened(Objects.requireNonNull(report.text())))
                            .toList());
        }
    }

    /** Takes in that the county takes longer; everybody in the local review was told when the county said so. */
    public void takeInSlips(String reviewId) {
        dispatches.takeIn(reviewId, DispatchKind.COUNTY_SLIPPED);
    }

    /** A slip as people read it. */
    static String sentence(CountyReport slip) {
        String from = Shown.day(Objects.requireNonNull(slip.oldOn()));
        return slip.newOn() == null
                ? "Its findings were promised for " + from + ". The day has passed without a word."
                : "Its findings, promised for " + from + ", are now promised for " + Shown.day(slip.newOn())
                        + ". Why: “" + CountyMail.shortened(Objects.requireNonNullElse(slip.text(), "")) + "”";
    }

    /** Notes that a local review goes on without the answers that are missing. */
    public void release(String reviewId) {
        feeding(reviewId).ifPresent(link -> links.save(link.released(clock.instant())));
        LOG.info("Review {} waits no longer for the county.", reviewId);
    }

    /** What the form to make the findings final shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownAnswers(String reviewId) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("explanation", howAnswered(reviewId));
        shown.put("answers", answerRows(reviewId));
        return shown;
    }

    private String howAnswered(String reviewId) {
        if (dispatches.ofReview(reviewId).stream().anyMatch(Dispatch::tooLate)) {
            return "The county review had ended when the findings came, so it answers none of them. Say what follows from that for the"
                    + " findings of this review.";
        }
        return everyFindingAnswered(reviewId)
                ? "The county has answered every finding. Say what follows from that for the findings of this review."
                : "The county has not answered every finding, and this review waits no longer. Say what follows from what there is;"
                        + " later answers are taken onto the record.";
    }

    /** The findings of a local review and what the county says to each, as rows. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> answerRows(String reviewId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<Long, CountyAnswer> given =
                answers(reviewId).stream().collect(Collectors.toMap(CountyAnswer::findingId, Function.identity()));
        for (Finding finding : localReviews.findings(reviewId)) {
            CountyAnswer answer = given.get(finding.key());
            rows.add(Map.of(
                    "number", finding.number(),
                    "text", finding.text(),
                    "kind", finding.claimClass().label(),
                    "answer", answer == null ? "Not answered" : answer.sentence()));
        }
        return rows;
    }

    /** Keeps what follows from the county's answers. */
    public void finish(String reviewId, FinishFindings answer, Actor actor) {
        conclusions.save(new CountyConclusion(
                null, reviewId, answer.conclusion(), actor.personId(), actor.name(), clock.instant()));
    }

    // What people look at

    /** The county's answers to the findings of a local review. */
    @Transactional(readOnly = true)
    public List<CountyAnswer> answers(String reviewId) {
        return answers.findByReviewIdOrderById(reviewId);
    }

    /** What follows for a local review from the county's answers. */
    @Transactional(readOnly = true)
    public List<CountyConclusion> conclusions(String reviewId) {
        return conclusions.findByReviewIdOrderById(reviewId);
    }

    /** The county reviews that a local review was offered to feed. */
    @Transactional(readOnly = true)
    public List<CountyLink> ofReview(String reviewId) {
        return links.findByReviewIdOrderById(reviewId);
    }

    /** What went between a local review and the county's, in the order in which it was sent. */
    @Transactional(readOnly = true)
    public List<Dispatch> dispatches(String reviewId) {
        return dispatches.ofReview(reviewId);
    }

    /** Each time the county was to take longer, as a local review was told of it, in sentences. */
    @Transactional(readOnly = true)
    public List<String> slips(String reviewId) {
        return dispatches.ofReview(reviewId).stream()
                .filter(dispatch -> dispatch.kind() == DispatchKind.COUNTY_SLIPPED)
                .map(dispatch -> Objects.requireNonNull(reports.findById(dispatch.subjectId())))
                .map(CountyLinks::sentence)
                .toList();
    }

    /** What was said in a local review of a county review. */
    @Transactional(readOnly = true)
    public List<CountyClaim> claims(String reviewId) {
        return claims.findByReviewIdOrderById(reviewId);
    }

    @Override
    @Transactional(readOnly = true)
    public String standing(String reviewId) {
        return counties.aboveReview(reviewId)
                .map(county -> switch (county.state()) {
                    case CLAIMED ->
                        "A review of the whole county is said to come; its confirmation is due by "
                                + Shown.day(county.confirmationDueAt()) + ".";
                    case UNCONFIRMED ->
                        "A review of the whole county was said to come and has not been confirmed: nobody named its sponsor, its start"
                                + " and its terms of reference by " + Shown.day(county.confirmationDueAt())
                                + ". It cannot be a reason to put this review off.";
                    case CONFIRMED ->
                        "There is a review of the whole county; its findings are promised for "
                                + Shown.day(Objects.requireNonNull(county.findingsOn()))
                                + ". This review need not wait for it.";
                    default -> "";
                })
                .orElse("");
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable String whyNoReason(String reviewId) {
        return counties.aboveReview(reviewId)
                .filter(county -> county.state() == CountyState.UNCONFIRMED)
                .map(county ->
                        "The county review has not been confirmed: nobody named its sponsor, its start and its terms of"
                                + " reference by " + Shown.day(county.confirmationDueAt())
                                + ". It cannot be a reason to put this review off; if you mean an organisation’s own review, choose"
                                + " “Another reason” and name it.")
                .orElse(null);
    }

    private CountyLink link(String reviewId, String countyId) {
        return Objects.requireNonNull(
                links.findByReviewIdAndCountyId(reviewId, countyId),
                () -> "Review " + reviewId + " was never offered to feed " + countyId + ".");
    }
}
