/** What those who look after the program do with its engine from our own pages, so that nobody needs Cockpit for it. */
@NullMarked
package io.dovetail.cockpit;

import org.jspecify.annotations.NullMarked;
