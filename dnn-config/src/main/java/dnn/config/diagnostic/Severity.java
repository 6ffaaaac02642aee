package dnn.config.diagnostic;

import java.util.Locale;

/** How much a finding matters. */
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
