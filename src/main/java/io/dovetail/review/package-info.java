/**
 * The review itself: what is proposed and why, who takes part, where each body stands, how far it has got. Others ask
 * {@link io.dovetail.review.Reviews} for these facts.
 */
@NullMarked
package io.dovetail.review;

import org.jspecify.annotations.NullMarked;
