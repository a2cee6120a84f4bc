package io.dovetail.benchmark;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** How long it takes to count the numbers for whoever is on call where there are many reviews: they are asked for every minute, always. */
final class OnCall {

    private final Databases databases;
    private final MeterRegistry meters;

    OnCall(Databases databases, MeterRegistry meters) {
        this.databases = databases;
        this.meters = meters;
    }

    /** Asks for each number by itself, and tells of the slowest. */
    void measure(String many, Figures figures) {
        databases.use(many);
        List<Gauge> numbers = meters.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("dovetail."))
                .filter(Gauge.class::isInstance)
                .map(Gauge.class::cast)
                .toList();
        numbers.forEach(number -> Pages.times(number::value));
        double[] rounds = new double[Pages.ROUNDS];
        for (int round = 0; round < rounds.length; round++) {
            rounds[round] = numbers.stream()
                            .mapToDouble(number -> Pages.median(Pages.times(number::value)))
                            .max()
                            .orElseThrow()
                    / 1_000_000;
        }
        figures.add(Figure.of(
                "The numbers for whoever is on call: the slowest of %d, in milliseconds".formatted(numbers.size()),
                "≤ 10",
                rounds));
    }
}
