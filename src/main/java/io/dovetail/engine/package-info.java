/**
 * Everything that knows the engine: settings, forms bound to records, who may do what, timers' clock, mail jobs. Features are
 * known here by the names the models use, and nothing of the engine is known to them.
 */
@NullMarked
package io.dovetail.engine;

import org.jspecify.annotations.NullMarked;
