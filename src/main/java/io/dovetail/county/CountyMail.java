package io.dovetail.county;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.form.Shown;
import io.dovetail.localreview.Finding;
import io.dovetail.mail.Convening;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import io.dovetail.mail.Relevance;
import io.dovetail.request.Convenors;
import io.dovetail.request.HandOvers;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mails between local reviews and the county review: what came, what is asked, and by when. */
@Component
class CountyMail implements Relevance, Convening {

    private static final int LONGEST_QUOTE = 500;

    private final CountyReviewStore counties;
    private final Reviews reviews;
    private final Directory directory;
    private final HandOvers handOvers;
    private final Readers readers;
    private final Convenors convenors;
    private final Postbox postbox;

    CountyMail(
            CountyReviewStore counties,
            Reviews reviews,
            Directory directory,
            HandOvers handOvers,
            Readers readers,
            Convenors convenors,
            Postbox postbox) {
        this.counties = counties;
        this.reviews = reviews;
        this.directory = directory;
        this.handOvers = handOvers;
        this.readers = readers;
        this.convenors = convenors;
        this.postbox = postbox;
    }

    /** Asks the county leads to confirm a county review that somebody says there is. */
    void tellClaimed(CountyReview county, List<CountyClaim> claims) {
        List<String> said = claims.stream()
                .map(claim -> directory.body(claim.bodyId()).name() + " says: “"
                        + shortened(claim.claimed().said()) + "” Source: "
                        + shortened(claim.claimed().source()))
                .toList();
        toLeads(
                MailTemplate.COUNTY_CLAIMED,
                county,
                said,
                "Please confirm it by " + Shown.day(county.confirmationDueAt())
                        + " with its sponsor, its start, the day of its findings and its terms of reference, or say that there is"
                        + " none. Until it is confirmed, no local review can be put off because of it.",
                Map.of("dueOn", Shown.day(county.confirmationDueAt())));
    }

    /** Tells the county leads and the local reviews in which it was said that a county review is unconfirmed. */
    void tellUnconfirmed(CountyReview county, List<CountyClaim> claims) {
        List<String> facts = List.of("Nobody has named its sponsor, its start and its terms of reference by "
                + Shown.day(county.confirmationDueAt()) + ".");
        toLeads(
                MailTemplate.COUNTY_UNCONFIRMED,
                county,
                facts,
                "It can still be confirmed in Tasklist. Until it is, no local review can be put off because of it.");
        claims.stream()
                .map(CountyClaim::reviewId)
                .distinct()
                .forEach(reviewId -> toConvenor(
                        MailTemplate.COUNTY_UNCONFIRMED,
                        reviewId,
                        county,
                        facts,
                        "Please go on with the local review; it does not have to wait for the county."));
    }

    /** Tells the local reviews in which it was said that there is no county review. */
    void tellNotHeld(CountyReview county, List<CountyClaim> claims) {
        List<String> facts =
                List.of("The county leads say why: “" + shortened(String.valueOf(county.endedWhy())) + "”");
        claims.stream()
                .map(CountyClaim::reviewId)
                .distinct()
                .forEach(reviewId -> toConvenor(
                        MailTemplate.COUNTY_NOT_HELD,
                        reviewId,
                        county,
                        facts,
                        "Please go on with the local review; there is nothing to wait for."));
    }

    /** Tells the convenor that the county has the findings, and the county leads that they are to be answered. */
    void tellReceived(CountyReview county, Map<String, List<Finding>> findingsByReview, String answerBy) {
        findingsByReview.forEach((reviewId, findings) -> {
            toConvenor(
                    MailTemplate.COUNTY_RECEIPT,
                    reviewId,
                    county,
                    numbered(findings),
                    "Nothing now. The county answers each finding: adopted, adapted, or not adopted and why. Its answers are due by "
                            + answerBy + "; if they do not come, the local review goes on without them.");
            toLeads(
                    MailTemplate.COUNTY_FINDINGS_CAME,
                    county,
                    numbered(findings),
                    "Please answer each finding in Tasklist by " + answerBy
                            + ": adopted, adapted, or not adopted and why. The county review cannot close while one is open.",
                    Map.of("locality", locality(reviewId), "dueOn", answerBy));
        });
    }

