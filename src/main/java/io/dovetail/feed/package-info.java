/**
 * What everybody may read of reviews in other forms than pages: the ledger as a table, news as a feed, dates as a calendar. It
 * tells nothing that the public pages do not tell.
 */
@NullMarked
package io.dovetail.feed;

import org.jspecify.annotations.NullMarked;
