/** The program as it is run for real: several on one database, each in a JVM of its own, and what it costs that database. */
@NullMarked
package io.dovetail.running;

import org.jspecify.annotations.NullMarked;
