/** What whoever keeps the program running looks at: whether it would start with these settings, and the numbers it gives whoever is on call. */
@NullMarked
package io.dovetail.running;

import org.jspecify.annotations.NullMarked;
