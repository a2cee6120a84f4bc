package io.dovetail.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;

/** What an expression of the engine calls, read by the engine's own parser. */
record Expressions(List<Call> calls, List<String> functions) {

    /**
     * A method called on a name, such as {@code reviews.open(proposal, actor)}.
     *
     * @param given its arguments; of one that is more than the name of a variable, an empty text
     */
    record Call(String root, String method, List<String> given) {

        int arguments() {
            return given.size();
        }

        @Override
        public String toString() {
            return root + "." + method + " with " + arguments() + (arguments() == 1 ? " argument" : " arguments");
        }
    }

    /** Reads a text with expressions in it; a text that is none of the engine's language is refused. */
    static Expressions in(String text) {
        Expressions found = new Expressions(new ArrayList<>(), new ArrayList<>());
        found.read(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot());
        return found;
    }

    private static List<String> namesOf(Node arguments) {
        return IntStream.range(0, arguments.getCardinality())
                .mapToObj(arguments::getChild)
                .map(argument -> argument instanceof AstIdentifier variable ? variable.getName() : "")
                .toList();
    }

    private void read(Node node) {
        if (node instanceof AstMethod) {
            Node property = node.getChild(0);
            if (property.getChild(0) instanceof AstIdentifier root) {
                // A dotted property prints as ". name".
                String method = property.toString().replaceFirst("^\\.\\s*", "");
                calls.add(new Call(root.getName(), method, namesOf(node.getChild(1))));
            }
        } else if (node instanceof AstFunction function) {
            functions.add(function.getName());
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            read(node.getChild(i));
        }
    }
}
