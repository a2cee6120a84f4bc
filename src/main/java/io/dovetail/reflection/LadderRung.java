package io.dovetail.reflection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How far a review got on the ladder of co-production.
 *
 * @param rung the rung in plain words, such as "Co-design"
 * @param foundAt when
 */
record LadderRung(@Id @Nullable Long id, String reviewId, String rung, Instant foundAt) {}
