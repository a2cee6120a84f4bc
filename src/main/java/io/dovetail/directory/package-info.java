/**
 * Bodies, people and areas of the partnership, as dated data read once from a YAML file at start.
 * Nothing here changes while the program runs; a faulty file stops the start with the lines to correct.
 */
@NullMarked
package io.dovetail.directory;

import org.jspecify.annotations.NullMarked;
