package io.dovetail.mail;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mails Dovetail writes. Most are letters: all they have of their own is the file {@code <id>.letter.txt} in
 * {@code src/main/resources/mail/}, its first line the subject, the rest what the letter opens with; {@code letter.html} and
 * {@code letter.txt} are the same for all. What needs more has two files: {@code <id>.html}, and {@code <id>.txt} with
 * the subject in its first line. All share {@code layout.html}, {@code parts.html} and {@code closing.txt}.
 *
 * <p>A template lists the facts it prints. All of them must be given when a mail is posted, so that a gap shows while
 * the step that caused it can still fail, and not in somebody's inbox. The name of the recipient
 * ({@code recipientName}) and the review's reference ({@code reviewId}) are filled in from the {@link Draft}.
 */
public enum MailTemplate {
    /** A body is asked something new. */
    REQUEST_NEW("request-new", "new request", Facts.REQUEST),

    /**
     * The answer is due soon and still missing; {@code also} is a list of what else is open, of rows of {@code what}, {@code review},
     * {@code when} and {@code link}.
     */
    REQUEST_REMINDER("request-reminder", "reminder", Facts.with(Facts.REQUEST, "also")),

    /**
     * The answer is late; {@code daysOverdue} is a number of working days, in digits: none on the day it was due; {@code also} is as in
     * a reminder.
     */
    REQUEST_OVERDUE("request-overdue", "overdue notice", Facts.with(Facts.REQUEST, "daysOverdue", "also")),

    /** The answer is late, to those above who cannot give it themselves; {@code link} leads where they can read of it, as {@code linkSays} says. */
    REQUEST_OVERDUE_ABOVE(
            "request-overdue-above",
            "overdue notice to those above",
            Facts.with(Facts.ASKED, "linkSays", "daysOverdue")),

    /** A review has been put off. */
    DEFERRAL(
            "deferral",
            "notice of a postponement",
            Facts.with(Facts.DEFERRAL, "who", "number", "tierNote", "takenAway")),

    /** A review should have gone on by now. */
    RESTART_OVERDUE("restart-overdue", "overdue restart notice", Facts.with(Facts.DEFERRAL, "tierNote")),

    /** Half the time is over for which a review was put off. */
    ON_TRACK("on-track", "half-way question", Facts.DEFERRAL),

    /**
     * An offer of help was not answered; {@code from} and {@code to} are bodies' names, {@code goodUntil} is a day or says that
     * there is none.
     */
    OFFER_UNANSWERED(
            "offer-unanswered",
            "notice of an ignored offer",
            "recipientName",
            "reviewTitle",
            "reviewId",
            "from",
            "to",
            "help",
            "offeredOn",
            "goodUntil",
            "dueOn",
            "askOfYou",
            "whyYou",
            "link"),

    /** A body is invited to a workshop. */
    WORKSHOP_INVITATION("workshop-invitation", "invitation", Facts.WORKSHOP),

    /** The workshop is held on another day; {@code insteadOf} is the day and hour it was to be. */
    WORKSHOP_UPDATE("workshop-update", "new date", Facts.with(Facts.WORKSHOP, "insteadOf")),

    /** The county leads are told that there is said to be a county review. */
    COUNTY_CLAIMED("county-claimed", "request for confirmation", Facts.with(Facts.COUNTY, "dueOn")),

    /** A county review is unconfirmed. */
    COUNTY_UNCONFIRMED("county-unconfirmed", "notice that a county review is unconfirmed", Facts.COUNTY),

    /** There is no county review. */
    COUNTY_NOT_HELD("county-not-held", "notice that there is no county review", Facts.COUNTY),

    /** Local findings have reached the county; {@code locality} is the name of the local area. */
    COUNTY_FINDINGS_CAME(
            "county-findings-came", "request to answer findings", Facts.with(Facts.COUNTY, "locality", "dueOn")),

    /** The county has taken in local findings. */
    COUNTY_RECEIPT("county-receipt", "receipt from the county", Facts.COUNTY),

    /** The county has answered local findings. */
    COUNTY_ANSWERED("county-answered", "county’s answer", Facts.COUNTY),

    /** The county review has its own findings. */
    COUNTY_FINDINGS("county-findings", "county’s findings", Facts.COUNTY),

    /** The county review takes longer, or its day has passed. */
    COUNTY_SLIPPED("county-slipped", "notice that the county takes longer", Facts.COUNTY),

    /** Somebody has not gone on with what they began; {@code about} is the subject, {@code opening} whole sentences. */
    OWN_STEP(
            "own-step",
            "word about a step of one’s own",
            "recipientName",
            "about",
            "opening",
            "askOfYou",
            "whyYou",
            "link"),

    /** Somebody has to choose how a county review goes on, or has chosen. */
    COUNTY_CHOICE("county-choice", "notice of the choice how a county review goes on", Facts.COUNTY),

    /** The organisations have refused to put a review off; {@code votes} is a whole sentence. */
    DEFERRAL_REFUSED("deferral-refused", "notice that it is not put off", Facts.with(Facts.LETTER, "votes")),

    /** A review goes on that had been put off {@code often} ("3 times"). */
    GOES_ON("goes-on", "notice that it goes on", Facts.with(Facts.LETTER, "often")),

    /** An offer of help is answered; {@code from} and {@code to} are bodies' names, {@code decision} is what follows a colon. */
    OFFER_ANSWERED("offer-answered", "answer to an offer", Facts.with(Facts.LETTER, "from", "to", "decision")),

