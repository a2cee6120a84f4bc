package io.dovetail.matter;

import io.dovetail.deferral.AskingToDefer;
import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.DeferralRequests;
import io.dovetail.directory.Actor;
import io.dovetail.form.Shown;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Somebody asks to put a review off. */
@Component
class DeferralMatter implements MatterForm<DeferReview> {

    private final DeferralRequests requests;
    private final AskingToDefer asking;

    DeferralMatter(DeferralRequests requests, AskingToDefer asking) {
        this.requests = requests;
        this.asking = asking;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.PUT_OFF;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return asking.shown(reviewId);
    }

    @Override
    public Kept keep(String reviewId, DeferReview answer, Actor actor) {
        requests.request(reviewId, answer, actor);
        return new Kept(
                null,
                answer.category().label() + ". " + Objects.requireNonNullElse(answer.reason(), "") + " Until "
                        + Shown.day(answer.newOn()) + ". " + answer.needed() + " " + answer.safeguard());
    }
}
