/** What each kind of person can and cannot do, tried over HTTP as a browser would. */
@NullMarked
package io.dovetail.security;

import org.jspecify.annotations.NullMarked;
