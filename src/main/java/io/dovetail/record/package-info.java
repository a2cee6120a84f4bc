/**
 * What the record of a review is put together from: a part of each room, in one order, and which of the rounds of asking in it are
 * complete. It knows no room but the kernel; each room knows it and gives its own part.
 */
@NullMarked
package io.dovetail.record;

import org.jspecify.annotations.NullMarked;
