package io.dovetail.benchmark;

import java.util.ArrayList;
import java.util.List;

/** All that was measured in one run. */
final class Figures {

    private final List<Figure> all = new ArrayList<>();

    void add(Figure figure) {
        all.add(figure);
        System.out.println(figure.line());
    }

    List<Figure> all() {
        return List.copyOf(all);
    }
}
