package io.dovetail.signoff;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SaidAlike;
import io.dovetail.record.SoFar;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on who put its name to the findings, with dissent as it was written. */
@Component
@Order(1000)
class SignaturesPart implements RecordPart {

    private final SignOffs signOffs;

    SignaturesPart(SignOffs signOffs) {
        this.signOffs = signOffs;
    }

    @Override
    public Heading heading() {
        return Heading.always("signatures", "Sign-off");
    }

    @Override
    public Optional<SaidAlike<Signature>> of(SoFar review) {
        List<Signature> given =
                review.rounds().complete(SignOff.class, signOffs.signatures(review.reference()), Signature::givenAt);
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(SaidAlike.of(
                        given, Signature::viewLabel, each -> !each.text().isEmpty()));
    }

    @Override
    public Optional<SaidAlike<Signature>> forEverybody(SoFar review) {
        return of(review);
    }
}
