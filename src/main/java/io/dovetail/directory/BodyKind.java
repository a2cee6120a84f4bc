package io.dovetail.directory;

import org.jspecify.annotations.Nullable;

/**
 * What sort of body it is, and so which {@link Voice} it brings.
 *
 * <p>Carers' bodies bring the <em>voluntary</em> voice. They know crisis from beside it, and that knowledge is theirs;
 * but lived experience means having been in the crisis oneself. Counted as lived experience, a carers' body alone could
 * make a date or a quorum "with lived experience" at which nobody who has been in crisis is present: carers would speak
 * in place of the person cared for. Most carers' bodies are charities besides. Where carers count in their own right
 * (the quorum's "one carer or carers' body") the rule asks for the kind, and its "one voluntary body" asks for the kind
 * {@link #VOLUNTARY}, so that no body fills both places.
 */
public enum BodyKind {
    MENTAL_HEALTH_TRUST("mental health trust", Voice.STATUTORY),
    INTEGRATED_CARE_BOARD("integrated care board", Voice.STATUTORY),
    LOCAL_AUTHORITY("local authority", Voice.STATUTORY),
    POLICE("police", Voice.STATUTORY),
    AMBULANCE("ambulance", Voice.STATUTORY),
    ACUTE_TRUST("acute trust", Voice.STATUTORY),
    PRIMARY_CARE("primary care", Voice.STATUTORY),
    VOLUNTARY("voluntary", Voice.VOLUNTARY),
    LIVED_EXPERIENCE("lived experience", Voice.LIVED_EXPERIENCE),
    CARERS("carers", Voice.VOLUNTARY),
    /** Anything else, such as a clinical commissioning group; the directory file says which voice it brings. */
    OTHER("other", null);

    private final String label;
    private final @Nullable Voice voice;

    BodyKind(String label, @Nullable Voice voice) {
        this.label = label;
        this.voice = voice;
    }

    /** The plain words for it, in the directory file and wherever people read it, such as "acute trust". */
    public String label() {
        return label;
    }

    /** The voice that follows from the kind, or null for {@link #OTHER}; a body's own is {@link Body#voice()}. */
    public @Nullable Voice voice() {
        return voice;
    }
}
