package io.dovetail.signoff;

import io.dovetail.localreview.Finding;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SaidAlike;
import io.dovetail.record.SoFar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on the findings: as they read now and as they were drafted, and what bodies said of them. */
@Component
@Order(800)
class FindingsPart implements RecordPart {

    private final LocalReviews localReviews;
    private final ReportFindings findings;
    private final FindingChecks checks;
    private final SignOffs signOffs;

    FindingsPart(LocalReviews localReviews, ReportFindings findings, FindingChecks checks, SignOffs signOffs) {
        this.localReviews = localReviews;
        this.findings = findings;
        this.checks = checks;
        this.signOffs = signOffs;
    }

    /** A finding as it reads now, and as it was drafted. */
    record FindingOnRecord(ReportFinding now, Finding drafted) {

        /** The numbers of the evidence it rests on. */
        public List<Long> restsOn() {
            return drafted.restsOn().stream()
                    .map(Finding.FindingEvidence::evidenceId)
                    .sorted()
                    .toList();
        }
    }

    record Findings(
            List<FindingOnRecord> findings,
            SaidAlike<FindingCheck> checks,
            boolean foundAccurate,
            List<CorrectionAnswer> corrections) {}

    @Override
    public Heading heading() {
        return Heading.always("findings", "Findings");
    }

    @Override
    public Optional<Findings> of(SoFar review) {
        String reference = review.reference();
        List<FindingOnRecord> findings = findings(reference);
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        List<FindingCheck> checked =
                review.rounds().complete(CheckFindings.class, checks.checks(reference), FindingCheck::givenAt);
        return Optional.of(new Findings(
                findings,
                SaidAlike.of(checked, FindingCheck::accuracyLabel, FindingCheck::asksForCorrection),
                foundAccurate(checked),
                checks.correctionAnswers(reference)));
    }

    /** Nothing that is still being checked: the findings are for everybody once all have said whether they sign them. */
    @Override
    public Optional<Findings> forEverybody(SoFar review) {
        boolean signed = review.rounds().complete(SignOff.class)
                && !signOffs.signatures(review.reference()).isEmpty();
        return signed ? of(review) : Optional.empty();
    }

    /** Whether the check is over and nobody asked for a correction. */
    private static boolean foundAccurate(List<FindingCheck> checked) {
        return !checked.isEmpty() && checked.stream().noneMatch(FindingCheck::asksForCorrection);
    }

    private List<FindingOnRecord> findings(String reference) {
        Map<Integer, ReportFinding> worded = findings.findings(reference).stream()
                .collect(Collectors.toMap(ReportFinding::number, Function.identity()));
        List<FindingOnRecord> findings = new ArrayList<>();
        for (Finding drafted : localReviews.findings(reference)) {
            ReportFinding now = worded.get(drafted.number());
            if (now != null) {
                findings.add(new FindingOnRecord(now, drafted));
            }
        }
        return findings;
    }
}
