package io.dovetail.request;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Reader;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** When a step that somebody took on is open to their colleagues again, and how they are told. */
@Service
public class LeftAlone {

    private final BodyRequestStore store;
    private final RequestSettings settings;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final RequestMails mails;

    LeftAlone(
            BodyRequestStore store,
            RequestSettings settings,
            WorkingDays workingDays,
            Directory directory,
            RequestMails mails) {
        this.store = store;
        this.settings = settings;
        this.workingDays = workingDays;
        this.directory = directory;
        this.mails = mails;
    }

    /**
     * Whether a step that somebody took on has been left alone for so long that it is open to their colleagues again.
     *
     * @param lastUsed when they took it on, or last did something with it
     */
    public boolean isLeftAlone(Instant lastUsed) {
        return workingDays.between(workingDays.dateOf(lastUsed), workingDays.today()) >= settings.freeAfter();
    }

    /** Tells somebody that a step they had taken on is open to their colleagues again. */
    public void tellFree(long requestId, String personId) {
        directory
                .person(personId)
                .map(person -> Reader.official(
                        person,
                        "you had taken this on and left it alone for " + settings.freeAfter()
                                + " working days; all who may do it can do it again, you included"))
                .ifPresent(reader -> mails.post(store.get(requestId), MailTemplate.REQUEST_REMINDER, reader));
    }
}
