package io.dovetail.request;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a mail about a request says. */
@Component
class RequestWords {

    private static final int MOST_NAMED = 30;

    private final Questions questions;
    private final ObjectProvider<ReviewFacts> reviews;
    private final Directory directory;
    private final MailSettings mail;
    private final WorkingDays workingDays;
    private final Clock clock;

    RequestWords(
            Questions questions,
            ObjectProvider<ReviewFacts> reviews,
            Directory directory,
            MailSettings mail,
            WorkingDays workingDays,
            Clock clock) {
        this.questions = questions;
        this.reviews = reviews;
        this.directory = directory;
        this.mail = mail;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * What the template needs to know.
     *
     * @param also other open steps of the same people, the most urgent first
     */
    Map<String, Object> facts(BodyRequest request, MailTemplate template, List<BodyRequest> also) {
        Map<String, Object> facts = known(request);
        facts.put("step", questions.of(request).why().apply(request));
        facts.put("link", mail.link("/requests/" + request.number()));
        facts.put("also", lines(also));
        if (template == MailTemplate.REQUEST_OVERDUE) {
            facts.put("daysOverdue", daysOverdue(request));
        }
        return facts;
    }

    /** What the template for those above the seat needs to know. They do not sign in for it: the link leads to what everybody may read. */
    Map<String, Object> factsAbove(BodyRequest request) {
        boolean ofCounty = directory
                .team(request.bodyId())
                .filter(team -> team.role() == Team.Role.COUNTY_LEADS)
                .isPresent();
        Map<String, Object> facts = known(request);
        facts.put("daysOverdue", daysOverdue(request));
        facts.put("link", mail.link(ofCounty ? "/reviews" : "/reviews/" + request.reviewId()));
        facts.put("linkSays", ofCounty ? "The reviews in the county" : "Where the review stands");
        return facts;
    }

    private Map<String, Object> known(BodyRequest request) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("bodyName", bodyName(request));
        facts.put("consequence", consequence(request));
        facts.put("reviewTitle", reviews.getObject().title(request.reviewId()));
        facts.put("ask", questions.of(request).ask());
        facts.put("dueOn", RequestDays.dayAndTime(request.answerDueAt()));
        return facts;
    }

    private String bodyName(BodyRequest request) {
        return directory
                .team(request.bodyId())
                .map(Team::called)
                .orElseGet(() -> directory.body(request.bodyId()).name());
    }

    private String daysOverdue(BodyRequest request) {
        LocalDate due = workingDays.dateOf(request.answerDueAt());
        LocalDate today = workingDays.today();
        return String.valueOf(today.isAfter(due) ? workingDays.between(due, today) : 0);
    }

    /** What is asked of those who can answer: whatever they can do if they cannot. */
    String askOfYou(BodyRequest request, MailTemplate template) {
        boolean late = template == MailTemplate.REQUEST_OVERDUE;
        Team team = directory.team(request.bodyId()).orElse(null);
        if (team == null) {
            return (late ? "Please answer, or ask a colleague to. " : "")
                    + "If something stands in the way, please say so in your answer or under “Raise a matter” in Tasklist."
                    + " The partners can then work it out together.";
        }
        String doIt = "Please do it, or ask a colleague to.";
        if (!directory.hasOthersLike(team)) {
            return doIt;
        }
        return (late ? doIt + " " : "")
                + "If you cannot do it, please hand the review over in Tasklist (“Hand a review over”).";
    }

    /** What is asked of those above, who cannot answer in the seat's place. */
    String askAbove(BodyRequest request) {
        Team team = directory.team(request.bodyId()).orElse(null);
        if (team == null) {
            return "Please make sure that somebody who signs in for " + bodyName(request)
                    + " answers. If something stands in the way, they can say so there.";
        }
        return "Please ask " + team.called() + " what stands in the way, and see what you can do so that it goes on."
                + (directory.hasOthersLike(team)
                        ? " If they cannot do it, they can hand the review over to the "
                                + (team.role() == Team.Role.CONVENORS
                                        ? "convenors of another area."
                                        : "leads of another county.")
                        : "");
    }

    /** Whether a mail of its own has told of it. */
    boolean announced(BodyRequest request) {
        return questions.of(request).announced();
    }

    /** Whether the answer of a request is late. */
    boolean late(BodyRequest request) {
        return !clock.instant().isBefore(request.answerDueAt());
    }

    /** Other open steps as rows of a list, the most urgent first; a mail has no room for them all where there are very many. */
    private List<Map<String, Object>> lines(List<BodyRequest> steps) {
        List<Map<String, Object>> lines =
                new ArrayList<>(steps.stream().limit(MOST_NAMED).map(this::line).toList());
        if (steps.size() > MOST_NAMED) {
            lines.add(Map.of(
                    "what",
                    "And " + (steps.size() - MOST_NAMED) + " more in Tasklist",
                    "review",
                    "",
                    "when",
                    "",
                    "link",
                    mail.link("/")));
        }
        return lines;
    }

    private Map<String, Object> line(BodyRequest request) {
        return Map.of(
                "what",
                questions.of(request).ask(),
                "review",
                reviews.getObject().title(request.reviewId()) + " (" + request.reviewId() + ")",
                "when",
                (late(request) ? "It was due on " : "Please answer by ") + RequestDays.dayAndTime(request.answerDueAt())
                        + ".",
                "link",
                mail.link("/requests/" + request.number()));
    }

    /** What happens if nothing comes. */
    private String consequence(BodyRequest request) {
        Team team = directory.team(request.bodyId()).orElse(null);
        if (questions.of(request).settled()) {
            return "Nobody waits for it after " + RequestDays.dayAndTime(request.answerDueAt()) + ".";
        }
        if (team != null && reviews.getObject().putOffNow(request.reviewId())) {
            return "The review is put off. Until it goes on, each working day counts as lost, also those before "
                    + RequestDays.day(request.answerDueAt()) + ".";
        }
        if (team != null) {
            return (team.role() == Team.Role.COUNTY_LEADS
                            ? "Local reviews do not wait for it longer than announced. "
                            : "Until it is done, the review stands still. ")
                    + "Each working day after " + RequestDays.day(request.answerDueAt())
                    + " is counted as lost, with the name of " + team.called() + ".";
        }
        if (questions.of(request).ofSeveral()) {
            return "The convenors are asked the same. Until somebody has done it, the review stands still.";
        }
        return "If no answer has come by " + RequestDays.dayAndTime(request.silenceDueAt())
                + ", nobody waits for it any longer. The record will say that "
                + directory.body(request.bodyId()).name() + " did not answer.";
    }
}
