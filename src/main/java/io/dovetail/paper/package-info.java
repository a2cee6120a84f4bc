/**
 * Pages of ours on paper: as PDF that screen readers can read and archives can keep. It knows no review; the pages give it what they
 * show.
 */
@NullMarked
package io.dovetail.paper;

import org.jspecify.annotations.NullMarked;
