package io.dovetail.directory;

import io.dovetail.directory.YamlEntry.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The ids given so far to one sort of thing. */
final class GivenIds {

    /** The engine refuses other user, group and tenant ids. */
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]+");

    private final String things;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    GivenIds(String things) {
        this.things = things;
    }

    /** The entry's id, checked for its letters and for being the only one of its name, however it is spelt. */
    String read(YamlEntry entry) {
        Text id = entry.text("id");
        if (id.value().isEmpty()) {
            return "";
        }
        if (!ID.matcher(id.value()).matches()) {
            entry.fault(id.line(), "The id '%s' may hold only the letters a to z and A to Z and digits.", id.value());
        }
        Integer first = lines.putIfAbsent(id.value().toLowerCase(Locale.ROOT), id.line());
        if (first != null) {
            entry.fault(
                    id.line(), "The id '%s' is given to two %s; the first is on line %d.", id.value(), things, first);
        }
        return id.value();
    }
}
