/**
 * The local review: evidence from every body, visits, and findings that rest on that evidence. What kind of claim each one is
 * stays written beside it, so that a hypothesis is never read as a fact.
 */
@NullMarked
package io.dovetail.localreview;

import org.jspecify.annotations.NullMarked;
