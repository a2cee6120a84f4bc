package io.dovetail.web;

import io.dovetail.county.CountyReview;
import io.dovetail.county.CountyReviews;
import io.dovetail.directory.Directory;
import io.dovetail.evidence.ReviewList;
import io.dovetail.evidence.Viewer;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of a county review, for {@link CountyReaders whoever may read it}. */
@Controller
class CountyPage {

    private final ReviewList list;
    private final CountyReviews counties;
    private final CountyReaders readers;
    private final CountyRecord countyRecord;
    private final Directory directory;
    private final Viewers viewers;

    CountyPage(
            ReviewList list,
            CountyReviews counties,
            CountyReaders readers,
            CountyRecord countyRecord,
            Directory directory,
            Viewers viewers) {
        this.list = list;
        this.counties = counties;
        this.readers = readers;
        this.countyRecord = countyRecord;
        this.directory = directory;
        this.viewers = viewers;
    }

    @GetMapping("/county-reviews/{reference}")
    String county(@PathVariable String reference, Authentication person, Model model) {
        CountyReview county;
        try {
            county = counties.get(reference);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such county review.", e);
        }
        Viewer reader = viewers.of(person);
        if (!readers.mayRead(reader, county)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Their organisation does not take part.");
        }
        model.addAttribute("words", new Words(directory));
        model.addAllAttributes(countyRecord.of(county, review -> list.isOpenTo(reader, review)));
        return "county";
    }
}
