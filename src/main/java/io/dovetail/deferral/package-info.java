/**
 * Postponements: each is explained, counted in the ledger, weighed by tier, told to those it concerns, and ended. What was said is
 * never changed, only added to.
 */
@NullMarked
package io.dovetail.deferral;

import org.jspecify.annotations.NullMarked;
