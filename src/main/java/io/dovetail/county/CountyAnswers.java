package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The local findings that a county review has been sent, and what it answers. It cannot close while one is open. */
@Service
@Transactional
public class CountyAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(CountyAnswers.class);

    private final CountyReviews counties;
    private final CountyAnswerStore answers;
    private final LocalReviews localReviews;
    private final Dispatches dispatches;
    private final LocalitiesLeftBehind leftBehind;
    private final CountyMail mail;
    private final Clock clock;

    CountyAnswers(
            CountyReviews counties,
            CountyAnswerStore answers,
            LocalReviews localReviews,
            Dispatches dispatches,
            LocalitiesLeftBehind leftBehind,
            CountyMail mail,
            Clock clock) {
        this.counties = counties;
        this.answers = answers;
        this.localReviews = localReviews;
        this.dispatches = dispatches;
        this.leftBehind = leftBehind;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Takes in the local findings that have come, and gives each locality its receipt.
     *
     * @param key what is taken in is kept under this key, so that each step answers its own findings and no other
     */
    public void takeInFindings(String countyId, String key) {
        dispatches.takeInFindings(countyId, key);
        Map<String, List<Finding>> byReview = localReviews.findingsNumbered(toAnswer(key)).stream()
                .collect(Collectors.groupingBy(Finding::reviewId, LinkedHashMap::new, Collectors.toList()));
        if (!byReview.isEmpty()) {
            mail.tellReceived(counties.get(countyId), byReview, Shown.day(counties.answersDueAt()));
        }
    }

    /** The findings that were taken in under a key, by their numbers in the table. */
    @Transactional(readOnly = true)
    public List<Long> toAnswer(String key) {
        return dispatches.takenInWith(key).stream().map(Dispatch::subjectId).toList();
    }

    /** Keeps the county's answer to a finding, which goes back to where the finding came from. */
    public void answer(long findingId, AnswerFinding answer, Actor actor) {
        Finding finding = localReviews.finding(findingId);
        if (answers.findByFindingId(findingId) != null) {
            throw new Refused("This finding has been answered meanwhile; the answer is on record.");
        }
        String countyId = sentTo(findingId);
        answers.save(new CountyAnswer(
                null, findingId, finding.reviewId(), countyId, answer, Author.of(actor), clock.instant()));
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
            mail.tellAnswered(
                    counties.get(answer.countyId()), finding.reviewId(), List.of(sentence(finding, answer)), true);
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
     * Closes a county review, unless a finding came at the last moment. It does not wait for local reviews that have yet to send
     * theirs; its record says which it left behind.
     *
     * @return whether it is closed
     */
    public boolean close(String countyId) {
        dispatches.lock(countyId);
        if (dispatches.unanswered(countyId) > 0) {
            return false;
        }
        leftBehind.note(countyId);
        counties.close(countyId);
        return true;
    }

    /** Closes a county review with findings that are not answered; the local reviews wait for that no longer. */
    public void closePublicly(String countyId, String why) {
        dispatches.lock(countyId);
        leftBehind.note(countyId);
        counties.closePublicly(countyId, why);
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
