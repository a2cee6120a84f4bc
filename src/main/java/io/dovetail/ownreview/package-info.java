/**
 * Reviews that bodies make by themselves beside the common one: never blocked, but known to all in scope and dates, open to observers and
 * to help, and brought together with the others' evidence when they end.
 */
@NullMarked
package io.dovetail.ownreview;

import org.jspecify.annotations.NullMarked;
