package dnn.config.diagnostic;

import java.util.Optional;

/**
 * Another place that contributes to a finding.
 *
 * @param message what stands there
 * @param path of the experiment's value
 * @param span where it is written, if it is
 */
public record Related(String message, String path, Optional<Span> span) {
    /** A place known by its path alone. */
    public static Related at(String path, String message) {
        return new Related(message, path, Optional.empty());
    }

    /** A place in a text. */
    public static Related at(String path, Span span, String message) {
        return new Related(message, path, Optional.of(span));
    }
}
