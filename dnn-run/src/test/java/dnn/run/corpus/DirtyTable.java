package dnn.run.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * A table with something wrong in it and the experiment that uses it.
 *
 * @param name for people
 * @param table the file's bytes
 * @param experiment the text of the experiment
 * @param code of the finding that belongs there
 * @param at how the line of the experiment begins where it belongs, without indentation
 * @param said what the finding must name
 */
record DirtyTable(String name, byte[] table, String experiment, String code, String at, List<String> said) {
    DirtyTable {
        said = List.copyOf(said);
    }

    /** The number of the line where the finding belongs, from 1. */
    int line() {
        List<String> lines = experiment.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(at)) {
                return i + 1;
            }
        }
        throw new IllegalStateException(name + ": no line begins with " + at);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirtyTable table && name.equals(table.name) && Arrays.equals(this.table, table.table);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return code + " " + name;
    }
}
