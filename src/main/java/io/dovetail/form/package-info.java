/**
 * What every form has in common: which record is its twin, the rules its fields keep, the guide at its top. What a person
 * submitted arrives in the features as one of those records, already checked.
 */
@NullMarked
package io.dovetail.form;

import org.jspecify.annotations.NullMarked;
