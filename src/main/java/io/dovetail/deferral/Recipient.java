package io.dovetail.deferral;

import io.dovetail.directory.Person;

/**
 * Somebody who is told of a put-off.
 *
 * @param person who
 * @param why why they are told, as a whole sentence
 * @param ask what is asked of them, as a whole sentence
 */
record Recipient(Person person, String why, String ask) {}
