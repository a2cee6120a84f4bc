/**
 * What anybody may raise about a running review at any time, from Tasklist's "Begin something": they choose the review from a list
 * and say what it is about, and it reaches that review. Concerns and cuts of money are answered here by all who take part.
 */
@NullMarked
package io.dovetail.matter;

import org.jspecify.annotations.NullMarked;
