package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.Deferral;
import io.dovetail.deferral.DeferralEvent;
import io.dovetail.deferral.DeferralResponse;
import io.dovetail.deferral.Deferrals;
import io.dovetail.deferral.LedgerTable;
import io.dovetail.deferral.PutOffRequest;
import io.dovetail.deferral.RespondToDeferral;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.dovetailing.EvidenceAnswer;
import io.dovetail.dovetailing.EvidenceItem;
import io.dovetail.dovetailing.Finding;
import io.dovetail.dovetailing.GiveEvidence;
import io.dovetail.dovetailing.LocalReviews;
import io.dovetail.followup.FollowUps;
import io.dovetail.followup.ProgressReport;
import io.dovetail.followup.ReportProgress;
import io.dovetail.offer.Offers;
import io.dovetail.report.ActionPlan;
import io.dovetail.report.AnswerRecommendation;
import io.dovetail.report.CheckFindings;
import io.dovetail.report.FindingCheck;
import io.dovetail.report.Publication;
import io.dovetail.report.Recommendation;
import io.dovetail.report.RecommendationAnswer;
import io.dovetail.report.Reflect;
import io.dovetail.report.ReflectLivedExperience;
import io.dovetail.report.Reflection;
import io.dovetail.report.Reflections;
import io.dovetail.report.ReportFinding;
import io.dovetail.report.SignOff;
import io.dovetail.report.SignOffs;
import io.dovetail.report.Signature;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.HandOver;
import io.dovetail.request.HandOvers;
import io.dovetail.request.Requests;
import io.dovetail.review.AnswerProposal;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.workshop.ConfirmRecord;
import io.dovetail.workshop.Confirmation;
import io.dovetail.workshop.CrisisCareArea;
import io.dovetail.workshop.Meeting;
import io.dovetail.workshop.Workshops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is on record of one review, as its features tell it, put together for its page. Only what is complete: of a round of asking in
 * which somebody has yet to answer, nothing but who is waited for. What people need for themselves (access, formats) is not in it.
 */
@Component
class SharedRecord {

    /** Parts that many reviews never have: while there is nothing in them, they are not said to be still to come. */
    private static final Set<String> SOMETIMES = Set.of("putoffs", "raised", "county");

    private final Reviews reviews;
    private final Positions positions;
    private final Workshops workshops;
    private final LocalReviews localReviews;
    private final SignOffs signOffs;
    private final ActionPlan actionPlan;
    private final Reflections reflections;
    private final Publication publication;
    private final FollowUps followUps;
    private final Deferrals deferrals;
    private final LedgerTable ledger;
    private final Offers offers;
    private final CountyRecord county;
    private final RaisedOnTheWay raisedOnTheWay;
    private final Requests requests;
    private final HandOvers handOvers;
    private final Seats seats;
    private final Directory directory;
    private final Clock clock;

    SharedRecord(
            Reviews reviews,
            Positions positions,
            Workshops workshops,
            LocalReviews localReviews,
            SignOffs signOffs,
            ActionPlan actionPlan,
            Reflections reflections,
            Publication publication,
            FollowUps followUps,
            Deferrals deferrals,
            LedgerTable ledger,
            Offers offers,
            CountyRecord county,
            RaisedOnTheWay raisedOnTheWay,
            Requests requests,
            HandOvers handOvers,
            Seats seats,
            Directory directory,
            Clock clock) {
        this.reviews = reviews;
        this.positions = positions;
        this.workshops = workshops;
        this.localReviews = localReviews;
        this.signOffs = signOffs;
        this.actionPlan = actionPlan;
        this.reflections = reflections;
        this.publication = publication;
        this.followUps = followUps;
        this.deferrals = deferrals;
        this.ledger = ledger;
        this.offers = offers;
        this.county = county;
        this.raisedOnTheWay = raisedOnTheWay;
        this.requests = requests;
        this.handOvers = handOvers;
        this.seats = seats;
        this.directory = directory;
        this.clock = clock;
    }

    /** What bodies are asked, by when, and who has yet to answer. */
    record Asked(
            String ask,
            Instant dueAt,
            Instant silenceAt,
            boolean overdue,
            List<String> open,
            int answered,
            int asked) {}

