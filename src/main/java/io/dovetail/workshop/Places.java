package io.dovetail.workshop;

import org.jspecify.annotations.Nullable;

/** The six places for dates that the forms have: form fields come in fixed rows, because lists cannot be edited in Tasklist. */
final class Places {

    /** How many dates can be proposed. */
    static final int COUNT = 6;

    private static final String[] NAMES = {"first", "second", "third", "fourth", "fifth", "sixth"};

    private Places() {}

    /**
     * What is at a place.
     *
     * @param place from 1 to {@value #COUNT}
     */
    @SafeVarargs
    static <T> @Nullable T pick(int place, @Nullable T... values) {
        return values[place - 1];
    }

    /** What people call the place, such as "fourth". */
    static String name(int place) {
        return NAMES[place - 1];
    }
}
