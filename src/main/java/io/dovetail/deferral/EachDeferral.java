package io.dovetail.deferral;

import io.dovetail.mail.Postbox;
import io.dovetail.mail.Told;
import io.dovetail.offer.Offer;
import io.dovetail.offer.OfferAnswer;
import io.dovetail.offer.Offers;
import io.dovetail.record.SoFar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells each postponement of a review with everything that was said to it. */
@Component
class EachDeferral {

    private final LedgerEntryStore entries;
    private final DeferralStore deferrals;
    private final DeferralRequestStore requests;
    private final LedgerReasonStore reasons;
    private final DeferralResponseStore responses;
    private final DeferralEventStore events;
    private final Offers offers;
    private final Postbox postbox;

    EachDeferral(
            LedgerEntryStore entries,
            DeferralStore deferrals,
            DeferralRequestStore requests,
            LedgerReasonStore reasons,
            DeferralResponseStore responses,
            DeferralEventStore events,
            Offers offers,
            Postbox postbox) {
        this.entries = entries;
        this.deferrals = deferrals;
        this.requests = requests;
        this.reasons = reasons;
        this.responses = responses;
        this.events = events;
        this.offers = offers;
        this.postbox = postbox;
    }

    /** Help that was offered against what stands in the way, and what was answered. */
    record Help(Offer offer, @Nullable OfferAnswer answer) {}

    /** A postponement: why, at which tier, who was told, what the others said, help that was offered, and what happened meanwhile. */
    record DeferralOnRecord(
            Deferral deferral,
            List<DeferralRequest> reasons,
            int tier,
            List<String> told,
            List<DeferralResponse> responses,
            List<Help> offers,
            List<DeferralEvent> happenings) {

        /** Whether somebody said they would sort it out alone. */
        public boolean takenAway() {
            return reasons.stream().anyMatch(DeferralRequest::takenAway);
        }
    }

    /** Those that are entered, the first first. */
    List<DeferralOnRecord> of(SoFar review) {
        String reference = review.reference();
        List<Deferral> all = deferrals.findByReviewIdOrderById(reference);
        if (all.isEmpty()) {
            return List.of();
        }
        List<LedgerEntry> entered = entries.findByReviewIdOrderByNumber(reference);
        Map<Long, Long> deferralOfEntry =
                entered.stream().collect(Collectors.toMap(LedgerEntry::key, LedgerEntry::deferralId));
        Map<Long, List<LedgerEntry>> entriesOf =
                entered.stream().collect(Collectors.groupingBy(LedgerEntry::deferralId));
        Map<Long, List<DeferralRequest>> why = why(reference, deferralOfEntry);
        Map<Long, List<DeferralResponse>> said = review
                .rounds()
                .complete(
                        RespondToDeferral.class,
                        responses.findByReviewIdOrderById(reference),
                        DeferralResponse::givenAt)
                .stream()
                .collect(Collectors.groupingBy(DeferralResponse::deferralId));
        Map<Long, List<DeferralEvent>> happened =
                events
                        .findByDeferralIdInOrderById(
                                all.stream().map(Deferral::number).toList())
                        .stream()
                        .collect(Collectors.groupingBy(DeferralEvent::deferralId));
        Map<Long, List<Help>> help = help(reference);
        List<Told> told = postbox.told(reference, Postbox.ON_RECORD);
        List<DeferralOnRecord> each = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Deferral deferral = all.get(at);
            long number = deferral.number();
            if (!why.containsKey(number)) {
                continue;
            }
            Instant until = at + 1 < all.size() ? all.get(at + 1).openedAt() : Instant.MAX;
            List<DeferralEvent> meanwhile = happened.getOrDefault(number, List.of());
            each.add(new DeferralOnRecord(
                    deferral,
                    why.get(number),
                    DeferralTiers.highest(entriesOf.getOrDefault(number, List.of()), meanwhile),
                    told.stream()
                            .filter(one -> !one.at().isBefore(deferral.openedAt())
                                    && one.at().isBefore(until))
                            .map(Told::name)
                            .distinct()
                            .toList(),
                    said.getOrDefault(number, List.of()),
                    help.getOrDefault(number, List.of()),
                    meanwhile));
        }
        return each;
    }

    private Map<Long, List<DeferralRequest>> why(String reference, Map<Long, Long> deferralOfEntry) {
        List<DeferralRequest> asked = requests.findByReviewIdOrderById(reference);
        Map<Long, Long> entryOf = reasons.entriesOf(asked);
        return asked.stream()
                .filter(request -> entryOf.containsKey(request.number()))
                .collect(Collectors.groupingBy(request -> Objects.requireNonNull(
                        deferralOfEntry.get(Objects.requireNonNull(entryOf.get(request.number()))))));
    }

    private Map<Long, List<Help>> help(String reference) {
        List<Offer> made = offers.ofReview(reference).stream()
                .filter(offer -> offer.deferralId() != null)
                .toList();
        if (made.isEmpty()) {
            return Map.of();
        }
        Map<Long, OfferAnswer> answers = offers.answersTo(made);
        return made.stream()
                .map(offer -> new Help(offer, answers.get(offer.number())))
                .collect(Collectors.groupingBy(
                        help -> Objects.requireNonNull(help.offer().deferralId())));
    }
}
