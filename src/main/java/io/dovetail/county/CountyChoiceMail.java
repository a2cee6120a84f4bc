package io.dovetail.county;

import io.dovetail.directory.Directory;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import io.dovetail.request.HandOvers;
import io.dovetail.review.Reviews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The mail about the choice how a county review goes on: to its leads, to those above them, and to the local reviews that feed it. */
@Component
class CountyChoiceMail {

    private final CountyReviews counties;
    private final CountyLinks links;
    private final Reviews reviews;
    private final HandOvers handOvers;
    private final Directory directory;
    private final Readers readers;
    private final Postbox postbox;
    private final MailSettings mail;

    CountyChoiceMail(
            CountyReviews counties,
            CountyLinks links,
            Reviews reviews,
            HandOvers handOvers,
            Directory directory,
            Readers readers,
            Postbox postbox,
            MailSettings mail) {
        this.counties = counties;
        this.links = links;
        this.reviews = reviews;
        this.handOvers = handOvers;
        this.directory = directory;
        this.readers = readers;
        this.postbox = postbox;
        this.mail = mail;
    }

    /** Tells all of them, each once, what is so and what is asked of them. */
    void tell(String countyId, List<String> lines, String ask) {
        CountyReview county = counties.get(countyId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("county", directory.area(county.county()).name());
        facts.put("reviewTitle", counties.title(countyId));
        facts.put("lines", new ArrayList<>(lines));
        facts.put("link", mail.link("/county-reviews/" + countyId));
        Readers.once(Stream.concat(ofCounty(county), ofLocalReviews(countyId)))
                .forEach(reader ->
                        postbox.post(new Draft(MailTemplate.COUNTY_CHOICE, countyId, reader.asked(ask), facts)));
    }

    /** Who leads it now and who did at first, who is next in line for them, and the chair of its health and wellbeing board. */
    private Stream<Reader> ofCounty(CountyReview county) {
        return Stream.concat(
                Stream.of(handOvers.teamOf(county.reference()), handOvers.firstTeamOf(county.reference()))
                        .distinct()
                        .flatMap(team -> Stream.concat(
                                readers.asked(team, county.county(), "leads it").stream(),
                                readers.nextAbove(team, county.county()).stream())),
                Stream.of(readers.boardChair(county.county())));
    }

    private Stream<Reader> ofLocalReviews(String countyId) {
        return links.feeding(countyId).stream().filter(reviews::underWay).flatMap(reviewId -> {
            String area = reviews.review(reviewId).area();
            return Stream.concat(
                    Stream.of(readers.convenor(area)),
                    readers.desks(reviews.bodyIds(reviewId), area, "takes part in a review that feeds it").stream());
        });
    }
}
