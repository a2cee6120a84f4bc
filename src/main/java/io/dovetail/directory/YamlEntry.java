package io.dovetail.directory;

import io.dovetail.directory.DirectoryFaults.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One entry of a YAML file, such as a body: hands out its properties and notes whatever is wrong with the line it
 * is on. It never stops at a fault but hands out something empty, so that all faults of a file are found at once.
 */
final class YamlEntry {

    record Text(String value, int line) {}

    private final String what;
    private final int line;
    private final List<Fault> faults;
    private final Map<String, Node> untaken = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();

    /**
     * The entry that a node holds.
     *
     * @param what what it is, such as "body"
     * @param node its node; one that is no mapping is a fault
     * @param faults where faults are noted
     */
    YamlEntry(String what, Node node, List<Fault> faults) {
        this.line = lineOf(node);
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple property : mapping.getValue()) {
                String name = property.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
                int keyLine = lineOf(property.getKeyNode());
                if (keyLines.containsKey(name)) {
                    fault(keyLine, "'%s' is given twice here; it is on line %d too.", name, keyLines.get(name));
                } else {
                    keyLines.put(name, keyLine);
                    untaken.put(name, property.getValueNode());
                }
            }
        } else {
            fault(line, "Expected here: a %s with properties such as 'name: ...'.", what);
        }
        this.what = untaken.get("id") instanceof ScalarNode id && !id.getValue().isBlank()
                ? "%s '%s'".formatted(what, id.getValue())
                : what;
    }

    /** What this is, for a sentence: "body 'opendoor'", or "body" while it has no id. */
    String what() {
        return what;
    }

    /** The line of a property, or of the entry if it lacks the property. */
    int line(String property) {
        return keyLines.getOrDefault(property, line);
    }

    /** Whether the property is there; one without a value is not. */
    boolean has(String property) {
        Node value = untaken.get(property);
        return value != null && !value.getTag().equals(Tag.NULL);
    }

    /** Notes a fault of this entry. */
    void fault(int atLine, String sentence, Object... values) {
        faults.add(new Fault(atLine, sentence.formatted(values)));
    }

    /** The text of a property that must be there; empty if it is not, which is a fault. */
    Text text(String property) {
        Text text = optionalText(property);
        if (text == null) {
            missing(property);
            return new Text("", line);
        }
        return text;
    }

    /** The text of a property, or null if it is not there. */
    @Nullable
    Text optionalText(String property) {
        Node value = take(property);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return new Text(scalar.getValue().strip(), lineOf(scalar));
        }
        fault(line(property), "'%s' of the %s should be one piece of text.", property, what);
        return new Text("", line(property));
    }

    /** The texts of a property that lists them; none if it is not there. */
    List<Text> texts(String property) {
        List<Text> texts = new ArrayList<>();
        for (Node item : items(property)) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(new Text(scalar.getValue().strip(), lineOf(scalar)));
            } else {
                fault(lineOf(item), "'%s' of the %s should list pieces of text.", property, what);
            }
        }
        return texts;
    }

    /** The entries of a property that lists them; none if it is not there. */
    List<YamlEntry> entries(String property, String whatTheyAre) {
        return items(property).stream()
                .map(item -> new YamlEntry(whatTheyAre, item, faults))
                .toList();
    }

    /** The entry that a property holds, or null if it is not there or holds no entry but a text. */
    @Nullable
    YamlEntry entry(String property, String whatItIs) {
        if (!has(property) || untaken.get(property) instanceof ScalarNode) {
            return null;
        }
        Node value = take(property);
        return value == null ? null : new YamlEntry(whatItIs, value, faults);
    }

    /** Notes that a property is missing. */
    void missing(String property) {
        fault(line, "The %s has no %s. Add '%s:' to it.", what, property, property);
    }

    /** Notes every property that nobody asked for: most are typing errors. */
    void nothingElse() {
        untaken.keySet().forEach(name -> fault(line(name), "The %s has an unknown property '%s'.", what, name));
    }

    private List<Node> items(String property) {
        Node value = take(property);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(line(property), "'%s' of the %s should be a list, such as [one, two].", property, what);
        return List.of();
    }

    private @Nullable Node take(String property) {
        boolean there = has(property);
        Node value = untaken.remove(property);
        return there ? value : null;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