    /** A body that was asked to take part, with its answers, the latest first. */
    record Partner(Body body, List<Position> positions) {}

    /** A workshop that was held, and what bodies said to its record. */
    record Held(Meeting meeting, List<Confirmation> confirmations) {}

    /** A finding as it reads now, and as it was drafted. */
    record Found(ReportFinding now, Finding drafted) {

        /** The numbers of the evidence it rests on. */
        public List<Long> restsOn() {
            return drafted.restsOn().stream()
                    .map(Finding.FindingEvidence::evidenceId)
                    .sorted()
                    .toList();
        }
    }

    /** A recommendation, what its owner said to it and how far it says it is. */
    record Action(
            Recommendation recommendation,
            Optional<ReportFinding> restsOn,
            @Nullable RecommendationAnswer answer,
            List<ProgressReport> progress) {}

    /** A put-off: why, what the others said to it, help that was offered, and what happened meanwhile. */
    record PutOff(
            Deferral deferral,
            List<PutOffRequest> reasons,
            List<DeferralResponse> responses,
            List<Map<String, Object>> offers,
            List<DeferralEvent> happenings) {}

    /** A body's place that has passed on: from whom to whom, with what had not been answered. */
    record Passed(String body, String from, String to, List<String> open, Instant on) {}

    /** An answer that was given in the place of a body that has ended. */
    record StoodIn(String ask, String person, String by, String body, Instant on) {}

    /** A part of the page, and whether there is anything in it yet. */
    record Part(String id, String title, boolean reached) {}

    /** Everything the page shows, by the names its template uses. */
    @Transactional(readOnly = true)
    public Map<String, Object> of(String reference) {
        // First, so that a round that is completed meanwhile is shown too late rather than too early.
        List<BodyRequest> asked = requests.ofReview(reference);
        Review review = reviews.review(reference);
        boolean underWay = review.state() == ReviewState.RUNNING;
        Rounds rounds = Rounds.of(asked, underWay);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("words", new Words(directory));
        page.put("review", review);
        page.put("claims", reviews.claims(reference));
        page.put("asked", open(asked, rounds));
        page.put("planned", workshops.planned(reference));
        List<Partner> partners = partners(reference, rounds);
        page.put("partners", partners);
        page.put(
                "positionsShown",
                partners.stream().anyMatch(partner -> !partner.positions().isEmpty()));
        page.put("passed", passed(reference));
        page.put("stoodIn", stoodIn(asked));
        page.put("gaps", reviews.acceptedGaps(reference));
        page.put("settlements", reviews.settlements(reference));
        page.put("putOffSentence", ledger.sentence(reference));
        page.put("ledger", ledger.rows(reference));
        page.put("putOffs", putOffs(reference, rounds));
        RaisedOnTheWay.All raised = raisedOnTheWay.of(reference, asked, rounds);
        page.put("raised", raised);
        page.put("waits", deferrals.running(reference).isPresent());
        page.put("held", held(reference, rounds));
        page.put("scope", workshops.scopeQuestions(reference));
        page.put("areas", CrisisCareArea.values());
        List<EvidenceAnswer> evidenceAnswers = rounds.complete(
                GiveEvidence.class, localReviews.evidenceAnswers(reference), EvidenceAnswer::recordedAt);
        List<EvidenceItem> evidence =
                rounds.complete(GiveEvidence.class, localReviews.evidence(reference), EvidenceItem::givenAt);
        page.put("evidence", evidence);
        page.put("evidenceAnswers", evidenceAnswers);
        page.put("visits", localReviews.visits(reference));
        List<Found> findings = findings(reference);
        page.put("findings", findings);
        page.put("checks", rounds.complete(CheckFindings.class, signOffs.checks(reference), FindingCheck::givenAt));
        page.put("corrections", signOffs.correctionAnswers(reference));
        List<Signature> signatures = rounds.complete(SignOff.class, signOffs.signatures(reference), Signature::givenAt);
        page.put("signatures", signatures);
        List<Action> actions = actions(reference, findings, rounds);
        page.put("actions", actions);
        // Both sides are asked at the same time, so neither is shown before the other is complete.
        boolean reflected = rounds.complete(Reflect.class) && rounds.complete(ReflectLivedExperience.class);
        List<Reflection> given = reflected ? reflections.all(reference) : List.of();
        page.put("reflections", given);
        page.put("results", given.isEmpty() ? List.of() : reflections.results(reference));
        page.put("rung", reflections.rung(reference).orElse(null));
        page.put("report", publication.report(reference).orElse(null));
        page.put("followUpsAhead", followUpsAhead(reference));
        page.putAll(county.ofReview(reference, rounds));
        List<Part> parts = List.of(
                new Part("now", "Where it stands", true),
                new Part("why", "Why this review", true),
                new Part("partners", "Who takes part", true),
                new Part("putoffs", "Put off", notEmpty(page.get("ledger"))),
                new Part("raised", "Raised on the way", !raised.isEmpty()),
                new Part("workshops", "Workshops", notEmpty(page.get("held"))),
                new Part("scope", "What is asked, and who looks at it", notEmpty(page.get("scope"))),
                new Part(
                        "evidence",
                        "Evidence and visits",
                        !evidence.isEmpty() || !evidenceAnswers.isEmpty() || notEmpty(page.get("visits"))),
                new Part("findings", "Findings", !findings.isEmpty()),
                new Part(
                        "county",
                        "The county review",
                        notEmpty(page.get("countyLinks")) || notEmpty(page.get("countyClaims"))),
                new Part("signatures", "Sign-off", !signatures.isEmpty()),
                new Part("actions", "Action plan", !actions.isEmpty()),
                new Part("reflection", "Looking back on working together", !given.isEmpty()),
                new Part("published", "Publication", page.get("report") != null));
        page.put("parts", parts);
        page.put(
                "later",
                parts.stream()
                        .filter(part -> underWay && !part.reached() && !SOMETIMES.contains(part.id()))
                        .map(Part::title)
                        .toList());
        return page;
    }

