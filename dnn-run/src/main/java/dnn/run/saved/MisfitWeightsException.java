package dnn.run.saved;

import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import java.io.IOException;

/** Stored weights that do not fit the architecture stored beside them. */
public final class MisfitWeightsException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient CheckReport report;

    MisfitWeightsException(CheckReport report) {
        super(report.diagnostics().stream().map(Diagnostic::message).findFirst().orElse("weights do not fit"));
        this.report = report;
    }

    /** The finding about what does not fit, with its place in the stored experiment. */
    public CheckReport report() {
        return report;
    }
}
