package io.dovetail.overview;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a model, and where in it each element is. Lengths are those of the model.
 *
 * @param process the id of the process
 * @param name what the process is called
 * @param address where the picture is
 * @param frame the part of the plane that the picture shows
 * @param shapes where each element is, by its id
 * @param names what each element is called, by its id; none for joins and the like
 */
public record Diagram(
        String process, String name, String address, Box frame, Map<String, Box> shapes, Map<String, String> names) {

    /** Takes copies. */
    public Diagram {
        shapes = Map.copyOf(shapes);
        names = Map.copyOf(names);
    }

    /** Where something is, and how large. */
    public record Box(double x, double y, double width, double height) {

        /** The same with that much room around it. */
        Box with(double room) {
            return new Box(x - room, y - room, width + 2 * room, height + 2 * room);
        }

        double right() {
            return x + width;
        }

        double middle() {
            return x + width / 2;
        }
    }

    /** Where an element is; none for one that an earlier version of the model had. */
    @Nullable
    Box shape(String element) {
        return shapes.get(element);
    }

    /** What an element is called; none where it has no name. */
    @Nullable
    String name(String element) {
        return names.get(element);
    }
}
