/** Dovetail: a partnership's review of mental-health crisis care. Each room below says what it is for. */
@NullMarked
package io.dovetail;

import org.jspecify.annotations.NullMarked;
