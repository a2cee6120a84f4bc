package io.dovetail.keeping;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns say who somebody is, and which may not be given to everybody who asks. */
final class Columns {

    /** With which a person signs in. */
    static final Set<String> IDS = Set.of("person_id", "proposed_by", "added_by", "answered_by", "principal_name");

    /** What a person is called. */
    static final Set<String> NAMES = Set.of(
            "person_name",
            "proposed_by_name",
            "added_by_name",
            "answered_by_name",
            "begun_by_name",
            "confirmed_by_name",
            "recipient_name",
            "organizer_name",
            "seat_name",
            "name",
            "lead",
            "deputy",
            "observer",
            "sponsor");

    /** Where a person is reached. */
    static final Set<String> ADDRESSES = Set.of("recipient_address", "organizer_address", "email");

    /** Whoever knows it is signed in as somebody else: given to nobody. */
    static final Set<String> SECRET = Set.of("session_id", "primary_id");

    private static final Set<String> CONFIDENTIAL = Set.of(
            "access_needs",
            "papers_format",
            "people_with_lived_experience",
            "remote_link",
            "facts",
            "calendar",
            "recipient_address",
            "organizer_address");

    /** What the forms say is published, and the program's own words. */
    private static final Set<String> PUBLISHED = Set.of(
            "review.title",
            "review.need",
            "review.closed_why",
            "recommendation.text",
            "recommendation.measure",
            "recommendation_answer.text",
            "deferral_request.reason",
            "progress_report.why",
            "progress_report.evidence",
            "finding.text",
            "finding.how_tested",
            "settlement.reason",
            "published_report.statement",
            "signature.text",
            "new_wording.text",
            "notice.subject",
            "notice.message_id",
            "notice.calendar_uid",
            "invitation.uid");

    /** From here a text is something that somebody wrote. */
    private static final int TEXT = 300;

    /** No column for the name of a choice is longer. */
    private static final int CHOICE = 40;

    private static final Pattern NAME_OF_CHOICE = Pattern.compile("[A-Z]{2,}(_[A-Z0-9]+)*");

    /** What readers call it, where the name of a table or a column says it in the program's words. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "body_id", "organisation",
            "body_request", "asked",
            "directory_person", "read from the directory",
            "given_at", "said at",
            "notice", "mails",
            "person_id", "signs in as",
            "review_body", "organisations invited",
            "review_id", "review",
            "stage_reached", "stages reached");

    private Columns() {}

    /** Why a value has to be looked at before others get it; empty where it need not. */
    static String mark(String table, String column, int length) {
        if (CONFIDENTIAL.contains(column)) {
            return "confidential";
        }
        if (IDS.contains(column) || NAMES.contains(column)) {
            return "names a person";
        }
        return length >= TEXT && !PUBLISHED.contains(table + "." + column) ? "not published" : "";
    }

    static Set<String> published() {
        return PUBLISHED;
    }

    /** As readers write it: {@code what_is_wrong} as What is wrong. */
    static String words(String name) {
        String spaced = OTHERWISE.getOrDefault(name, name).replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** What was chosen from a list is kept by its name in the program; readers write it as one of theirs. */
    static String chosen(String value, int length) {
        return length > 0 && length <= CHOICE && NAME_OF_CHOICE.matcher(value).matches()
                ? words(value.toLowerCase(Locale.ROOT))
                : value;
    }
}
