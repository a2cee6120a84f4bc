package io.dovetail.web;

import io.dovetail.directory.Directory;
import io.dovetail.dovetailing.ConsentToMerge;
import io.dovetail.dovetailing.CountyLink;
import io.dovetail.dovetailing.CountyLinks;
import io.dovetail.dovetailing.CountyReview;
import io.dovetail.dovetailing.CountyReviews;
import io.dovetail.dovetailing.Dispatch;
import io.dovetail.dovetailing.MergeConsent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands on record between local reviews and the county's: a part of a review's page, and the county review's own page. */
@Component
class CountyRecord {

    private final CountyReviews counties;
    private final CountyLinks links;
    private final Directory directory;

    CountyRecord(CountyReviews counties, CountyLinks links, Directory directory) {
        this.counties = counties;
        this.links = links;
        this.directory = directory;
    }

    /** A county review and what a local review does with it. */
    record Linked(CountyReview county, String title, CountyLink link) {}

    /** Something that went from one to the other, and its receipt. */
    record Sent(String what, Instant sentAt, @Nullable Instant takenInAt, boolean tooLate) {}

    /**
     * What a local review's page shows, by the names its template uses.
     *
     * @param rounds which of the review's rounds of asking are complete
     */
    @Transactional(readOnly = true)
    public Map<String, Object> ofReview(String reference, Rounds rounds) {
        Map<String, Object> part = new LinkedHashMap<>();
        List<Dispatch> sent = links.dispatches(reference);
        List<CountyLink> offered = links.ofReview(reference);
        part.put("countyClaims", links.claims(reference));
        part.put("countyStanding", links.standing(reference));
        part.put(
                "countyLinks",
                offered.stream()
                        .map(link -> new Linked(counties.get(link.countyId()), counties.title(link.countyId()), link))
                        .toList());
        part.put(
                "countyConsents",
                rounds.complete(ConsentToMerge.class, links.consents(reference), MergeConsent::givenAt));
        part.put("countySent", sent.stream().map(CountyRecord::sent).toList());
        part.put("countyAnswers", sent.isEmpty() ? List.of() : links.answerRows(reference));
        part.put("countyConclusions", links.conclusions(reference));
        part.put(
                "countyFindings",
                offered.stream()
                        .flatMap(link -> counties.ownFindings(link.countyId()).stream())
                        .toList());
        part.put("countySlips", links.slips(reference));
        return part;
    }

    private static Sent sent(Dispatch dispatch) {
        String what = switch (dispatch.kind()) {
            case LOCAL_FINDINGS -> "A finding to the county";
            case FINDING_ANSWERED -> "The county’s answer to a finding";
            case COUNTY_FINDINGS -> "The county’s own findings";
            case COUNTY_SLIPPED -> "That the county takes longer";
        };
        return new Sent(what, dispatch.sentAt(), dispatch.takenInAt(), dispatch.tooLate());
    }

    /**
     * What a county review's page shows, by the names its template uses.
     *
     * @param mayRead whose findings the reader may read: another locality's are not published yet
     */
    @Transactional(readOnly = true)
    public Map<String, Object> ofCounty(String countyId, Predicate<String> mayRead) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("words", new Words(directory));
        page.put("county", counties.get(countyId));
        // Not "title": that is what the layout calls the page's own.
        page.put("countyTitle", counties.title(countyId));
        page.put("claims", counties.claims(countyId));
        page.put("localities", counties.shownLocalities(countyId));
        page.put("questions", counties.shownQuestions(countyId));
        page.put(
                "received",
                counties.received(countyId).stream()
                        .filter(one -> mayRead.test(one.finding().reviewId()))
                        .toList());
        page.put("found", counties.ownFindings(countyId));
        page.put("slips", counties.slipSentences(countyId));
        return page;
    }
}
