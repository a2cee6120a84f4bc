package io.dovetail.directory;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, or who is only written to.
 *
 * @param id the sign-in id, letters and digits; null for a contact who never signs in
 * @param name the name as the person writes it
 * @param email the person's address
 */
public record Person(@Nullable String id, String name, String email) {}
