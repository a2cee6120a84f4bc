/** Whether papers keep the standards that they claim. */
@NullMarked
package io.dovetail.paper;

import org.jspecify.annotations.NullMarked;
