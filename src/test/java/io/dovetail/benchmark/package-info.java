/**
 * How fast the program is, and how that changes when there are many reviews: {@code mvn -P benchmark verify}. {@link
 * io.dovetail.benchmark.Copies} makes the many. Nothing here is a test: no time is asserted.
 */
@NullMarked
package io.dovetail.benchmark;

import org.jspecify.annotations.NullMarked;
