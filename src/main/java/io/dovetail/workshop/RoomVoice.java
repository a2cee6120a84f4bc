package io.dovetail.workshop;

import io.dovetail.directory.Body;
import io.dovetail.directory.BodyKind;
import io.dovetail.directory.Directory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The voices a workshop needs in the room. Carers count apart here, although their bodies speak with a voluntary voice
 * elsewhere: no body fills two places.
 */
enum RoomVoice {
    STATUTORY("the statutory organisations"),
    VOLUNTARY("the voluntary organisations"),
    LIVED_EXPERIENCE("people with lived experience"),
    CARERS("carers");

    private final String label;

    RoomVoice(String label) {
        this.label = label;
    }

    /** Who that is in plain words, to be read within a sentence. */
    String label() {
        return label;
    }

    static Set<RoomVoice> of(Directory directory, List<String> bodyIds) {
        Set<RoomVoice> voices = EnumSet.noneOf(RoomVoice.class);
        bodyIds.forEach(id -> voices.add(of(directory.body(id))));
        return voices;
    }

    static RoomVoice of(Body body) {
        if (body.kind() == BodyKind.CARERS) {
            return CARERS;
        }
        return switch (body.voice()) {
            case STATUTORY -> STATUTORY;
            case VOLUNTARY -> VOLUNTARY;
            case LIVED_EXPERIENCE -> LIVED_EXPERIENCE;
        };
    }
}
