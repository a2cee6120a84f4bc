@NullMarked
package io.dovetail.keeping;

import org.jspecify.annotations.NullMarked;
