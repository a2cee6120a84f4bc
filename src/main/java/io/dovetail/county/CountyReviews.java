package io.dovetail.county;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Area;
import io.dovetail.directory.Directory;
import io.dovetail.form.Guide;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import io.dovetail.workshop.CrisisCareArea;
import io.dovetail.workshop.LookedAt;
import io.dovetail.workshop.ScopeQuestion;
import io.dovetail.workshop.Workshops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews of a whole county: the steps of the model {@code county-review}. A {@code countyId} is such a review's reference, such as
 * {@code COUNTY-merrowshire-2026}.
 */
@Service
@Transactional
public class CountyReviews {

    private static final Logger LOG = LoggerFactory.getLogger(CountyReviews.class);

    private final CountyReviewStore counties;
    private final CountyClaimStore claims;
    private final CountyLinkStore links;
    private final CountyAnswerStore answers;
    private final CountyReportStore reports;
    private final LocalReviews localReviews;
    private final Dispatches dispatches;
    private final CountyMail mail;
    private final Reviews reviews;
    private final Workshops workshops;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final CountySettings settings;
    private final Guide guide;
    private final Clock clock;

    CountyReviews(
            CountyReviewStore counties,
            CountyClaimStore claims,
            CountyLinkStore links,
            CountyAnswerStore answers,
            CountyReportStore reports,
            LocalReviews localReviews,
            Dispatches dispatches,
            CountyMail mail,
            Reviews reviews,
            Workshops workshops,
            Directory directory,
            WorkingDays workingDays,
            CountySettings settings,
            Guide guide,
            Clock clock) {
        this.counties = counties;
        this.claims = claims;
        this.links = links;
        this.answers = answers;
        this.reports = reports;
        this.localReviews = localReviews;
        this.dispatches = dispatches;
        this.mail = mail;
        this.reviews = reviews;
        this.workshops = workshops;
        this.directory = directory;
        this.workingDays = workingDays;
        this.settings = settings;
        this.guide = guide;
        this.clock = clock;
    }

    // Claims

    /** Keeps that somebody says that there is a review of the whole county; returns the number of what they said. */
    public long claim(String reviewId, ClaimCountyReview answer, Actor actor) {
        return claims.save(new CountyClaim(
                        null,
                        reviewId,
                        null,
                        answer.said(),
                        answer.source(),
                        Objects.requireNonNull(actor.bodyId()),
                        actor.personId(),
                        actor.name(),
                        clock.instant()))
                .number();
    }

    /**
     * Puts a claim to the county review it is about. One that is under way stands for every claim of its county.
     *
     * @return whether the claim is the first word of its county review, which is then to begin
     */
    public boolean putClaim(long claimId) {
        CountyClaim claim = claims.findById(claimId);
        if (claim == null) {
            throw new NoSuchElementException("There is no claim with number " + claimId + ".");
        }
        if (claim.countyId() != null) {
            return false;
        }
        String county = countyOf(claim.reviewId());
        Optional<CountyReview> underWay = underWay(county);
        String countyId = underWay.map(CountyReview::reference)
                .orElseGet(() -> begin(county, claim.personName()).reference());
        claims.save(claim.about(countyId));
        return underWay.isEmpty();
    }

    /** The county review that a claim is about. */
    @Transactional(readOnly = true)
    public String claimed(long claimId) {
        CountyClaim claim = claims.findById(claimId);
        if (claim == null || claim.countyId() == null) {
            throw new NoSuchElementException("Claim " + claimId + " is about no county review yet.");
        }
        return claim.countyId();
    }

    /** Asks the county leads by mail to confirm it. */
    public void askForConfirmation(String countyId) {
        mail.claimed(get(countyId), claims.findByCountyIdOrderById(countyId));
    }

    // Its steps, in their order

    /**
     * Opens a county review that a county lead announces; returns its reference.
     *
     * @throws Refused if there is one in that county already, or the area is no county
     */
    public String announce(AnnounceCountyReview answer, Actor actor) {
        if (!directory.area(answer.county()).isCounty()) {
            throw new Refused("This is no county; please choose one.");
        }
        underWay(answer.county()).ifPresent(other -> {
            throw new Refused("There is a county review under way in "
                    + directory.area(answer.county()).name()
                    + (other.state() == CountyState.CONFIRMED
                            ? "; a second one would divide the work."
                            : ", which waits for its confirmation; please confirm that one in Tasklist."));
        });
        CountyReview begun = begin(answer.county(), actor.name());
        counties.save(begun.confirmed(
                answer.sponsor(),
                answer.startsOn(),
                answer.findingsOn(),
                actor.name(),
                answer.terms(),
                clock.instant()));
        return begun.reference();
    }

