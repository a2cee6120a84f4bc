package io.dovetail.request;

import java.util.Arrays;

/**
 * What a review can be told of at any time while it runs. What it is about has been kept by then; a message only says that there is
 * something to see.
 */
public enum News {
    /** Somebody asks to put it off. */
    PUT_OFF("putOff"),
    /** What stood in the way of it is gone. */
    OBSTACLE_GONE("obstacleGone"),
    /** A body makes a review by itself. */
    OWN_REVIEW("ownReview"),
    /** A body offers another one help. */
    OFFER("offer"),
    /** A body has a concern. */
    CONCERN("concern"),
    /** A body has less money than before. */
    FUNDING_CUT("fundingCut"),
    /** Somebody says that there is a review of the whole county. */
    COUNTY_REVIEW("countyReview"),
    /** A county review has stood still until somebody has to choose how it goes on. */
    COUNTY_CHOICE("countyChoice");

    private final String key;

    News(String key) {
        this.key = key;
    }

    /** What models call it, such as {@code ownReview}. */
    public String key() {
        return key;
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
