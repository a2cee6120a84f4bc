/**
 * What is read across rooms: which reviews there are, where they stand and who may read them, straight from the tables, paged.
 * What is told of one review, its features tell themselves.
 */
@NullMarked
package io.dovetail.evidence;

import org.jspecify.annotations.NullMarked;
