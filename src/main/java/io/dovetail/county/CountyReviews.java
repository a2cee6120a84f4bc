package io.dovetail.county;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Area;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.form.Refused;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
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
    private final CountyMail mail;
    private final Reviews reviews;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final CountySettings settings;
    private final Clock clock;

    CountyReviews(
            CountyReviewStore counties,
            CountyClaimStore claims,
            CountyMail mail,
            Reviews reviews,
            Directory directory,
            WorkingDays workingDays,
            CountySettings settings,
            Clock clock) {
        this.counties = counties;
        this.claims = claims;
        this.mail = mail;
        this.reviews = reviews;
        this.directory = directory;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a county review that a county lead announces; returns its reference.
     *
     * @throws Refused if there is one in that county already, the area is no county, or others lead it
     */
    public String announce(AnnounceCountyReview answer, Actor actor) {
        if (!directory.area(answer.county()).isCounty()) {
            throw new Refused("This is no county; please choose one.");
        }
        Team leads = directory.team(Team.Role.COUNTY_LEADS.in(answer.county())).orElseThrow();
        if (leads.members().stream().noneMatch(lead -> actor.personId().equals(lead.id()))) {
            throw new Refused("You do not lead reviews in " + leads.area().name() + "; only " + leads.called()
                    + " can announce one there.");
        }
        underWay(answer.county()).ifPresent(other -> {
            throw new Refused("There is a county review under way in "
                    + directory.area(answer.county()).name()
                    + (other.state() == CountyState.CONFIRMED
                            ? "; a second one would divide the work."
                            : ", which waits for its confirmation; please confirm that one in Tasklist."));
        });
        CountyReview begun = begin(answer.county(), actor.name());
        counties.save(begun.confirmed(new CountyTerms(
                answer.sponsor(),
                answer.startsOn(),
                answer.terms(),
                answer.findingsOn(),
                actor.name(),
                clock.instant())));
        return begun.reference();
    }

    /** Opens one that nobody has confirmed yet. */
    CountyReview begin(String county, String by) {
        int year = workingDays.today().getYear();
        String stem = CountyReview.STEM + county + "-" + year;
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

    /** When the answers to findings that come now are due. */
    Instant answersDueAt() {
        return workingDays.dueAfter(clock.instant(), settings.answerWithin());
    }

    /** Whether it has a sponsor, a start and terms of reference. */
    @Transactional(readOnly = true)
    public boolean isConfirmed(String countyId) {
        return get(countyId).state() == CountyState.CONFIRMED;
    }

    /** Notes that nobody has confirmed it in time, and tells those who were told of it. */
    public void markUnconfirmed(String countyId) {
        CountyReview county = get(countyId);
        if (county.state() == CountyState.CLAIMED) {
            CountyReview unconfirmed = counties.save(county.at(CountyState.UNCONFIRMED, null, null));
            mail.tellUnconfirmed(unconfirmed, claims.findByCountyIdOrderById(countyId));
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
            mail.tellNotHeld(none, claims.findByCountyIdOrderById(countyId));
            return false;
        }
        counties.save(county.confirmed(new CountyTerms(
                Objects.requireNonNull(answer.sponsor()),
                Objects.requireNonNull(answer.startsOn()),
                Objects.requireNonNull(answer.terms()),
                Objects.requireNonNull(answer.findingsOn()),
                actor.name(),
                clock.instant())));
        return true;
    }

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

    /** The one under way in a county; it is the only one. */
    Optional<CountyReview> underWay(String county) {
        return counties.findByCountyOrderById(county).stream()
                .filter(review -> !review.ended())
                .findFirst();
    }

    /** The county in which a local review is held. */
    String countyOf(String reviewId) {
        Area area = directory.area(reviews.review(reviewId).area());
        return Objects.requireNonNullElse(area.countyId(), area.id());
    }

    /** Every county review, the latest first. */
    @Transactional(readOnly = true)
    public List<CountyReview> all() {
        return counties.findAllByOrderByIdDesc();
    }

    /** Keeps the later day for which its findings are promised now. */
    void promise(CountyReview county, LocalDate newOn) {
        counties.save(county.promising(newOn));
    }

    /** Ends it whatever is open, for that reason. */
    void closePublicly(String countyId, String why) {
        counties.save(get(countyId).at(CountyState.CLOSED, clock.instant(), why));
        LOG.info("County review {} is closed publicly.", countyId);
    }

    /** Ends it; {@link CountyAnswers#close} decides whether it can. */
    void close(String countyId) {
        counties.save(get(countyId).at(CountyState.CLOSED, clock.instant(), null));
        LOG.info("County review {} is closed.", countyId);
    }
}
