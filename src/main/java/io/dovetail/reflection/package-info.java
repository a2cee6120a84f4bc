/**
 * How far the review was made together: the ten tests, answered by every body and, deciding, by people with lived experience.
 */
@NullMarked
package io.dovetail.reflection;

import org.jspecify.annotations.NullMarked;
