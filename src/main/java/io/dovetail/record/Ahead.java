package io.dovetail.record;

import java.time.LocalDate;

/**
 * Something that is still to come and has its day.
 *
 * @param on the day, London time
 * @param what what happens then: a sentence that names organisations and seats, never a person, and nothing confidential
 */
public record Ahead(LocalDate on, String what) {}
