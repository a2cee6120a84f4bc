/**
 * Help that one body offers to another: by whom, for what, until when, and what was answered. An offer is never simply
 * passed over; silence is recorded as silence.
 */
@NullMarked
package io.dovetail.offer;

import org.jspecify.annotations.NullMarked;
