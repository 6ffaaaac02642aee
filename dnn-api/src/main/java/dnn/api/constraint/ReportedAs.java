package dnn.api.constraint;

import jakarta.validation.Payload;

/**
 * Payloads that give a violated constraint a diagnostic code of its own, for example {@code @Max(value = 1, payload =
 * ReportedAs.T508.class)}. The code is the payload's simple name; a constraint without one is reported as Y011.
 */
public final class ReportedAs {
    private ReportedAs() {}

    /** Dropout that leaves nothing over. */
    public interface A405 extends Payload {}

    /** A hyper-parameter with which an optimizer cannot converge. */
    public interface T508 extends Payload {}
}
