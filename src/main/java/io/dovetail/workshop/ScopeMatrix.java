package io.dovetail.workshop;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.form.Shown;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dovetail matrix: which question a workshop agreed, and who looks at it in each area of crisis care. */
@Service
@Transactional
public class ScopeMatrix {

    private final ScopeQuestionStore questions;
    private final WorkshopRecords records;
    private final Clock clock;

    ScopeMatrix(ScopeQuestionStore questions, WorkshopRecords records, Clock clock) {
        this.questions = questions;
        this.records = records;
        this.clock = clock;
    }

    /** The dovetail matrix of a review for a table. */
    List<Map<String, Object>> rows(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId).stream()
                .map(row -> {
                    Map<String, Object> cells = new LinkedHashMap<>();
                    cells.put("question", row.question());
                    cells.put("supportBeforeCrisis", row.supportBeforeCrisis().label());
                    cells.put("urgentAccess", row.urgentAccess().label());
                    cells.put("qualityInCrisis", row.qualityInCrisis().label());
                    cells.put("recovery", row.recovery().label());
                    return cells;
                })
                .toList();
    }

    /** What the local review looks at, for a table. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> askedHere(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId).stream()
                .map(row -> Map.<String, Object>of(
                        "question",
                        row.question(),
                        "here",
                        Stream.concat(
                                        areas(row, LookedAt.LOCAL),
                                        areas(row, LookedAt.BOTH).map(area -> area + " (the county too)"))
                                .collect(Collectors.joining("; "))))
                .filter(row -> !"".equals(row.get("here")))
                .toList();
    }

    /** What only the county looks at, or nobody, for a table. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> notAskedHere(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId).stream()
                .map(row -> Map.<String, Object>of(
                        "question",
                        row.question(),
                        "county",
                        areas(row, LookedAt.COUNTY).collect(Collectors.joining("; ")),
                        "neither",
                        areas(row, LookedAt.NEITHER).collect(Collectors.joining("; "))))
                .filter(row -> !("".equals(row.get("county")) && "".equals(row.get("neither"))))
                .toList();
    }

    private static Stream<String> areas(ScopeQuestion row, LookedAt by) {
        return Arrays.stream(CrisisCareArea.values())
                .filter(area -> row.in(area) == by)
                .map(CrisisCareArea::label);
    }

    /**
     * Keeps one row of the dovetail matrix.
     *
     * @return whether another row follows
     */
    public boolean add(long workshopId, AddScopeQuestion answer, Actor actor) {
        boolean anotherFollows = Boolean.TRUE.equals(answer.another());
        questions.save(new ScopeQuestion(
                null,
                workshopId,
                records.workshop(workshopId).reviewId(),
                answer.question(),
                answer.supportBeforeCrisis(),
                answer.urgentAccess(),
                answer.qualityInCrisis(),
                answer.recovery(),
                anotherFollows,
                Author.of(actor),
                clock.instant()));
        return anotherFollows;
    }

    /** Whether another row of the matrix follows the last that was kept. */
    @Transactional(readOnly = true)
    public boolean anotherFollows(long workshopId) {
        return !records.scopeAgreed(records.workshop(workshopId));
    }

    /** The dovetail matrix of a review: each question agreed, in the order in which it was written down. */
    @Transactional(readOnly = true)
    public List<ScopeQuestion> ofReview(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId);
    }

    /** What the form to write down a question shows: those there are, and what was decided. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        return Map.of(
                "scope", rows(workshop.reviewId()),
                "decisions", Shown.typed(records.attendance(workshop).decisions()));
    }
}
