/**
 * The review of the county: who holds it, which local reviews wait for it, what goes from one to the other and comes back. It
 * knows the local review; the local review does not know it.
 */
@NullMarked
package io.dovetail.county;

import org.jspecify.annotations.NullMarked;
