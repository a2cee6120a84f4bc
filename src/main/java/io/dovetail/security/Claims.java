package io.dovetail.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a provider says of somebody: a text, a list, or something within something, by its path with dots. */
final class Claims {

    private Claims() {}

    /**
     * All texts at a path. A name with dots in it is found as well as a path; a list is read entry by entry.
     *
     * @param path such as {@code groups}, {@code realm_access.roles} or {@code nhsid_nrbac_roles.org_code}
     */
    static Set<String> at(Map<String, ?> claims, String path) {
        Set<String> found = new LinkedHashSet<>();
        read(claims, path, found);
        return found;
    }

    private static void read(@Nullable Object value, String path, Set<String> found) {
        if (value instanceof Collection<?> entries) {
            entries.forEach(entry -> read(entry, path, found));
        } else if (value instanceof Map<?, ?> map) {
            if (map.containsKey(path)) {
                read(map.get(path), "", found);
            }
            for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
                if (map.containsKey(path.substring(0, dot))) {
                    read(map.get(path.substring(0, dot)), path.substring(dot + 1), found);
                }
            }
        } else if (path.isEmpty() && value != null) {
            found.add(value.toString());
        }
    }
}
