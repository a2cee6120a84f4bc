/**
 * The published report, which prints what sign-off, plan and reflection gave, and when its effects are looked at again.
 */
@NullMarked
package io.dovetail.publication;

import org.jspecify.annotations.NullMarked;
