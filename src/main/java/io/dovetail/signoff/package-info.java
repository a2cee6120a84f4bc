/**
 * The findings on their way to being signed: checked, corrected, agreed to or not. Dissent, refusal and silence are printed beside
 * the name, as they were written. It rests on the findings of the local review.
 */
@NullMarked
package io.dovetail.signoff;

import org.jspecify.annotations.NullMarked;
