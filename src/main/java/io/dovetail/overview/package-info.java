/**
 * Where reviews are: one line for each, read over many at once from its own indexed reads, for managers, convenors and county
 * leads; and the path that one review took, from its ledger and the history. What was said and found, its rooms tell on its record.
 */
@NullMarked
package io.dovetail.overview;

import org.jspecify.annotations.NullMarked;
