/** The pages of {@code src/docs} that say what the program says: held to it, so that none grows old. */
@NullMarked
package io.dovetail.docs;

import org.jspecify.annotations.NullMarked;
