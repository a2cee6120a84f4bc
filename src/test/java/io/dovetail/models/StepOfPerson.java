package io.dovetail.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * One step of a process that a person does, and what follows if they do not: a line of {@code src/docs/steps.md}. What several seats
 * are asked together is a step of each.
 *
 * @param name what the model calls it
 * @param process the process that it belongs to
 * @param form what is asked: the id of the form
 * @param who who does it
 * @param days the working days given for it
 * @param due when it is due, as people read it
 * @param follows what happens if it is left undone
 */
public record StepOfPerson(String name, String process, String form, Who who, int days, String due, String follows) {

    static final String KERNEL = "body-request";

    /** Who is to do a step, and who is told when they do not. */
    public enum Who {
        /** Silence becomes its answer. */
        ORGANISATION("the organisation that is asked", "every 4 days", "its lead, then its executive"),
        /** The convenors of the area, who are never silent: the review stands still. */
        CONVENORS(
                "convenors of the area",
                "every 4 days",
                "their deputy and the other convenors, then the chair of the health and wellbeing board"),
        /** The leads of the county. */
        COUNTY_LEADS(
                "county leads",
                "every 4 days, of the last 10",
                "the sponsor, the deputy and the other county leads, then the chair of the county's health and wellbeing board"),
        /** One person, for whom nobody waits. */
        WHOEVER_BEGAN_IT("whoever began it", "once, after 4 days", "nobody else: it is theirs alone"),
        /** One person, who is only told something. */
        WHOEVER_WROTE_IT("whoever wrote it", "none: there is nothing to do", "nobody else: it is theirs alone");

        final String label;
        final String reminder;
        final String overdueTo;

        Who(String label, String reminder, String overdueTo) {
            this.label = label;
            this.reminder = reminder;
            this.overdueTo = overdueTo;
        }
    }

    /** Every step of every process. */
    public static List<StepOfPerson> ofProject() {
        return of(Models.ofProject());
    }

    static List<StepOfPerson> of(Models models) {
        Map<String, Integer> days = daysOfQuestions();
        return models.processes().stream()
                .flatMap(model -> Stream.concat(
                        model.all(CallActivity.class).stream()
                                .filter(call -> KERNEL.equals(call.getCalledElement()))
                                .flatMap(call -> asked(model, call, days)),
                        model.all(UserTask.class).stream()
                                .filter(task -> !model.id().equals(KERNEL))
                                .map(task -> ofItsOwn(model, task))))
                .toList();
    }

    private static Stream<StepOfPerson> asked(Model model, CallActivity call, Map<String, Integer> days) {
        String form = Models.formGivenTo(call).orElse("");
        String seat = Model.extensions(call, CamundaIn.class)
                .filter(in -> "bodyId".equals(in.getCamundaTarget()))
                .map(in -> in.getCamundaSourceExpression() == null
                        ? in.getCamundaSource()
                        : in.getCamundaSourceExpression())
                .collect(Collectors.joining());
        List<Who> seats;
        if (seat.contains("convenorsOf")) {
            seats = List.of(Who.CONVENORS);
        } else if (seat.contains("leadsOf")) {
            seats = List.of(Who.COUNTY_LEADS);
        } else if (seat.equals("seatId")) {
            seats = List.of(Who.CONVENORS, Who.ORGANISATION);
        } else {
            seats = List.of(Who.ORGANISATION);
        }
        int given = days.getOrDefault(form, 10);
        return seats.stream()
                .map(one -> new StepOfPerson(
                        inOneLine(call.getName()),
                        model.id(),
                        form,
                        one,
                        given,
                        due(form, given),
                        follows(form, one, seats.size() > 1)));
    }

    private static String due(String form, int days) {
        return switch (form) {
            case "confirmCounty" -> "15 days after somebody says that there is one";
            case "reportCounty" -> "on the day promised for its findings";
            case "answerFinding" -> "15 days after the finding has come";
            default -> days + " days after it is asked";
        };
    }

    private static String follows(String form, Who who, boolean together) {
        return switch (who) {
            case ORGANISATION ->
                together
                        ? "5 days later its own step ends, and the convenors' stays open"
                        : "5 days later silence is its answer, and the others go on";
            case CONVENORS ->
                "chooseWay".equals(form)
                        ? "on that day it starts with those who are there or, where it was the convenors who stood still, other"
                                + " convenors take it over"
                        : "the days lost are entered in the ledger with who had to act; every 5 days one tier more, and the"
                                + " chair is told again; at the last tier a choice is forced how it goes on";
            case COUNTY_LEADS ->
                "chooseCountyWay".equals(form)
                        ? "on that day the leads of another county take it over or, where the directory names none, it is closed"
                                + " publicly"
                        : "the days lost are entered with who had to act; every 5 days one tier more, and the chair is told"
                                + " again; at the last tier a choice is forced how it goes on; no local review waits for it"
                                + " longer than it said";
            case WHOEVER_BEGAN_IT -> "on that day it ends by itself, with a mail to them that nothing was sent";
            case WHOEVER_WROTE_IT -> "on that day it ends by itself, with a mail to them that quotes what they wrote";
        };
    }

    private static StepOfPerson ofItsOwn(Model model, UserTask task) {
        List<BoundaryEvent> timers = model.all(TimerEventDefinition.class).stream()
                .map(timer -> timer.getParentElement())
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .filter(event -> event.getAttachedTo().equals(task))
                .toList();
        if (task.getCamundaCandidateGroups() != null) {
            throw new IllegalStateException(task.getId() + " is of more than one person: ask it by " + KERNEL + ".");
        }
        if (timers.stream().noneMatch(BoundaryEvent::cancelActivity)) {
            throw new IllegalStateException(task.getId() + " never ends by itself: give it a timer that ends it.");
        }
        boolean reminded = timers.stream().anyMatch(timer -> !timer.cancelActivity());
        Who who = reminded ? Who.WHOEVER_BEGAN_IT : Who.WHOEVER_WROTE_IT;
        return new StepOfPerson(
                inOneLine(task.getName()),
                model.id(),
                Objects.requireNonNullElse(task.getCamundaFormRef(), ""),
                who,
                10,
                String.valueOf(task.getCamundaDueDate()).contains("formId")
                        ? "10 days after it is begun, 5 where it is to put a review off"
                        : "10 days after it is begun",
                follows("", who, false));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> daysOfQuestions() {
        // The first of its documents is for every profile.
        Map<String, Object> settings = (Map<String, Object>) new Yaml()
                .loadAll(Models.text(Path.of("src/main/resources/application.yaml")))
                .iterator()
                .next();
        Map<String, Object> dovetail = (Map<String, Object>) Objects.requireNonNull(settings.get("dovetail"));
        Map<String, Object> requests = (Map<String, Object>) Objects.requireNonNull(dovetail.get("requests"));
        return (Map<String, Integer>) Objects.requireNonNull(requests.get("questions"));
    }

    private static String inOneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** As a test of it is called. */
    @Override
    public String toString() {
        return process + ": " + name + ", " + who.label;
    }
}
