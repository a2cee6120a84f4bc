package io.dovetail.web;

import io.dovetail.county.CountyReviews;
import io.dovetail.directory.Directory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on record of the county's review, put together for its page. */
@Component
class CountyRecord {

    private final CountyReviews counties;
    private final Directory directory;

    CountyRecord(CountyReviews counties, Directory directory) {
        this.counties = counties;
        this.directory = directory;
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
