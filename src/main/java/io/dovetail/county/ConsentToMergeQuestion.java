package io.dovetail.county;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import org.springframework.stereotype.Component;

/** Asks a body whether it consents to merging its local review into the county's. */
@Component
class ConsentToMergeQuestion implements Question<ConsentToMerge> {

    private final MergeConsents consents;

    ConsentToMergeQuestion(MergeConsents consents) {
        this.consents = consents;
    }

    @Override
    public String id() {
        return "consentToMerge";
    }

    @Override
    public String ask() {
        return "Say whether this review is to be merged into the county’s";
    }

    @Override
    public String explanation() {
        return "It is proposed to end this local review and to let the county’s do its work. It is merged only if more than half of"
                + " the organisations and every voice consent; without an answer you do not.";
    }

    @Override
    public Class<ConsentToMerge> form() {
        return ConsentToMerge.class;
    }

    @Override
    public void keep(BodyRequest request, ConsentToMerge answer, Actor actor) {
        consents.keep(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        consents.keepSilence(request);
    }
}
