/**
 * Where reviews are: one line for each, read over many at once from its own indexed reads, for managers, convenors and county
 * leads. What is told of one review, its rooms tell on its record.
 */
@NullMarked
package io.dovetail.overview;

import org.jspecify.annotations.NullMarked;
