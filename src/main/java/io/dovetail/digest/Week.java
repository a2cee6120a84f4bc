package io.dovetail.digest;

import java.util.ArrayList;
import java.util.List;

/** A body's week: what its digest lists. */
final class Week {

    final List<DigestLine> overdue = new ArrayList<>();
    final List<DigestLine> open = new ArrayList<>();
    final List<DigestLine> comingUp = new ArrayList<>();
    final List<DigestLine> waiting = new ArrayList<>();

    /** The week in short, for the subject. */
    String summary() {
        List<String> parts = new ArrayList<>();
        if (!overdue.isEmpty()) {
            parts.add(overdue.size() + " overdue");
        }
        if (!open.isEmpty()) {
            parts.add(open.size() + " open");
        }
        if (!waiting.isEmpty()) {
            parts.add("others wait for you");
        }
        return parts.isEmpty() ? "what is coming up" : String.join(", ", parts);
    }
}
