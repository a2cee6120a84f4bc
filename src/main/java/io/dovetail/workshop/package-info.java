/**
 * The joint workshop: dates proposed, availability asked, booked with papers and payment, put into calendars, held, quorum counted by voice, and a
 * record that every body confirms. Its result is the dovetail matrix: who looks at which question, locally or county-wide.
 */
@NullMarked
package io.dovetail.workshop;

import org.jspecify.annotations.NullMarked;
