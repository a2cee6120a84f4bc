package io.dovetail.benchmark;

import java.util.ArrayList;
import java.util.List;

/** All that was measured in one run. */
final class Figures {

    private final List<Figure> all = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    void add(Figure figure) {
        all.add(figure);
        System.out.println(figure.line());
    }

    /** Notes that one part could not be measured, and why. */
    void failed(String part, Throwable why) {
        failed.add(part + ": "
                + String.valueOf(why.getMessage()).lines().findFirst().orElse("") + " ("
                + why.getClass().getSimpleName() + ")");
        why.printStackTrace();
    }

    /** The parts that could not be measured. */
    List<String> failed() {
        return List.copyOf(failed);
    }

    List<Figure> all() {
        return List.copyOf(all);
    }
}
