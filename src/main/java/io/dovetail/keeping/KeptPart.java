package io.dovetail.keeping;

import java.util.List;

/**
 * One part of what is given out.
 *
 * @param title what it holds, for readers
 * @param note what whoever gives it out has to know first; empty where there is nothing to know
 */
public record KeptPart(String title, String note, List<Thing> things) {

    /** One thing that is kept, as what is known of it, in order. */
    public record Thing(List<Fact> facts) {}

    /**
     * One value with its name.
     *
     * @param mark why somebody has to look before it is given to others; empty where there is no reason
     */
    public record Fact(String name, String value, String mark) {

        /** A value that needs no mark. */
        public static Fact of(String name, String value) {
            return new Fact(name, value, "");
        }
    }
}
