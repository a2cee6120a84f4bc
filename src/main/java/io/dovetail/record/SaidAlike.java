package io.dovetail.record;

import io.dovetail.request.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What bodies answered to one question: those that said the same and nothing beside it in one line, each that said more by itself.
 *
 * @param alike those that are told together, by what they said
 * @param own the answers that say more, in the order in which they were given
 */
public record SaidAlike<T extends Said>(List<Alike> alike, List<T> own) {

    /** Bodies that said the same and nothing beside it, in the order in which they said it. */
    public record Alike(String label, List<String> bodyIds) {}

    /**
     * The same answers, told together where they are alike.
     *
     * @param label an answer in plain words
     * @param saysMore whether it holds anything beside that
     */
    public static <T extends Said> SaidAlike<T> of(List<T> given, Function<T, String> label, Predicate<T> saysMore) {
        Map<String, List<String>> byLabel = new LinkedHashMap<>();
        given.stream()
                .filter(saysMore.negate())
                .forEach(each -> byLabel.computeIfAbsent(label.apply(each), same -> new ArrayList<>())
                        .add(each.bodyId()));
        return new SaidAlike<>(
                byLabel.entrySet().stream()
                        .map(each -> new Alike(each.getKey(), List.copyOf(each.getValue())))
                        .toList(),
                given.stream().filter(saysMore).toList());
    }
}
