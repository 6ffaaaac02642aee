package dnn.data.problem;

import dnn.api.profile.DataProblem;
import java.util.List;

/** Data cannot be used as it is; the message is the first problem in words. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<DataProblem> problems;

    public DataException(List<DataProblem> problems) {
        super(inWords(problems.get(0)));
        this.problems = List.copyOf(problems);
    }

    public DataException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** The problems in the order of discovery; empty where the message says it all. */
    public List<DataProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** A problem as one line of text. */
    public static String inWords(DataProblem problem) {
        return problem.accept(new InWords());
    }
}
