package io.dovetail.signoff;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.LastWord;
import io.dovetail.request.Said;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who puts its name to the findings of a review, and who does not. */
@Service
@Transactional
public class SignOffs {

    private final SignatureStore signatures;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    SignOffs(SignatureStore signatures, Reviews reviews, Directory directory, Clock clock) {
        this.signatures = signatures;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    /** The bodies to ask for their name: those that take part and have not said whether they give it, silence included. */
    @Transactional(readOnly = true)
    public List<String> toSign(String reviewId) {
        return Said.yetToAnswer(reviews.bodyIds(reviewId), signatures(reviewId));
    }

    /** Who put its name to the findings and who did not, by what each said last, in the order in which they answered. */
    @Transactional(readOnly = true)
    public List<Signature> signatures(String reviewId) {
        return LastWord.ofEach(signatures.findByReviewIdOrderById(reviewId), Signature::bodyId);
    }

    /** Who signed and who did not, for a table, dissent as it was written. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownSignatures(String reviewId) {
        return signatures(reviewId).stream()
                .map(signature -> Map.<String, Object>of(
                        "body", directory.body(signature.bodyId()).name(),
                        "view", signature.viewLabel(),
                        "text", signature.text()))
                .toList();
    }

    void keep(BodyRequest request, @Nullable SignOff answer, @Nullable Actor actor) {
        signatures.save(new Signature(
                null,
                request.reviewId(),
                Word.of(request, actor, clock.instant()),
                answer == null ? null : answer.asShown()));
    }

    interface SignatureStore extends ReviewRows<Signature> {}
}