    /** What is being asked, one entry a question; all who are asked it are asked at one stroke, so it is due at one moment. */
    private List<Asked> open(List<BodyRequest> all, Rounds rounds) {
        List<Asked> asked = new ArrayList<>();
        rounds.openSince().forEach((question, since) -> {
            List<BodyRequest> round = all.stream()
                    .filter(request -> request.question().equals(question)
                            && !request.askedAt().isBefore(since))
                    .toList();
            List<BodyRequest> open = round.stream().filter(BodyRequest::open).toList();
            if (open.isEmpty()) {
                // Put off: nobody is asked anything, and who had not answered is asked again when it goes on.
                return;
            }
            BodyRequest first = open.get(0);
            int everybody = (int) round.stream().map(Rounds.Whom::of).distinct().count();
            asked.add(new Asked(
                    requests.ask(first.number()),
                    first.answerDueAt(),
                    first.silenceDueAt(),
                    clock.instant().isAfter(first.answerDueAt()),
                    open.stream()
                            .map(request -> seats.name(request.bodyId()))
                            .distinct()
                            .sorted()
                            .toList(),
                    everybody - open.size(),
                    everybody));
        });
        asked.sort(Comparator.comparing(Asked::dueAt));
        return asked;
    }

    private List<Passed> passed(String reference) {
        return handOvers.ofReview(reference).stream()
                .map(handOver -> new Passed(
                        directory.body(handOver.bodyId()).name(),
                        holder(handOver.fromHolder()),
                        holder(handOver.toHolder()),
                        handOver.openRequests().stream()
                                .map(HandOver.OpenRequest::requestId)
                                .sorted()
                                .map(requests::ask)
                                .distinct()
                                .toList(),
                        handOver.handedAt()))
                .toList();
    }

    private List<StoodIn> stoodIn(List<BodyRequest> asked) {
        List<StoodIn> answers = new ArrayList<>();
        for (BodyRequest request : asked) {
            String by = request.stoodIn();
            String person = request.answeredByName();
            Instant at = request.closedAt();
            if (by != null && person != null && at != null) {
                answers.add(new StoodIn(
                        requests.ask(request.number()),
                        person,
                        holder(by),
                        directory.body(request.bodyId()).name(),
                        at));
            }
        }
        return answers;
    }

