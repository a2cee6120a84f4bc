package io.dovetail.keeping;

import java.util.Set;

/**
 * A person as they are found in what is kept.
 *
 * @param id with which they sign in
 * @param names under which they did something, as they were written then
 * @param addresses of mail, in small letters
 */
public record Somebody(String id, Set<String> names, Set<String> addresses) {}
