package io.dovetail.review;

import java.util.List;
import java.util.Map;

/** How often a review has been put off, for the forms and cards of every step. */
public interface DeferralsSoFar {

    /** How often, those counted that came before it was proposed here. */
    int times(String reviewId);

    /** Whether it is put off now; each working day counts as lost to that, whoever else is late meanwhile. */
    boolean putOffNow(String reviewId);

    /** One sentence: how often, since when, how many working days were lost; an empty text if never. */
    String sentence(String reviewId);

    /** What was said to have changed when the review last went on after a postponement, as it was typed; an empty text if never. */
    String changed(String reviewId);

    /**
     * The ledger as rows of a table: {@code number}, {@code on}, {@code stage}, {@code who}, {@code why}, {@code from},
     * {@code to}, {@code planned}, {@code days}, all plain text; the days of all rows add up to the days that are lost.
     */
    List<Map<String, Object>> rows(String reviewId);
}
