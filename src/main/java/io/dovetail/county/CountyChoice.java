package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That somebody had to choose how a county review goes on, and what was chosen.
 *
 * @param what who had not done what: a whole sentence
 * @param askedAt when the choice was forced
 * @param way what was chosen; none until it is
 * @param lead who leads it from then on, where that is somebody else
 * @param reason why
 * @param chairSaid what the chair of the health and wellbeing board said; none where nobody chose in time
 * @param author the person who chose; none where nobody did
 * @param chosenAt when
 */
public record CountyChoice(
        @Id @Nullable Long id,
        String countyId,
        String what,
        Instant askedAt,
        @Nullable CountyWay way,
        @Nullable String lead,
        @Nullable String reason,
        @Nullable String chairSaid,
        @Embedded.Nullable @Nullable Author author,
        @Nullable Instant chosenAt) {

    static CountyChoice forced(String countyId, String what, Instant now) {
        return new CountyChoice(null, countyId, what, now, null, null, null, null, null, null);
    }

    boolean open() {
        return chosenAt == null;
    }

    CountyChoice chosen(ChooseCountyWay answer, @Nullable String nextLead, Actor actor, Instant now) {
        return new CountyChoice(
                id,
                countyId,
                what,
                askedAt,
                answer.way(),
                nextLead,
                answer.reason(),
                answer.chairSaid(),
                Author.of(actor),
                now);
    }

    CountyChoice byDefault(@Nullable CountyWay how, @Nullable String nextLead, String why, Instant now) {
        return new CountyChoice(id, countyId, what, askedAt, how, nextLead, why, null, null, now);
    }
}
