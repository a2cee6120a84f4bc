package io.dovetail.county;

import io.dovetail.deferral.OtherReviews;
import io.dovetail.form.Shown;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How it is with the county's review for whoever might wait for it. */
@Service
@Transactional(readOnly = true)
public class CountyAbove implements OtherReviews {

    private final CountyReviews counties;

    CountyAbove(CountyReviews counties) {
        this.counties = counties;
    }

    @Override
    public String standing(String reviewId) {
        return counties.aboveReview(reviewId)
                .map(county -> switch (county.state()) {
                    case CLAIMED ->
                        "Somebody said that there will be a review of the whole county; it has to be confirmed by "
                                + Shown.day(county.confirmationDueAt())
                                + ". Until it is confirmed it cannot be a reason to put this review off.";
                    case UNCONFIRMED ->
                        "Somebody said that there would be a review of the whole county; it has not been confirmed. Nobody named its sponsor, its start"
                                + " and its terms of reference by " + Shown.day(county.confirmationDueAt())
                                + ". It cannot be a reason to put this review off.";
                    case CONFIRMED ->
                        "There is a review of the whole county; its findings are promised for "
                                + Shown.day(Objects.requireNonNull(county.findingsOn()))
                                + ". This review does not have to wait for it.";
                    default -> "";
                })
                .orElse("");
    }

    @Override
    public @Nullable String whyNoReason(String reviewId) {
        return counties.aboveReview(reviewId)
                .filter(county -> county.state() != CountyState.CONFIRMED)
                .map(county ->
                        "The county review has not been confirmed: nobody has named its sponsor, its start and its terms of"
                                + " reference. It cannot be a reason to put this review off. If you mean an organisation’s own"
                                + " review, choose “Another reason” and name it.")
                .orElse(null);
    }
}
