package io.dovetail.web;

import io.dovetail.county.CountyLinks;
import io.dovetail.county.CountyReview;
import io.dovetail.county.CountyReviews;
import io.dovetail.evidence.ReviewList;
import io.dovetail.evidence.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may read the review of a county. */
@Component
class CountyReaders {

    private final ReviewList list;
    private final CountyReviews counties;
    private final CountyLinks countyLinks;

    CountyReaders(ReviewList list, CountyReviews counties, CountyLinks countyLinks) {
        this.list = list;
        this.counties = counties;
        this.countyLinks = countyLinks;
    }

    /** Whoever leads it or coordinates an area of the county, was asked about it, or may read a local review that was offered to feed it. */
    boolean mayRead(Viewer reader, CountyReview county) {
        return reader.everything()
                || reader.areaIds().contains(county.county())
                || list.wasAsked(reader, county.reference())
                || countyLinks.offeredTo(county.reference()).stream().anyMatch(review -> list.isOpenTo(reader, review));
    }

    /** What the list names of them to whoever serves more than one organisation, the latest first. */
    List<CountyReview> listed(Viewer reader) {
        return reader.everything() || reader.coordinates()
                ? counties.all().stream()
                        .filter(county -> mayRead(reader, county))
                        .toList()
                : List.of();
    }
}
