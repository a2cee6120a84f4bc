/**
 * Who is signed in and what an address asks of them: deny by default. There is one sign-in, the engine's; a page of ours knows
 * a person by it.
 */
@NullMarked
package io.dovetail.security;

import org.jspecify.annotations.NullMarked;
