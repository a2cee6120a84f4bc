package io.dovetail.deferral;

import io.dovetail.mail.Reader;
import io.dovetail.mail.Readers;
import io.dovetail.request.Convenors;
import io.dovetail.review.Reviews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who is meant by what the decision {@code escalation-recipients} calls partners, convenor, executives, boardChair and
 * scrutiny, and what is asked of them. Nobody is told twice of the same thing.
 */
@Component
class Recipients {

    private static final String REPLACED =
            "Nothing. Those who have taken the review over do what the convenor is asked.";

    private final Readers readers;
    private final Convenors convenors;
    private final Reviews reviews;

    Recipients(Readers readers, Convenors convenors, Reviews reviews) {
        this.readers = readers;
        this.convenors = convenors;
        this.reviews = reviews;
    }

    /**
     * The people behind these roles.
     *
     * @param roles as the decision names them
     * @param asks what is asked of whom
     */
    List<Recipient> of(String reviewId, Collection<String> roles, Asks asks) {
        String area = reviews.review(reviewId).area();
        Set<String> addresses = new HashSet<>();
        List<Recipient> told = new ArrayList<>();
        // From the most particular to the most general: a reader who is several of these is told as the first.
        for (String role : List.of("boardChair", "scrutiny", "executives", "convenor", "partners")) {
            if (roles.contains(role)) {
                behind(role, reviewId, area).stream()
                        .filter(reader -> addresses.add(reader.address()))
                        .forEach(reader -> told.add(new Recipient(role, reader.asked(asks.of(role, reader)))));
            }
        }
        if (roles.contains("convenor")) {
            convenors
                    .replaced(reviewId)
                    .filter(reader -> addresses.add(reader.address()))
                    .ifPresent(reader -> told.add(new Recipient("replaced", reader.asked(REPLACED))));
        }
        return told;
    }

    /** Whoever may restart a review that was put off: the bodies that asked for it, and the convenor. */
    List<Reader> whoMayRestart(String reviewId, List<String> asked) {
        String area = reviews.review(reviewId).area();
        return Readers.once(Stream.concat(
                readers.desks(asked, area, "asked to put the review off").stream(),
                convenors.asked(reviewId).stream()));
    }

    /** What is asked of whoever is told. */
    @FunctionalInterface
    interface Asks {

        /** What is asked of that reader in that role, as whole sentences. */
        String of(String role, Reader reader);
    }

    /**
     * Somebody who is told.
     *
     * @param role as the decision names it, or {@code replaced}: the convenor in whose place others act
     * @param reader who, why, and what is asked of them
     */
    record Recipient(String role, Reader reader) {}

    private List<Reader> behind(String role, String reviewId, String area) {
        return switch (role) {
            case "convenor" -> convenors.asked(reviewId);
            case "boardChair" -> List.of(readers.boardChair(area));
            case "scrutiny" -> List.of(readers.scrutiny(area));
            case "executives" -> readers.executives(reviews.bodyIds(reviewId), area);
            default -> readers.desks(reviews.bodyIds(reviewId), area, "takes part in this review");
        };
    }
}
