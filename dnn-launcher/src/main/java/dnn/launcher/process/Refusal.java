package dnn.launcher.process;

import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.RunDiagnostics;
import java.util.List;
import java.util.Map;

/**
 * Ends a command because of something the user can mend: the report is shown without a stack trace and the exit code is
 * 2.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CheckReport report;

    /** Refuses with findings. */
    public Refusal(CheckReport report) {
        super(report.diagnostics().stream().map(Diagnostic::message).findFirst().orElse("refused"), null, false, false);
        this.report = report;
    }

    /** Refuses with one finding that stands in no file. */
    public Refusal(Diagnostic diagnostic) {
        this(new CheckReport(List.of(diagnostic), Map.of()));
    }

    /** Refuses an argument: what is wrong with it, and what to do. */
    public static Refusal of(String message, String help) {
        return new Refusal(RunDiagnostics.argument(message, help));
    }

    /** The findings to show. */
    public CheckReport report() {
        return report;
    }
}
