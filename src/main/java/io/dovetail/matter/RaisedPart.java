package io.dovetail.matter;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on what was raised on the way. Of a round of asking that is not complete, nothing but what it is about. */
@Component
@Order(420)
class RaisedPart implements RecordPart {

    private final List<MatterForm<?>> forms;

    RaisedPart(List<MatterForm<?>> forms) {
        this.forms = new ArrayList<>(forms);
        this.forms.sort(Comparator.comparing(MatterForm::kind));
    }

    record AllRaised(List<RaisedKind> kinds) {}

    @Override
    public Heading heading() {
        return Heading.whereAny("raised", "Raised on the way");
    }

    @Override
    public Optional<AllRaised> of(SoFar review) {
        List<RaisedKind> kinds = forms.stream()
                .flatMap(form -> form.onRecord(review).stream())
                .filter(kind -> !kind.raised().isEmpty())
                .toList();
        return kinds.isEmpty() ? Optional.empty() : Optional.of(new AllRaised(kinds));
    }
}
