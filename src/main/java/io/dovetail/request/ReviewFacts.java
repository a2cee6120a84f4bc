package io.dovetail.request;

import java.util.Map;

/** What the kernel needs to know of the review something is asked for. */
public interface ReviewFacts {

    /** The review's title. */
    String title(String reviewId);

    /**
     * What every form of a review shows: {@code guide}, {@code review}, {@code need}, {@code commitment} and the record so far.
     *
     * @param situation the id of the form
     */
    Map<String, Object> shown(String reviewId, String situation);
}
