package io.dovetail.request;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a review can be told of at any time while it runs. What it is about has been kept by then; a message only says that there is
 * something to see.
 */
public enum News {
    /** Somebody asks to put it off. */
    PUT_OFF("putOff", "dovetail.deferralRequested"),
    /** What stood in the way of it is gone. */
    OBSTACLE_GONE("obstacleGone", "dovetail.obstacleRemoved"),
    /** A body makes a review by itself. */
    OWN_REVIEW("ownReview", "dovetail.ownReviewDeclared", "ownReviewId"),
    /** A body offers another one help. */
    OFFER("offer", "dovetail.offerMade", "offerId"),
    /** A body has a concern. */
    CONCERN("concern", "dovetail.concernRaised", "concernId"),
    /** A body has less money than before. */
    FUNDING_CUT("fundingCut", "dovetail.fundingCut", "fundingCutId"),
    /** Somebody says that there is a review of the whole county. */
    COUNTY_REVIEW("countyReview", "dovetail.countyReviewClaimed", "claimId"),
    /** A county review has stood still until somebody has to choose how it goes on. */
    COUNTY_CHOICE("countyChoice", "dovetail.countyChoiceForced");

    private final String key;
    private final String message;
    private final @Nullable String subject;

    /** What is about the review itself. */
    News(String key, String message) {
        this(key, message, null);
    }

    /** What is about something that was kept, whose number the step it leads to has under that name. */
    News(String key, String message, @Nullable String subject) {
        this.key = key;
        this.message = message;
        this.subject = subject;
    }

    /** What models call it, such as {@code ownReview}. */
    public String key() {
        return key;
    }

    /** The name of the message by which a review is told. */
    public String message() {
        return message;
    }

    /** The name of the variable that holds the number of what it is about; none where that is the review itself. */
    public @Nullable String subject() {
        return subject;
    }

    /** Whether a review that is under way need not listen: it is told that its obstacle is gone only where it waits for that. */
    public boolean needNotBeHeard() {
        return this == OBSTACLE_GONE;
    }

    /**
     * The one that models call so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static News of(String key) {
        return Arrays.stream(values())
                .filter(news -> news.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No review is told of " + key + "."));
    }
}
