package dnn.run.saved;

import java.util.List;

/** Items that cannot be predicted: the message says in sentences what is wrong with them. */
public final class UnfitRowsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    UnfitRowsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** A sentence for each thing that is wrong. */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
