package io.dovetail.plan;

import io.dovetail.directory.Author;
import io.dovetail.keeping.Numbered;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Something that should be done, by whom and by when.
 *
 * @param text what should be done
 * @param owner the body that is to do it
 * @param byOn the day by which it should be done
 * @param measure how anybody will be able to tell that it is done
 * @param findingId the finding it rests on
 * @param prevention what it prevents
 * @param anotherFollows whether the convenor said that another one follows
 * @param author the person who wrote it down
 * @param addedAt when
 */
public record Recommendation(
        @Id @Nullable Long id,
        String reviewId,
        String text,
        String owner,
        LocalDate byOn,
        String measure,
        long findingId,
        String prevention,
        boolean anotherFollows,
        @Embedded.Empty Author author,
        Instant addedAt)
        implements Numbered {}
