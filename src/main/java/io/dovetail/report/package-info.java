/**
 * What a review comes to: findings checked and signed, recommendations with an owner and a date, the ten tests of working
 * together, the published report. Nothing a body says is averaged away: dissent, refusals and silence stay beside its name.
 */
@NullMarked
package io.dovetail.report;

import org.jspecify.annotations.NullMarked;
