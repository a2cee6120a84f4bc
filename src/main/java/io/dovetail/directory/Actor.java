package io.dovetail.directory;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, and for which body.
 *
 * @param personId the sign-in id of the person
 * @param name the person's name at that time, so that a record stays readable after the person has left
 * @param bodyId the body the person acted for; null for a convenor, a county lead or an administrator
 */
public record Actor(String personId, String name, @Nullable String bodyId) {}
