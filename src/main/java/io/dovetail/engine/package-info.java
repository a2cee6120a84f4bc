/**
 * Everything that knows the engine: settings, forms bound to records, who may do what, timers' clock, mail jobs. Features are
 * known here by the names the models use; no other room knows the engine, and those that have it do something ask for it in words of
 * ours.
 */
@NullMarked
package io.dovetail.engine;

import org.jspecify.annotations.NullMarked;