    /** A review is merged into the county's. */
    MERGED("merged", "notice that it is merged", Facts.COUNTY),

    /** A review is closed publicly; {@code lines} say why. */
    CLOSED_PUBLICLY("closed-publicly", "notice that it is closed", Facts.LETTER),

    /** Somebody acts in another's place; {@code seat} is whose place it is, {@code holder} who acts. */
    HANDED_OVER("handed-over", "notice of a hand-over", Facts.with(Facts.LETTER, "seat", "holder")),

    /** The workshop is not held as it was booked. */
    WORKSHOP_CANCELLATION("workshop-cancellation", "cancellation", Facts.CANCELLATION),

    /**
     * A body's week. {@code summary} says "2 overdue, 3 open"; {@code overdue}, {@code open}, {@code comingUp} and {@code
     * waiting} are lists, empty where there is nothing, of rows of {@code what}, {@code review}, {@code when} and {@code link};
     * in a row only {@code what} is never empty.
     */
    WEEKLY_DIGEST(
            "weekly-digest",
            "weekly digest",
            "recipientName",
            "bodyName",
            "summary",
            "overdue",
            "open",
            "comingUp",
            "waiting",
            "whyYou",
            "link"),

    /**
     * Where each review under way stands. {@code summary} says "12, 4 of them put off at the moment"; {@code reviews} is a list of
     * rows of {@code title}, {@code stage}, {@code putOff}, {@code waiting} (sentences) and {@code link}; {@code more} says how many
     * there are besides, or is empty.
     */
    PRESSURE_REPORT(
            "pressure-report", "pressure report", "recipientName", "summary", "reviews", "more", "whyYou", "link"),

    /**
     * A review is published. {@code statement} is what the partnership says to the public; {@code followUps} says when owners are
     * asked what has become of the plan ("24 May 2027 and on 24 November 2027").
     */
    PUBLISHED(
            "published",
            "publication notice",
            "recipientName",
            "reviewTitle",
            "reviewId",
            "whoReads",
            "statement",
            "followUps",
            "whyYou",
            "link");

    private final String id;
    private final String what;
    private final Set<String> facts;

    MailTemplate(String id, String what, String... facts) {
        this.id = id;
        this.what = what;
        this.facts = Set.of(facts);
    }

    /** The name of the template's files, and how the outbox calls it. */
    public String id() {
        return id;
    }

    /** What kind of mail this is, in plain words and without an article: "reminder". */
    public String what() {
        return what;
    }

    /** Whether the mail is a letter, which has no files but its words. */
    boolean isLetter() {
        return facts.contains("lines");
    }

    /** The names of the facts the template prints. */
    public Set<String> facts() {
        return facts;
    }

    /**
     * The template with this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static MailTemplate of(String id) {
        return Arrays.stream(values())
                .filter(template -> template.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no mail template called " + id + "."));
    }

    /** Apart, because an enum's constants are made before its other static fields. */
    private static final class Facts {
        /**
         * What every mail about a request prints: {@code ask} is a command ("Answer the proposal"), {@code step},
         * {@code askOfYou} and {@code whyYou} are whole sentences, {@code dueOn} is written out ("Tuesday 1 December 2026,
         * 17:00"), {@code link} goes straight to the step.
         */
        private static final String[] ASKED = {
            "recipientName",
            "bodyName",
            "reviewTitle",
            "reviewId",
            "ask",
            "dueOn",
            "consequence",
            "askOfYou",
            "whyYou",
            "link"
        };

        /** The same, to those who can answer. */
        private static final String[] REQUEST = with(ASKED, "step");

        /**
         * What every mail about a postponement prints: {@code often} says "3 times" (the {@code number} of a postponement is an ordinal, "3rd"),
         * {@code daysLost} and {@code daysLostInAll} say "12 working days"; {@code reasons}, {@code needed}, {@code safeguards}
         * and {@code promises} are lists of sentences; {@code askOfYou} and {@code whyYou} are whole sentences.
         */
        private static final String[] DEFERRAL = {
            "recipientName",
            "reviewTitle",
            "reviewId",
            "often",
            "stage",
            "oldOn",
            "newOn",
            "daysLost",
            "daysLostInAll",
            "reasons",
            "needed",
            "safeguards",
            "promises",
            "askOfYou",
            "whyYou",
            "link"
        };

        /** What a mail about a workshop prints that is not held as it was booked. */
        private static final String[] CANCELLATION = {
            "recipientName", "bodyName", "reviewTitle", "reviewId", "workshop", "on", "time", "whyYou", "link"
        };

        /**
         * What every mail about a workshop that is held prints: {@code workshop} says which one ("joint scoping workshop"),
         * {@code on} and {@code papersOn} are written out ("Tuesday 8 December 2026"), {@code time} is in London;
         * {@code remoteLink} and {@code note} are empty where there is none.
         */
        private static final String[] WORKSHOP = with(CANCELLATION, "place", "remoteLink", "papersOn", "note");

        /** What every letter prints: {@code lines} are sentences, {@code askOfYou} and {@code whyYou} are whole sentences. */
        private static final String[] LETTER = {
            "recipientName", "reviewTitle", "reviewId", "lines", "askOfYou", "whyYou", "link"
        };

        /**
         * What every mail between local reviews and the county review prints: {@code county} is the county's name; {@code reviewId} is
         * the reference of whichever review its reader belongs to.
         */
        private static final String[] COUNTY = with(LETTER, "county");

        private static String[] with(String[] facts, String... more) {
            return Stream.of(facts, more).flatMap(Arrays::stream).toArray(String[]::new);
        }
    }
}
