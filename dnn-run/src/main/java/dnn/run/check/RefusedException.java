package dnn.run.check;

import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;

/** Work on an experiment refused for what its report says, which its author can mend. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CheckReport report;

    /** Refuses for these findings. */
    public RefusedException(CheckReport report) {
        super(report.diagnostics().stream().map(Diagnostic::message).findFirst().orElse("refused"));
        this.report = report;
    }

    /** Every finding, with its place. */
    public CheckReport report() {
        return report;
    }
}
