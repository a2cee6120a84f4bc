package io.dovetail.keeping;

import org.jspecify.annotations.Nullable;

/** A row, which has a number once it has been stored. */
public interface Numbered {

    /** Its number, if it has been stored. */
    @Nullable
    Long id();

    /** The number of a row that has been stored. */
    default long number() {
        Long id = id();
        if (id == null) {
            throw new IllegalStateException(
                    "This has not been stored yet: " + getClass().getSimpleName());
        }
        return id;
    }
}
