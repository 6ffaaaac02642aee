package dnn.run.directory;

import dnn.config.diagnostic.Diagnostic;
import java.io.IOException;

/** A folder that a run may not be written into: it holds what would be lost, or another training writes into it. */
public final class OccupiedRunDirectoryException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic finding;

    OccupiedRunDirectoryException(Diagnostic finding) {
        super(finding.message());
        this.finding = finding;
    }

    /** The obstacle, and what to do. */
    public Diagnostic finding() {
        return finding;
    }
}
