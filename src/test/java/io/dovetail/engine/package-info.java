/** What the engine room does by itself. */
@NullMarked
package io.dovetail.engine;

import org.jspecify.annotations.NullMarked;
