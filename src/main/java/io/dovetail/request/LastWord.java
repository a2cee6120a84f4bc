package io.dovetail.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The last word of each body. Who stayed silent may be asked again after a postponement; what it says then takes the place of its
 * silence, so that no body is in a record twice.
 */
public final class LastWord {

    private LastWord() {}

    /**
     * The last answer of each, in the order in which these were given.
     *
     * @param answers every answer, the oldest first
     * @param whose whose answer it is, and to what where that is more than one thing
     */
    public static <T, K> List<T> ofEach(List<T> answers, Function<T, K> whose) {
        Map<K, T> last = new LinkedHashMap<>();
        for (T answer : answers) {
            K who = whose.apply(answer);
            last.remove(who);
            last.put(who, answer);
        }
        return List.copyOf(last.values());
    }
}
