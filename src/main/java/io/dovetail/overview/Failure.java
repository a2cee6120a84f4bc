package io.dovetail.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed for good and waits for a hand.
 *
 * @param id by which it is tried again
 * @param reference the review, by its reference; none where it is of no single review
 * @param title what that review is called; none where it is of no single review
 * @param on since which London day
 * @param sentence what failed, for whom, and why
 */
public record Failure(
        String id, @Nullable String reference, @Nullable String title, LocalDate on, String sentence) {}
