package io.dovetail.directory;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The directory file cannot be used; the message names every fault with the line to correct. It stops the start. */
public final class DirectoryFaults extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing wrong.
     *
     * @param line the line to correct, from 1; 0 if the file as a whole is meant
     * @param sentence what is wrong, in plain words
     */
    record Fault(int line, String sentence) {
        @Override
        public String toString() {
            return line == 0 ? sentence : "line %d: %s".formatted(line, sentence);
        }
    }

    DirectoryFaults(String file, List<Fault> faults) {
        super(faults.stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .map(fault -> "  " + fault)
                .collect(Collectors.joining("\n", "The directory, %s, cannot be used:\n".formatted(file), "")));
    }
}
