/**
 * The follow-up after publication: what became of each recommendation, told by its owner. Silence is kept as silence, and what
 * is done or withdrawn is not asked about again.
 */
@NullMarked
package io.dovetail.followup;

import org.jspecify.annotations.NullMarked;