    private CountyReview begin(String county, String by) {
        int year = workingDays.today().getYear();
        String stem = "COUNTY-" + county + "-" + year;
        long before = counties.findByCountyOrderById(county).stream()
                .filter(other -> other.reference().startsWith(stem))
                .count();
        String reference = before == 0 ? stem : stem + "-" + (before + 1);
        Instant now = clock.instant();
        counties.takeReference(reference);
        CountyReview begun = counties.save(new CountyReview(
                null,
                reference,
                county,
                CountyState.CLAIMED,
                by,
                now,
                workingDays.dueAfter(now, settings.confirmWithin()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        LOG.info("County review {} has begun.", begun.reference());
        return begun;
    }

    /** What people call it. */
    @Transactional(readOnly = true)
    public String title(String countyId) {
        return mail.title(get(countyId));
    }

    /** When its confirmation is due: 17:00 in London on a working day. */
    @Transactional(readOnly = true)
    public Date confirmationDueAt(String countyId) {
        return Date.from(get(countyId).confirmationDueAt());
    }

    /** Whether it has a sponsor, a start and terms of reference. */
    @Transactional(readOnly = true)
    public boolean isConfirmed(String countyId) {
        return get(countyId).state() == CountyState.CONFIRMED;
    }

    /** Notes that nobody has confirmed it in time, and tells those who heard of it. */
    public void standUnconfirmed(String countyId) {
        CountyReview county = get(countyId);
        if (county.state() == CountyState.CLAIMED) {
            CountyReview unconfirmed = counties.save(county.at(CountyState.UNCONFIRMED, null, null));
            mail.unconfirmed(unconfirmed, claims.findByCountyIdOrderById(countyId));
        }
    }

    /**
     * Keeps whether there is one.
     *
     * @return whether there is
     */
    public boolean confirm(String countyId, ConfirmCounty answer, Actor actor) {
        CountyReview county = get(countyId);
        if (answer.held() == Holding.NOT_HELD) {
            CountyReview none = counties.save(
                    county.at(CountyState.NOT_HELD, clock.instant(), Objects.requireNonNull(answer.why())));
            mail.notHeld(none, claims.findByCountyIdOrderById(countyId));
            return false;
        }
        counties.save(county.confirmed(
                Objects.requireNonNull(answer.sponsor()),
                Objects.requireNonNull(answer.startsOn()),
                Objects.requireNonNull(answer.findingsOn()),
                actor.name(),
                Objects.requireNonNull(answer.terms()),
                clock.instant()));
        return true;
    }

    /** The local reviews under way in the county that have not been offered to feed it, by their references. */
    @Transactional(readOnly = true)
    public List<String> toOffer(String countyId) {
        CountyReview county = get(countyId);
        List<String> areas = directory.localAreas().stream()
                .filter(area -> county.county().equals(area.countyId()))
                .map(Area::id)
                .toList();
        List<String> offered = links.findByCountyIdOrderById(countyId).stream()
                .map(CountyLink::reviewId)
                .toList();
        return reviews.runningIn(areas).stream()
                .filter(reviewId -> !offered.contains(reviewId))
                .toList();
    }

    /**
     * A local review that is to hear that a county review is confirmed: as a list of one, or an empty one while it is not.
     *
     * @param reviewId the local review that has just been opened
     */
    @Transactional(readOnly = true)
    public List<String> toOffer(String countyId, String reviewId) {
        return isConfirmed(countyId) && toOffer(countyId).contains(reviewId) ? List.of(reviewId) : List.of();
    }

    /** When its findings are due: 17:00 in London on the day promised or on the next working day. */
    @Transactional(readOnly = true)
    public Date findingsDueAt(String countyId) {
        return Date.from(
                workingDays.closeOfDay(Objects.requireNonNull(get(countyId).findingsOn())));
    }

    /** Keeps what the county leads report. A later day is told to every local review that feeds this one. */
    public void report(String countyId, ReportCounty answer, Actor actor) {
        CountyReview county = get(countyId);
        LocalDate oldOn = county.findingsOn();
        boolean longer = answer.news() == CountyNews.LONGER;
        if (longer && !Objects.requireNonNull(answer.newOn()).isAfter(Objects.requireNonNull(oldOn))) {
            throw new Refused("Its findings are promised for " + Shown.day(oldOn) + "; please choose a later day.");
        }
        boolean finding = answer.news() == CountyNews.FINDING;
        boolean hypothesis = finding && answer.claimClass() == ClaimClass.HYPOTHESIS;
        CountyReport kept = reports.save(new CountyReport(
                null,
                countyId,
                answer.news(),
                finding ? answer.text() : longer ? answer.why() : null,
                finding ? answer.claimClass() : null,
                finding ? answer.source() : null,
                finding ? answer.area() : null,
                hypothesis ? answer.howTested() : null,
                hypothesis ? answer.testOwner() : null,
                longer ? oldOn : null,
                longer ? answer.newOn() : null,
                actor.personId(),
                actor.name(),
                clock.instant()));
        if (longer) {
            counties.save(county.promising(Objects.requireNonNull(answer.newOn())));
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
    public void dayPassed(String countyId) {
        CountyReport kept = reports.save(new CountyReport(
                null,
                countyId,
                CountyNews.LONGER,
                null,
                null,
                null,
                null,
                null,
                null,
                get(countyId).findingsOn(),
                null,
                null,
                null,
                clock.instant()));
        slipped(kept);
    }

    /** The local reviews that feed it hear of it the same day, whatever their stage; each takes it in when it is at its local review. */
    private void slipped(CountyReport slip) {
        String countyId = slip.countyId();
        send(DispatchKind.COUNTY_SLIPPED, countyId, slip.number());
        feeding(countyId).stream()
                .filter(reviews::underWay)
                .forEach(reviewId -> mail.slipped(get(countyId), reviewId, List.of(CountyLinks.sentence(slip))));
    }

    private void send(DispatchKind kind, String countyId, long subjectId) {
        feeding(countyId).forEach(reviewId -> dispatches.send(kind, reviewId, countyId, subjectId, false));
    }

    /** The local reviews that feed it, by their references. */
    @Transactional(readOnly = true)
    public List<String> feeding(String countyId) {
        return links.findByCountyIdOrderById(countyId).stream()
                .filter(link -> link.choice() == LinkChoice.FEED)
                .map(CountyLink::reviewId)
                .toList();
    }

    /** The local reviews that were offered to feed it or in which somebody spoke of it, by their references. */
    @Transactional(readOnly = true)
    public Set<String> offeredTo(String countyId) {
        Set<String> reviewIds = new LinkedHashSet<>();
        links.findByCountyIdOrderById(countyId).forEach(link -> reviewIds.add(link.reviewId()));
        claims.findByCountyIdOrderById(countyId).forEach(claim -> reviewIds.add(claim.reviewId()));
        return reviewIds;
    }

    // What localities send

    /**
     * Takes in the local findings that have come, and gives each locality its receipt.
     *
     * @param key what is taken in stands under this key, so that each step answers its own findings and no other
     */
    public void takeInFindings(String countyId, String key) {
        dispatches.takeInFindings(countyId, key);
        Map<String, List<Finding>> byReview = localReviews.findingsNumbered(toAnswer(key)).stream()
                .collect(Collectors.groupingBy(Finding::reviewId, LinkedHashMap::new, Collectors.toList()));
        if (!byReview.isEmpty()) {
            mail.received(get(countyId), byReview, Shown.day(answerDueAt().toInstant()));
        }
    }

    /** The findings that were taken in under a key, by their numbers in the table. */
    @Transactional(readOnly = true)
    public List<Long> toAnswer(String key) {
        return dispatches.takenInWith(key).stream().map(Dispatch::subjectId).toList();
    }

    /** When the answer to a finding taken in now is due: 17:00 in London on a working day. */
    @Transactional(readOnly = true)
    public Date answerDueAt() {
        return workingDays.dueIn(settings.answerWithin());
    }

    /** Keeps the county's answer to a finding, which goes back to where the finding came from. */
    public void answer(long findingId, AnswerFinding answer, Actor actor) {
        Finding finding = localReviews.finding(findingId);
        if (answers.findByFindingId(findingId) != null) {
            throw new Refused("This finding has been answered meanwhile; the answer stands on record.");
        }
        String countyId = sentTo(findingId);
        answers.save(new CountyAnswer(
                null,
                findingId,
                finding.reviewId(),
                countyId,
                answer.answer(),
                answer.because(),
                actor.personId(),
                actor.name(),
                clock.instant()));
        dispatches.send(DispatchKind.FINDING_ANSWERED, finding.reviewId(), countyId, findingId, false);
    }

    private String sentTo(long findingId) {
        return dispatches.ofReview(localReviews.finding(findingId).reviewId()).stream()
                .filter(dispatch -> dispatch.kind() == DispatchKind.LOCAL_FINDINGS && dispatch.subjectId() == findingId)
                .map(Dispatch::countyId)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NoSuchElementException("Finding " + findingId + " was sent to no county."));
    }

    /** The local review that a finding came from. */
    @Transactional(readOnly = true)
    public String reviewOf(long findingId) {
        return localReviews.finding(findingId).reviewId();
    }

    /** Keeps an answer that came when the local review no longer waited, and tells its convenor. */
    public void keepForRecord(long findingId) {
        Finding finding = localReviews.finding(findingId);
        CountyAnswer answer = Objects.requireNonNull(answers.findByFindingId(findingId));
        if (!dispatches
                .takeIn(finding.reviewId(), DispatchKind.FINDING_ANSWERED)
                .isEmpty()) {
            mail.answered(get(answer.countyId()), finding.reviewId(), List.of(sentence(finding, answer)), true);
        }
    }

    static String sentence(Finding finding, CountyAnswer answer) {
        return "Finding " + finding.number() + ": " + CountyMail.shortened(answer.sentence());
    }

    /** Whether every local finding that has been sent to it is answered. */
    @Transactional(readOnly = true)
    public boolean everyFindingAnswered(String countyId) {
        return dispatches.unanswered(countyId) == 0;
    }

    /**
     * Closes a county review, unless a finding came at the last moment.
     *
     * @return whether it is closed
     */
    public boolean close(String countyId) {
        dispatches.lock(countyId);
        if (dispatches.unanswered(countyId) > 0) {
            return false;
        }
        counties.save(get(countyId).at(CountyState.CLOSED, clock.instant(), null));
        LOG.info("County review {} is closed.", countyId);
        return true;
    }

    // What people look at

    /** A county review. */
    @Transactional(readOnly = true)
    public CountyReview get(String countyId) {
        CountyReview county = counties.findByReference(countyId);
        if (county == null) {
            throw new NoSuchElementException("There is no county review " + countyId + ".");
        }
        return county;
    }

    /** The county review under way in the county of a local review, confirmed or not; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<CountyReview> aboveReview(String reviewId) {
        return underWay(countyOf(reviewId));
    }

    /** The references of the county reviews that are to hear that a local review has been opened: none or one. */
    @Transactional(readOnly = true)
    public List<String> above(String reviewId) {
        return aboveReview(reviewId).stream().map(CountyReview::reference).toList();
    }

    private Optional<CountyReview> underWay(String county) {
        return counties.findByCountyOrderById(county).stream()
                .filter(review -> !review.ended())
                .findFirst();
    }

    private String countyOf(String reviewId) {
        Area area = directory.area(reviews.review(reviewId).area());
        return Objects.requireNonNullElse(area.countyId(), area.id());
    }

    /**
     * What a county lead's form shows.
     *
     * @param situation the id of the form
     * @return texts, numbers and lists of maps of them; never null within
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String countyId, String situation) {
        CountyReview county = get(countyId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation(situation));
        shown.put("review", Shown.typed(mail.title(county)));
        shown.put("record", "/county-reviews/" + countyId);
        shown.put("explanation", explanation(county, situation));
        shown.put("claims", shownClaims(countyId));
        shown.put("localities", shownLocalities(countyId));
        shown.put("questions", shownQuestions(countyId));
        shown.put("findings", shownFindings(countyId));
        return shown;
    }

    private String explanation(CountyReview county, String situation) {
        return switch (situation) {
            case "confirmCounty" ->
                "Local reviews have been told that there is a county-wide one. Say by "
                        + Shown.day(county.confirmationDueAt())
                        + " whether there is; until it has a sponsor, a start and terms of reference, nobody can put a local review"
                        + " off because of it.";
            case "reportCounty" ->
                "Write down the findings one by one, with where each comes from. They are promised for "
                        + (county.findingsOn() == null ? "a day that is not known" : Shown.day(county.findingsOn()))
                        + "; if it takes longer, say so here, and every local review hears of it.";
            case "answerFinding" ->
                "A local review has sent this finding. Say what becomes of it; the answer goes back to the people who found it.";
            default -> throw new IllegalArgumentException("A county review has no form " + situation + ".");
        };
    }

    /** What the form to answer a finding shows: the finding with its kind, and everything else about the county review. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownFinding(String countyId, long findingId) {
        Map<String, Object> shown = shown(countyId, "answerFinding");
        Finding finding = localReviews.finding(findingId);
        Review review = reviews.review(finding.reviewId());
        shown.put(
                "finding",
                "**Finding %d of %s** (%s, %s)\n\n%s"
                        .formatted(
                                finding.number(),
                                Shown.typed(directory.area(review.area()).name()),
                                finding.claimClass().label(),
                                finding.area().label(),
                                Shown.typed(finding.text())));
        return shown;
    }

    private List<Map<String, Object>> shownClaims(String countyId) {
        return claims.findByCountyIdOrderById(countyId).stream()
                .map(claim -> Map.<String, Object>of(
                        "body", directory.body(claim.bodyId()).name(),
                        "said", claim.said(),
                        "source", claim.source(),
                        "on", Shown.day(claim.claimedAt())))
                .toList();
    }

    /** The local reviews that were offered to feed it, as rows: {@code area}, {@code review}, {@code choice}, {@code sent}, {@code answered}. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownLocalities(String countyId) {
        List<Dispatch> all = dispatches.ofCounty(countyId);
        return links.findByCountyIdOrderById(countyId).stream()
                .map(link -> {
                    Review review = reviews.review(link.reviewId());
                    long sent = count(all, link.reviewId(), DispatchKind.LOCAL_FINDINGS);
                    long answered = count(all, link.reviewId(), DispatchKind.FINDING_ANSWERED);
                    return Map.<String, Object>of(
                            "area",
                            directory.area(review.area()).name(),
                            "review",
                            review.title() + " · " + review.reference(),
                            "choice",
                            link.choice() == null
                                    ? "Not decided yet"
                                    : link.choice().label(),
                            "sent",
                            String.valueOf(sent),
                            "answered",
                            String.valueOf(answered));
                })
                .toList();
    }

    private static long count(List<Dispatch> all, String reviewId, DispatchKind kind) {
        return all.stream()
                .filter(dispatch -> dispatch.reviewId().equals(reviewId) && dispatch.kind() == kind)
                .count();
    }

    /**
     * What the joint workshops of the localities left to the county, alone or together with them, as rows: {@code area},
     * {@code question}, {@code part}, {@code lookedAt}.
     */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownQuestions(String countyId) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CountyLink link : links.findByCountyIdOrderById(countyId)) {
            if (link.choice() == LinkChoice.FEED || link.choice() == LinkChoice.MERGE) {
                String area =
                        directory.area(reviews.review(link.reviewId()).area()).name();
                for (ScopeQuestion question : workshops.scopeQuestions(link.reviewId())) {
                    for (CrisisCareArea part : CrisisCareArea.values()) {
                        LookedAt by = question.in(part);
                        if (by == LookedAt.COUNTY || by == LookedAt.BOTH) {
                            rows.add(Map.of(
                                    "area", area,
                                    "question", question.question(),
                                    "part", part.label(),
                                    "lookedAt", by.label()));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private List<Map<String, Object>> shownFindings(String countyId) {
        return ownFindings(countyId).stream()
                .map(report -> Map.<String, Object>of(
                        "text", Objects.requireNonNull(report.text()),
                        "kind", Objects.requireNonNull(report.claimClass()).label(),
                        "source", Objects.requireNonNull(report.source()),
                        "test", Objects.requireNonNullElse(report.tested(), ""),
                        "area", Objects.requireNonNull(report.area()).label()))
                .toList();
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
        return slips(countyId).stream().map(CountyLinks::sentence).toList();
    }

    /** Every county review, the latest first. */
    @Transactional(readOnly = true)
    public List<CountyReview> all() {
        return counties.findAllByOrderByIdDesc();
    }

    /** What was said of it in local reviews. */
    @Transactional(readOnly = true)
    public List<CountyClaim> claims(String countyId) {
        return claims.findByCountyIdOrderById(countyId);
    }

    /** The local findings it has been sent, each with its answer if there is one, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Received> received(String countyId) {
        List<Dispatch> sent = dispatches.ofCounty(countyId).stream()
                .filter(dispatch -> dispatch.kind() == DispatchKind.LOCAL_FINDINGS)
                .toList();
        Map<Long, CountyAnswer> given = answers.findByCountyIdOrderById(countyId).stream()
                .collect(Collectors.toMap(CountyAnswer::findingId, Function.identity()));
        Map<Long, Finding> found =
                localReviews
                        .findingsNumbered(sent.stream().map(Dispatch::subjectId).toList())
                        .stream()
                        .collect(Collectors.toMap(Finding::key, Function.identity()));
        return sent.stream()
                .map(dispatch -> new Received(
                        Objects.requireNonNull(found.get(dispatch.subjectId())),
                        dispatch,
                        given.get(dispatch.subjectId())))
                .toList();
    }

    /**
     * A local finding as the county has it.
     *
     * @param finding the finding
     * @param sent when it was sent, and its receipt
     * @param answer the county's answer, if there is one
     */
    public record Received(
            Finding finding, Dispatch sent, @Nullable CountyAnswer answer) {}
}
