/**
 * The weekly mails: to each body what is open for it and what comes up, to managers and convenors where each review stands.
 * Read straight from the tables of all features, in a handful of statements however many reviews there are.
 */
@NullMarked
package io.dovetail.digest;

import org.jspecify.annotations.NullMarked;
