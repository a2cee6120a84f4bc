package io.dovetail.request;

import io.dovetail.directory.Directory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the card of a step says below the step's name: in one line, since each value of a card is a row that is written with each step. */
@Component
public class StepCard {

    private final Requests requests;
    private final ReviewFacts reviews;
    private final Directory directory;

    StepCard(Requests requests, ReviewFacts reviews, Directory directory) {
        this.requests = requests;
        this.reviews = reviews;
        this.directory = directory;
    }

    /**
     * The review and its area; for what was asked of a seat also which, and by when; and how often the review has been put off.
     *
     * @param requestId the request whose step it is; none for a step of one person alone
     */
    public String about(String reviewId, @Nullable Long requestId) {
        List<String> parts = new ArrayList<>();
        parts.add(reviews.title(reviewId));
        parts.add(directory.area(reviews.area(reviewId)).name());
        if (requestId != null) {
            parts.add("asked: " + requests.bodyName(requestId));
            requests.find(requestId)
                    .map(BodyRequest::answerDueAt)
                    .ifPresent(due -> parts.add("due " + RequestDays.day(due)));
        }
        int times = reviews.timesPutOff(reviewId);
        if (times > 0) {
            parts.add("put off " + (times == 1 ? "once" : times + " times"));
        }
        return String.join(" · ", parts);
    }
}
