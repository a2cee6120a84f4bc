package io.dovetail.county;

import io.dovetail.deferral.LastTierReached;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Team;
import io.dovetail.form.FormId;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.request.OtherTeams;
import io.dovetail.request.Requests;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The choice at the last tier: how a county review goes on whose leads stand still. They choose with the chair of its health and
 * wellbeing board; if nobody does in time, others take it over or, where there are none, it is closed publicly.
 */
@Service
@Transactional
public class CountyChoices {

    private static final Logger LOG = LoggerFactory.getLogger(CountyChoices.class);
    private static final String STEP = FormId.of(ChooseCountyWay.class);

    private final CountyChoiceStore choices;
    private final CountyReviews counties;
    private final OtherTeams otherTeams;
    private final CountyChoiceMail mail;
    private final Dispatches dispatches;
    private final ObjectProvider<Requests> requests;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    // What is asked is one of the questions that requests are made of, so those are fetched when first needed.
    CountyChoices(
            CountyChoiceStore choices,
            CountyReviews counties,
            OtherTeams otherTeams,
            CountyChoiceMail mail,
            Dispatches dispatches,
            ObjectProvider<Requests> requests,
            ApplicationEventPublisher news,
            Clock clock) {
        this.choices = choices;
        this.counties = counties;
        this.otherTeams = otherTeams;
        this.mail = mail;
        this.dispatches = dispatches;
        this.requests = requests;
        this.news = news;
        this.clock = clock;
    }

    /** Each choice that was forced, in the order in which it was, made or not. */
    @Transactional(readOnly = true)
    public List<CountyChoice> all(String countyId) {
        return choices.findByCountyIdOrderById(countyId);
    }

    /** One choice at a time: what else reaches the last tier meanwhile is decided with it. */
    @EventListener
    void force(LastTierReached reached) {
        String countyId = reached.reviewId();
        if (!countyId.startsWith(CountyReview.STEM)) {
            return;
        }
        dispatches.lock(countyId);
        if (counties.get(countyId).ended() || open(countyId).isPresent()) {
            return;
        }
        choices.save(CountyChoice.forced(countyId, reached.what(), clock.instant()));
        LOG.info("County review {} has reached the last tier: somebody has to choose how it goes on.", countyId);
        news.publishEvent(new NewsForReview(countyId, News.COUNTY_CHOICE, null));
    }

    /** Tells those who answer for a county review, and its leads, that somebody has to choose. */
    public void tellForced(String countyId) {
        mail.tell(
                countyId,
                List.of(pending(countyId).what(), byDefault(countyId)),
                "Please choose together how it goes on; its leads enter the choice in Tasklist.");
    }

    /** Why the leads are asked to choose, and what follows if they do not. */
    @Transactional(readOnly = true)
    public String why(String countyId) {
        return open(countyId).map(CountyChoice::what).orElse("The county review stands still.")
                + " Choose with the chair of the health and wellbeing board how it goes on. " + byDefault(countyId);
    }

    /** What the form shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String countyId) {
        return Map.of(
                "explanation",
                why(countyId),
                "teams",
                otherTeams.of(countyId).stream()
                        .map(team -> Shown.option(team.id(), team.name()))
                        .toList());
    }

    private String byDefault(String countyId) {
        return otherTeams
                .next(countyId)
                .map(next ->
                        "If nobody has chosen by the day on which that is due, " + next.called() + " take it over.")
                .orElse("If nobody has chosen by the day on which that is due, it is closed publicly.");
    }

    /**
     * Keeps what was chosen.
     *
     * @return whether the county review is closed
     * @throws Refused if others were to take it over who cannot
     */
    public boolean keep(String countyId, ChooseCountyWay answer, Actor actor) {
        CountyChoice pending = pending(countyId);
        String lead = switch (answer.way()) {
            case OTHER_LEADS -> {
                Team next = chosen(countyId, answer.team());
                otherTeams.takeOver(countyId, next, answer.reason(), actor);
                yield next.name();
            }
            case INDEPENDENT_LEAD -> answer.independentLead();
            case CLOSE_PUBLICLY -> null;
        };
        choices.save(pending.chosen(answer, lead, actor, clock.instant()));
        return answer.way() == CountyWay.CLOSE_PUBLICLY;
    }

    /**
     * Keeps that nobody chose in time. What was done meanwhile is enough: then it goes on as it is. Otherwise others take it over or,
     * where the directory names none, it is closed.
     *
     * @return whether the county review is closed
     */
    public boolean keepDefault(String countyId) {
        CountyChoice pending = pending(countyId);
        Instant now = clock.instant();
        Optional<Team> next = otherTeams.next(countyId);
        if (!standsStill(countyId, now)) {
            choices.save(pending.byDefault(null, null, "What was to be done was done meanwhile; it goes on.", now));
            return false;
        }
        if (next.isEmpty()) {
            choices.save(pending.byDefault(
                    CountyWay.CLOSE_PUBLICLY,
                    null,
                    "Nobody chose in time how it goes on, and the directory names nobody else who could lead it.",
                    now));
            return true;
        }
        otherTeams.takeOver(countyId, next.get(), null, null);
        choices.save(pending.byDefault(
                CountyWay.OTHER_LEADS, next.get().name(), "Nobody chose in time how it goes on.", now));
        return false;
    }

    /** Tells everybody whom it concerns what was chosen and why. */
    public void tellChosen(String countyId) {
        CountyChoice last = last(countyId);
        CountyWay way = last.way();
        Author by = last.author();
        mail.tell(
                countyId,
                List.of(
                        last.what(),
                        (way == null ? "It goes on as it is" : way.label())
                                + (last.lead() == null ? "" : ": " + last.lead())
                                + ".",
                        "Why: “" + CountyMail.shortened(String.valueOf(last.reason())) + "”"
                                + (by == null ? "" : " (" + by.personName() + ")")),
                way == CountyWay.CLOSE_PUBLICLY
                        ? "Please go on with the local reviews; they wait for nothing from the county any more."
                        : "Please go on with the local reviews; they wait for the county no longer than announced.");
    }

    /** Why a county review was closed publicly. */
    @Transactional(readOnly = true)
    public String reason(String countyId) {
        CountyChoice last = last(countyId);
        return last.what() + " " + last.reason();
    }

    private Team chosen(String countyId, @Nullable String teamId) {
        return otherTeams.of(countyId).stream()
                .filter(team -> team.id().equals(teamId))
                .findFirst()
                .orElseThrow(() -> new Refused("Please choose the county leads who take it over from the list."));
    }

    /** Whether anything but the choice itself is late. */
    private boolean standsStill(String countyId, Instant now) {
        return requests.getObject().ofReview(countyId).stream()
                .filter(BodyRequest::open)
                .filter(request -> !STEP.equals(request.question()))
                .anyMatch(request -> request.answerDueAt().isBefore(now));
    }

    private CountyChoice last(String countyId) {
        List<CountyChoice> all = all(countyId);
        return all.get(all.size() - 1);
    }

    private Optional<CountyChoice> open(String countyId) {
        return all(countyId).stream().filter(CountyChoice::open).findFirst();
    }

    private CountyChoice pending(String countyId) {
        return open(countyId)
                .orElseThrow(() -> new NoSuchElementException("Nobody has to choose how " + countyId + " goes on."));
    }
}
