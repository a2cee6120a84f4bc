package io.dovetail.engine;

import io.dovetail.mail.MailService;

/** What each line of the log says beside its text while the engine works: which review, whose, where in which process, in which job. */
final class LogFields {

    /** The reference of the review, which is every process's business key. */
    static final String REVIEW = "review";

    /** The organisation or team that a request belongs to. */
    static final String ORGANISATION = MailService.ORGANISATION;

    /** The process's id, as its file is called. */
    static final String PROCESS = "process";

    /** The element of the process. */
    static final String STEP = "step";

    /** The process instance, as Cockpit calls it. */
    static final String INSTANCE = "instance";

    /** The engine's number of the job; none where somebody's own sending does the work. */
    static final String JOB = "job";

    private LogFields() {}
}
