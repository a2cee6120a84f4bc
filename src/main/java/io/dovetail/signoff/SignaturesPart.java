package io.dovetail.signoff;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Bodies that said the same and nothing beside it. */
    record Alike(String label, List<String> bodyIds) {}

    /** Who said what: those who said the same together, and each who said more by itself. */
    record Signatures(List<Alike> alike, List<Signature> own) {

        static Signatures of(List<Signature> given) {
            Map<String, List<String>> byLabel = new LinkedHashMap<>();
            given.stream()
                    .filter(each -> each.text() == null)
                    .forEach(each -> byLabel.computeIfAbsent(each.viewLabel(), label -> new ArrayList<>())
                            .add(each.bodyId()));
            return new Signatures(
                    byLabel.entrySet().stream()
                            .map(each -> new Alike(each.getKey(), each.getValue()))
                            .toList(),
                    given.stream().filter(each -> each.text() != null).toList());
        }
    }

    @Override
    public String id() {
        return "signatures";
    }

    @Override
    public String title() {
        return "Sign-off";
    }

    @Override
    public Optional<Signatures> of(SoFar review) {
        List<Signature> given =
                review.rounds().complete(SignOff.class, signOffs.signatures(review.reference()), Signature::givenAt);
        return given.isEmpty() ? Optional.empty() : Optional.of(Signatures.of(given));
    }

    @Override
    public Optional<Signatures> forEverybody(SoFar review) {
        return of(review);
    }
}
