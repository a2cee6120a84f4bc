package io.dovetail.directory;

/** Whose view a body brings. A joint meeting without one of the three is not joint. */
public enum Voice {
    /** Bodies with legal duties and public money: they can decide, and they can wait. */
    STATUTORY("statutory", "statutory"),
    /** Organised help that no law requires: charities, community groups, carers' organisations. */
    VOLUNTARY("voluntary", "voluntary"),
    /** People who have been in a mental-health crisis themselves. */
    LIVED_EXPERIENCE("livedExperience", "lived experience");

    private final String key;
    private final String label;

    Voice(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word for it in decisions, forms and the directory file, such as {@code livedExperience}. */
    public String key() {
        return key;
    }

    /** The words for it that people read, such as "lived experience". */
    public String label() {
        return label;
    }
}
