/** A few journeys in a real browser, as people find Tasklist, Cockpit and our own pages. */
@NullMarked
package io.dovetail.browser;

import org.jspecify.annotations.NullMarked;
