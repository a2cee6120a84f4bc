/** Whole reviews on the real engine: people sign in, fill in forms, time moves, mail arrives. */
@NullMarked
package io.dovetail.journey;

import org.jspecify.annotations.NullMarked;
