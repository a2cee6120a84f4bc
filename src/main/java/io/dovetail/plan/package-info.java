/**
 * What should be done, by whom and by when, and what those who are to do it say. Each recommendation rests on a signed finding.
 */
@NullMarked
package io.dovetail.plan;

import org.jspecify.annotations.NullMarked;
