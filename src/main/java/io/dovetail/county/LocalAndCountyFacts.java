package io.dovetail.county;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Team;
import io.dovetail.request.ReviewFacts;
import io.dovetail.review.Reviews;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * What the kernel needs to know of whatever something is asked for: a local review, or the county's. Their references never meet,
 * because an area's code has at most four letters.
 */
@Component
@Primary
class LocalAndCountyFacts implements ReviewFacts {

    private final Reviews reviews;
    private final CountyReviews counties;
    private final CountyForms forms;
    private final Directory directory;

    LocalAndCountyFacts(Reviews reviews, CountyReviews counties, CountyForms forms, Directory directory) {
        this.reviews = reviews;
        this.counties = counties;
        this.forms = forms;
        this.directory = directory;
    }

    /** A county review is never put off: local reviews go on without it. */
    @Override
    public int timesPutOff(String reviewId) {
        return CountyReview.isNamed(reviewId) ? 0 : reviews.timesPutOff(reviewId);
    }

    @Override
    public boolean putOffNow(String reviewId) {
        return !CountyReview.isNamed(reviewId) && reviews.putOffNow(reviewId);
    }

    @Override
    public boolean underWay(String reviewId) {
        return CountyReview.isNamed(reviewId) ? !counties.get(reviewId).ended() : reviews.underWay(reviewId);
    }

    @Override
    public Person convenor(String reviewId) {
        return CountyReview.isNamed(reviewId) ? directory.convenorOf(area(reviewId)) : reviews.convenor(reviewId);
    }

    @Override
    public String area(String reviewId) {
        return CountyReview.isNamed(reviewId) ? counties.get(reviewId).county() : reviews.area(reviewId);
    }

    /** Organisations take part in local reviews alone. */
    @Override
    public List<String> underWayWith(String bodyId) {
        return reviews.underWayWith(bodyId);
    }

    @Override
    public String team(String reviewId) {
        return CountyReview.isNamed(reviewId) ? Team.Role.COUNTY_LEADS.in(area(reviewId)) : reviews.team(reviewId);
    }

    @Override
    public List<String> underWayOf(Collection<Team> teams) {
        Stream<String> ofCounties = teams.stream()
                .filter(team -> team.role() == Team.Role.COUNTY_LEADS)
                .flatMap(team -> counties.underWay(team.area().id()).stream())
                .map(CountyReview::reference);
        return Stream.concat(reviews.underWayOf(teams).stream(), ofCounties).toList();
    }

    @Override
    public String page(String reviewId) {
        return CountyReview.isNamed(reviewId) ? "/county-reviews/" + reviewId : reviews.page(reviewId);
    }

    @Override
    public String title(String reviewId) {
        return CountyReview.isNamed(reviewId) ? counties.title(reviewId) : reviews.title(reviewId);
    }

    @Override
    public Map<String, Object> shown(String reviewId, String situation) {
        return CountyReview.isNamed(reviewId) ? forms.shown(reviewId, situation) : reviews.shown(reviewId, situation);
    }
}
