package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Voice;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bodies of a local review say about merging it into the county's, round by round. */
@Service
@Transactional
public class MergeConsents {

    private final MergeConsentStore consents;
    private final Directory directory;
    private final Clock clock;
    private final CountyLinks links;

    MergeConsents(MergeConsentStore consents, Directory directory, Clock clock, CountyLinks links) {
        this.consents = consents;
        this.directory = directory;
        this.clock = clock;
        this.links = links;
    }

    void keep(BodyRequest request, @Nullable ConsentToMerge answer, @Nullable Actor actor) {
        consents.save(new MergeConsent(
                null, request.number(), request.reviewId(), Word.of(request, actor, clock.instant()), answer));
    }

    /** How many bodies were asked in the latest round. */
    @Transactional(readOnly = true)
    public int asked(String reviewId, String countyId) {
        return round(links.link(reviewId, countyId)).size();
    }

    /** How many bodies consented in the latest round; silence is no consent. */
    @Transactional(readOnly = true)
    public int consented(String reviewId, String countyId) {
        return count(links.link(reviewId, countyId), consent -> true);
    }

    /** How many of them bring a voice, such as {@code livedExperience}. */
    @Transactional(readOnly = true)
    public int consentedWithVoice(String reviewId, String countyId, String voice) {
        return count(links.link(reviewId, countyId), consent -> {
            Voice theirs = directory.body(consent.bodyId()).voice();
            return theirs.key().equals(voice);
        });
    }

    private int count(CountyLink link, Predicate<MergeConsent> which) {
        return (int) round(link).stream()
                .filter(consent -> consent.consents() && which.test(consent))
                .count();
    }

    /** What was said since the wish to merge was entered. */
    private List<MergeConsent> round(CountyLink link) {
        Instant wished = Objects.requireNonNull(link.chosenAt());
        return consents(link.reviewId()).stream()
                .filter(consent -> !consent.givenAt().isBefore(wished))
                .toList();
    }

    /** What every body said to merging, each time it was asked. */
    @Transactional(readOnly = true)
    public List<MergeConsent> consents(String reviewId) {
        return consents.findByReviewIdOrderById(reviewId);
    }
}
