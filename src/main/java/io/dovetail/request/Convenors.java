package io.dovetail.request;

import io.dovetail.directory.Directory;
import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reads what the convenor of a review is asked, also where others have taken that over: only they can do it. */
@Component
@Transactional(readOnly = true)
public class Convenors {

    private final HandOvers handOvers;
    private final ObjectProvider<ReviewFacts> reviews;
    private final Directory directory;
    private final Readers readers;

    /** The convenors of these reviews. */
    public Convenors(HandOvers handOvers, ObjectProvider<ReviewFacts> reviews, Directory directory, Readers readers) {
        this.handOvers = handOvers;
        this.reviews = reviews;
        this.directory = directory;
        this.readers = readers;
    }

    /** The convenor of its area, or each of those who have taken the review over. */
    public List<Reader> asked(String reviewId) {
        return handedOver(reviewId)
                ? readers.desks(directory.team(handOvers.teamOf(reviewId)).orElseThrow())
                : List.of(ofArea(reviewId));
    }

    /** The convenor of its area where others act in their place: they are told what happens, and asked for nothing. */
    public Optional<Reader> replaced(String reviewId) {
        return Optional.of(reviewId).filter(this::handedOver).map(this::ofArea);
    }

    private boolean handedOver(String reviewId) {
        return !handOvers.teamOf(reviewId).equals(handOvers.firstTeamOf(reviewId));
    }

    private Reader ofArea(String reviewId) {
        return readers.convenor(reviews.getObject().area(reviewId));
    }
}
