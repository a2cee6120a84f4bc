package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.form.Guide;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.matter.MatterForm.Kept;
import io.dovetail.request.News;
import io.dovetail.request.Requests;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is raised at any time: the steps of the model {@code raise-matter}. */
@Service
@Transactional
public class Matters {

    private final MatterStore matters;
    private final ReviewChoice choice;
    private final Map<MatterKind, MatterForm<?>> forms = new EnumMap<>(MatterKind.class);
    private final Reviews reviews;
    private final Requests requests;
    private final Guide guide;
    private final Clock clock;

    Matters(
            MatterStore matters,
            ReviewChoice choice,
            List<MatterForm<?>> forms,
            Reviews reviews,
            Requests requests,
            Guide guide,
            Clock clock) {
        this.matters = matters;
        this.choice = choice;
        forms.forEach(form -> this.forms.put(form.kind(), form));
        this.reviews = reviews;
        this.requests = requests;
        this.guide = guide;
        this.clock = clock;
    }

    /**
     * Notes that somebody wants to raise something; returns its number.
     *
     * @throws Refused if they are a member of no body
     */
    public long open(Actor actor) {
        if (actor.bodyId() == null) {
            throw new Refused("Only members of an organisation that takes part can raise a matter.");
        }
        return matters.save(new Matter(
                        null, null, null, null, null, actor.bodyId(), actor.personId(), actor.name(), clock.instant()))
                .number();
    }

    /** The sign-in id of the person who raises something. */
    @Transactional(readOnly = true)
    public String starter(long matterId) {
        return matters.get(matterId).personId();
    }

    /** What the form to choose shows: the guide, and the reviews under way that the person's organisation takes part in. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(long matterId) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation("chooseMatter"));
        shown.put("review", "Raise a matter");
        shown.put(
                "explanation",
                "Choose the review and say what it is about. What belongs to it is asked in the next step.");
        shown.put("kinds", MatterKind.options());
        shown.put("reviews", choice.of(matters.get(matterId).body()));
        return shown;
    }

    /**
     * Keeps which review it is about, and what it is.
     *
     * @throws Refused if the review was not in the list, or the person's organisation is being asked for just that
     */
    public void choose(long matterId, ChooseMatter answer) {
        Matter matter = matters.get(matterId);
        boolean nothing = answer.kind() == MatterKind.NOTHING;
        if (!nothing && !choice.holds(answer.review(), matter.body())) {
            throw new Refused(
                    "This review has ended, or your organisation does not take part in it; please choose another.");
        }
        if (answer.kind() == MatterKind.OWN_REVIEW) {
            refuseIfAsked(matter, Objects.requireNonNull(answer.review()));
        }
        matters.save(matter.about(nothing ? null : answer.review(), answer.kind()));
    }

    /** Two steps of one body about the same would leave one of them open for nothing. */
    private void refuseIfAsked(Matter matter, String reviewId) {
        boolean asked = requests.ofReview(reviewId).stream()
                .anyMatch(request -> request.open()
                        && request.question().equals("declareOwnReview")
                        && request.bodyId().equals(matter.bodyId()));
        if (asked) {
            throw new Refused(
                    "Your organisation is being asked for this already. Please answer the step “Say what your own"
                            + " review is about” in your list. Choose “I have nothing to raise” here.");
        }
    }

    /** Whether anything is raised after all. */
    @Transactional(readOnly = true)
    public boolean isRaised(long matterId) {
        return matters.get(matterId).reviewId() != null;
    }

    /** The reference of the review it is about; none if nothing is raised after all. */
    @Transactional(readOnly = true)
    public @Nullable String reviewId(long matterId) {
        return matters.get(matterId).reviewId();
    }

    /** The id of the form that asks for what is raised; none if nothing is raised after all. */
    @Transactional(readOnly = true)
    public @Nullable String formId(long matterId) {
        return matters.get(matterId).chosen().formId();
    }

    /** What is asked of whoever raises it, as the step is called in the task list; none if nothing is raised after all. */
    @Transactional(readOnly = true)
    public @Nullable String ask(long matterId) {
        return matters.get(matterId).chosen().ask();
    }

    /** What the form for a matter shows: what every form of a review does, and what belongs to this kind. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownForm(long matterId) {
        Matter matter = matters.get(matterId);
        String reviewId = matter.review();
        Map<String, Object> shown = new LinkedHashMap<>(
                reviews.shown(reviewId, String.valueOf(matter.chosen().formId())));
        shown.putAll(form(matter).shown(reviewId, matter.body()));
        return shown;
    }

    /**
     * Keeps what was said.
     *
     * @throws Refused if it cannot be kept like this
     */
    public void keep(long matterId, Record answer, Actor actor) {
        Matter matter = matters.get(matterId);
        Kept kept = keep(form(matter), matter, answer, actor);
        matters.save(matter.keptAs(kept.subjectId()).saying(kept.said()));
    }

    // The step's form is the one of the matter's kind, so what was submitted is of its record; a cast says so if it is
    // not.
    @SuppressWarnings("unchecked")
    private static <F extends Record> Kept keep(MatterForm<F> form, Matter matter, Record answer, Actor actor) {
        Class<F> record = (Class<F>) Objects.requireNonNull(form.kind().form());
        return form.keep(matter.review(), record.cast(answer), actor);
    }

    /** The key of what the review is told of, as {@link News} has it. */
    @Transactional(readOnly = true)
    public String news(long matterId) {
        News news = matters.get(matterId).chosen().news();
        if (news == null) {
            throw new IllegalStateException("No review is told of matter " + matterId + ".");
        }
        return news.key();
    }

    /** The number of what has been kept from a matter; none where it is about the review itself. */
    @Transactional(readOnly = true)
    public @Nullable Long subjectId(long matterId) {
        return matters.get(matterId).subjectId();
    }

    /** What somebody reads whose matter found its review ended, or not waiting: what they wrote is not lost. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownTooLate(long matterId) {
        Matter matter = matters.get(matterId);
        String reviewId = matter.review();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("review", "%s · %s".formatted(Shown.typed(reviews.title(reviewId)), reviewId));
        shown.put("record", "/reviews/" + reviewId + "/record");
        shown.put("guide", guide.forSituation("readTooLate"));
        shown.put("explanation", tooLate(matter.chosen(), reviews.underWay(reviewId)));
        shown.put("said", Shown.typed(Objects.requireNonNullElse(matter.said(), "")));
        return shown;
    }

    /** Why a matter came too late. */
    @Transactional(readOnly = true)
    public String whyTooLate(long matterId) {
        Matter matter = matters.get(matterId);
        return tooLate(matter.chosen(), reviews.underWay(matter.review()));
    }

    /** What somebody wrote whose matter came too late. */
    @Transactional(readOnly = true)
    public String said(long matterId) {
        return Objects.requireNonNullElse(matters.get(matterId).said(), "");
    }

    private static String tooLate(MatterKind kind, boolean underWay) {
        if (underWay) {
            return "The review is not waiting at the moment, so there is nothing to restart.";
        }
        return kind == MatterKind.PUT_OFF || kind == MatterKind.OBSTACLE_GONE
                ? "The review has ended meanwhile, so it can no longer be put off."
                : "The review has ended meanwhile, so nobody is asked about it any more.";
    }

    private MatterForm<?> form(Matter matter) {
        MatterForm<?> form = forms.get(matter.chosen());
        if (form == null) {
            throw new IllegalStateException("Nothing keeps matters of kind " + matter.chosen() + ".");
        }
        return form;
    }

    interface MatterStore extends ReviewRows<Matter> {}
}
