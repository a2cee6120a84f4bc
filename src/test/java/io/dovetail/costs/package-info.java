/** What things cost the database, counted by the database itself. */
@NullMarked
package io.dovetail.costs;

import org.jspecify.annotations.NullMarked;
