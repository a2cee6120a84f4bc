package io.dovetail.deferral;

import io.dovetail.keeping.Numbered;
import io.dovetail.review.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One postponement of a review. How it ended is among its {@link DeferralEvent}s.
 *
 * @param stage the stage it interrupted
 * @param openedAt when
 */
public record Deferral(@Id @Nullable Long id, String reviewId, Stage stage, Instant openedAt) implements Numbered {}