    private String holder(String id) {
        return directory.hasBody(id) ? directory.body(id).name() : "the convenors";
    }

    private List<LocalDate> followUpsAhead(String reference) {
        return publication.report(reference).stream()
                .flatMap(report -> Stream.of(report.firstFollowUpAt(), report.secondFollowUpAt()))
                .filter(clock.instant()::isBefore)
                .map(moment -> LocalDate.ofInstant(moment, WorkingDays.ZONE))
                .toList();
    }

    private List<Partner> partners(String reference, Rounds rounds) {
        Map<String, List<Position>> answers =
                rounds.complete(AnswerProposal.class, positions.all(reference), Position::givenAt).stream()
                        .collect(Collectors.groupingBy(Position::bodyId));
        return reviews.bodiesAsked(reference).stream()
                .map(id -> {
                    List<Position> latestFirst = new ArrayList<>(answers.getOrDefault(id, List.of()));
                    Collections.reverse(latestFirst);
                    return new Partner(directory.body(id), latestFirst);
                })
                .toList();
    }

    private List<PutOff> putOffs(String reference, Rounds rounds) {
        return deferrals.ofReview(reference).stream()
                .filter(deferral -> !deferrals.reasons(deferral.number()).isEmpty())
                .map(deferral -> new PutOff(
                        deferral,
                        deferrals.reasons(deferral.number()),
                        rounds.complete(
                                RespondToDeferral.class,
                                deferrals.responses(deferral.number()),
                                DeferralResponse::givenAt),
                        offers.rows(deferral.number()),
                        deferrals.happenings(deferral.number())))
                .toList();
    }

    private List<Held> held(String reference, Rounds rounds) {
        Map<Long, List<Confirmation>> confirmations =
                rounds
                        .complete(ConfirmRecord.class, workshops.confirmations(reference), Confirmation::recordedAt)
                        .stream()
                        .collect(Collectors.groupingBy(Confirmation::workshopId));
        return workshops.meetings(reference).stream()
                // Only the attempt at which every voice was in the room has a record to confirm.
                .map(meeting -> new Held(
                        meeting,
                        meeting.absentVoices().isEmpty()
                                ? confirmations.getOrDefault(meeting.workshopId(), List.of())
                                : List.of()))
                .toList();
    }

    private List<Found> findings(String reference) {
        Map<Integer, ReportFinding> worded = signOffs.findings(reference).stream()
                .collect(Collectors.toMap(ReportFinding::number, Function.identity()));
        List<Found> findings = new ArrayList<>();
        for (Finding drafted : localReviews.findings(reference)) {
            ReportFinding now = worded.get(drafted.number());
            if (now != null) {
                findings.add(new Found(now, drafted));
            }
        }
        return findings;
    }

    private List<Action> actions(String reference, List<Found> findings, Rounds rounds) {
        Map<Long, ReportFinding> byId =
                findings.stream().map(Found::now).collect(Collectors.toMap(ReportFinding::id, Function.identity()));
        Map<Long, List<ProgressReport>> progress =
                rounds.complete(ReportProgress.class, followUps.reports(reference), ProgressReport::reportedAt).stream()
                        .collect(Collectors.groupingBy(ProgressReport::recommendationId));
        return actionPlan.recommendations(reference).stream()
                .map(recommendation -> new Action(
                        recommendation,
                        Optional.ofNullable(byId.get(recommendation.findingId())),
                        rounds
                                .complete(
                                        AnswerRecommendation.class,
                                        actionPlan.answer(recommendation).stream()
                                                .toList(),
                                        RecommendationAnswer::givenAt)
                                .stream()
                                .findFirst()
                                .orElse(null),
                        progress.getOrDefault(recommendation.number(), List.of())))
                .toList();
    }

    private static boolean notEmpty(@Nullable Object list) {
        return list instanceof List<?> rows && !rows.isEmpty();
    }
}
