/**
 * For how long what is kept about people and reviews is kept, and what of it somebody is given who asks. It reads tables by the keys
 * between them, so that a new one cannot be forgotten; other rooms forget and tell what only they know.
 */
@NullMarked
package io.dovetail.keeping;

import org.jspecify.annotations.NullMarked;
