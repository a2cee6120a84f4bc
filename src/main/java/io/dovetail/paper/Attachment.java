package io.dovetail.paper;

import java.time.Instant;

/**
 * A table that travels inside a paper, so that nobody has to type its figures again.
 *
 * @param file what it is called
 * @param type the kind of content, such as {@code text/csv}
 * @param description what it is, for whoever finds it in the paper
 * @param content the table
 * @param madeAt when it was made
 */
public record Attachment(String file, String type, String description, String content, Instant madeAt) {}
