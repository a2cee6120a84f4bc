/**
 * Working days of England and Wales, and the one clock that everything reads.
 * All counting is in Europe/London; moments leave this room as instants, so nobody else needs to know the zone.
 */
@NullMarked
package io.dovetail.calendar;

import org.jspecify.annotations.NullMarked;