    /** Tells the convenor what the county has answered. */
    void tellAnswered(CountyReview county, String reviewId, List<String> answers, boolean late) {
        toConvenor(
                MailTemplate.COUNTY_ANSWERED,
                reviewId,
                county,
                answers,
                late
                        ? "The local review had gone on already; the answer is still on its record. Please see whether"
                                + " anything follows from it."
                        : "Once every finding is answered, please make the findings final in Tasklist.");
    }

    /** Tells everybody in a local review that the county takes longer. */
    void tellSlipped(CountyReview county, String reviewId, List<String> facts) {
        toEverybody(
                MailTemplate.COUNTY_SLIPPED,
                reviewId,
                county,
                facts,
                "Please go on as planned: the local review waits for the county’s answers no longer than announced.");
    }

    /** Tells everybody in a local review, and its convenor, that it is part of the county review now. */
    void tellMerged(CountyReview county, String reviewId, List<String> facts) {
        toEverybody(
                MailTemplate.MERGED,
                reviewId,
                county,
                facts,
                "Nothing. What was asked and has not been answered is withdrawn; the county’s answers are on the record of"
                        + " this review.");
    }

    /** Tells the convenor what the county review has found. */
    void tellFindings(CountyReview county, String reviewId, List<String> findings) {
        toConvenor(
                MailTemplate.COUNTY_FINDINGS,
                reviewId,
                county,
                findings,
                "Please see with the organisations what follows for the local review.");
    }

    private void toEverybody(
            MailTemplate template, String reviewId, CountyReview county, List<String> facts, String ask) {
        String area = reviews.review(reviewId).area();
        Readers.once(Stream.concat(
                        Stream.of(readers.convenor(area)),
                        readers.desks(reviews.bodyIds(reviewId), area, "takes part in this review").stream()))
                .forEach(reader -> post(template, reviewId, county, reader.asked(ask), facts, Map.of()));
    }

    private void toConvenor(
            MailTemplate template, String reviewId, CountyReview county, List<String> facts, String ask) {
        convenors
                .asked(reviewId)
                .forEach(convenor -> post(template, reviewId, county, convenor.asked(ask), facts, Map.of()));
    }

    private void toLeads(MailTemplate template, CountyReview county, List<String> facts, String ask) {
        toLeads(template, county, facts, ask, Map.of());
    }

    private void toLeads(
            MailTemplate template, CountyReview county, List<String> facts, String ask, Map<String, Object> more) {
        directory
                .team(handOvers.teamOf(county.reference()))
                .map(readers::desks)
                .orElse(List.of())
                .forEach(lead -> post(template, null, county, lead.asked(ask), facts, more));
    }

    private void post(
            MailTemplate template,
            @Nullable String reviewId,
            CountyReview county,
            Reader reader,
            List<String> facts,
            Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("county", directory.area(county.county()).name());
        all.put("reviewTitle", reviewId == null ? title(county) : reviews.title(reviewId));
        all.put("lines", new ArrayList<>(facts));
        all.put(
                "link",
                postbox.link(reviewId == null ? "/county-reviews/" + county.reference() : "/reviews/" + reviewId));
        postbox.post(new Draft(template, reviewId == null ? county.reference() : reviewId, reader, all));
    }

    /** What people call a county review. */
    String title(CountyReview county) {
        return "Crisis care across " + directory.area(county.county()).name();
    }

    private String locality(String reviewId) {
        Review review = reviews.review(reviewId);
        return directory.area(review.area()).name();
    }

    private static List<String> numbered(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "Finding " + finding.number() + " ("
                        + finding.claimClass().label() + "): " + shortened(finding.text()))
                .toList();
    }

    @Override
    public Optional<Person> convenor(Notice notice) {
        return Optional.ofNullable(notice.reviewId())
                .filter(CountyReview::isNamed)
                .map(counties::findByReference)
                .map(county -> directory.convenorOf(county.county()));
    }

    /** Nobody is asked for a confirmation that has been given. */
    @Override
    public Optional<String> whyNoLonger(Notice notice) {
        if (notice.template() != MailTemplate.COUNTY_CLAIMED) {
            return Optional.empty();
        }
        CountyReview county = counties.findByReference(notice.review());
        return county == null || county.state() == CountyState.CLAIMED
                ? Optional.empty()
                : Optional.of("It was answered meanwhile.");
    }

    static String shortened(String text) {
        return OneLine.quoted(text, LONGEST_QUOTE);
    }
}
