/**
 * The kernel: one body is asked one thing, by a date, and answers, is reminded or stays silent. Everything that bodies are
 * asked goes this way; what is asked is a {@link io.dovetail.request.Question} of the feature that asks it.
 */
@NullMarked
package io.dovetail.request;

import org.jspecify.annotations.NullMarked;
