package io.dovetail.request;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.mail.Draft;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Reader;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps of one person alone, which they began themselves and for which nobody waits: they are reminded, and after some working days
 * such a step ends by itself, with a word to them that nothing was sent.
 */
@Component
@Transactional
public class OwnSteps {

    private static final int LONGEST_QUOTE = 2000;
    private static final String BECAUSE = "you began this";

    private final RequestSettings settings;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final Postbox postbox;
    private final MailSettings mail;

    OwnSteps(
            RequestSettings settings,
            WorkingDays workingDays,
            Directory directory,
            Postbox postbox,
            MailSettings mail) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.directory = directory;
        this.postbox = postbox;
        this.mail = mail;
    }

    /** When somebody is reminded of what they have begun now: at 17:00 in London on a working day. */
    public Date reminderDueAt() {
        return workingDays.dueIn(settings.remindEvery());
    }

    /** When what somebody has begun now ends by itself, likewise; until then it is open to them. */
    public Date endsAt(String form) {
        return workingDays.dueIn(settings.answerWithin(form));
    }

    /**
     * Reminds somebody of what they have begun, on the day that {@link #reminderDueAt} has for it.
     *
     * @param step what it is: a verb and its object
     * @param form the id of its form
     */
    public void remind(String personId, String step, String form) {
        LocalDate endsOn = workingDays.plus(
                workingDays.today(), Math.max(0, settings.answerWithin(form) - settings.remindEvery()));
        tell(
                personId,
                "Not sent yet: " + step,
                "You have begun this, and nothing has been sent.",
                "Please go on with “" + step + "”, which is under Mine in Tasklist, by "
                        + RequestDays.day(workingDays.closeOfDay(endsOn)) + ". After that it ends by itself.");
    }

    /** Tells somebody that what they had begun has ended, and that nobody knows of it. */
    public void tellNothingSent(String personId, String step) {
        tell(
                personId,
                "Nothing was sent: " + step,
                "You had begun this and did not go on with it, so it has ended. Nothing was sent, and nobody knows of it.",
                "Nothing. If it still matters, please begin again in Tasklist.");
    }

    /**
     * Tells somebody that what they wrote came too late, with their text.
     *
     * @param why why nobody took it in: a whole sentence
     * @param said what they wrote
     */
    public void tellTooLate(String personId, String why, String said) {
        tell(
                personId,
                "It came too late",
                why + " This is what you wrote: “" + OneLine.quoted(said, LONGEST_QUOTE) + "”",
                "Nothing. If it still matters, please talk to the convenor of the partnership.");
    }

    private void tell(String personId, String about, String opening, String ask) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("about", about);
        facts.put("opening", opening);
        facts.put("link", mail.link("/camunda/app/tasklist/"));
        directory
                .person(personId)
                .ifPresent(person -> postbox.post(new Draft(
                        MailTemplate.OWN_STEP,
                        null,
                        Reader.official(person, BECAUSE).asked(ask),
                        facts)));
    }
}
