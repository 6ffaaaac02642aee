package dnn.config.diagnostic;

import java.util.Locale;

/** The weight of a finding. */
public enum Severity {
    /** The experiment cannot be trained as written. */
    ERROR,
    /** It can, but hardly as intended. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The word used in output: {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
