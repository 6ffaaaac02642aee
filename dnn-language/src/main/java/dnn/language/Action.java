package dnn.language;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import java.util.Optional;

/**
 * An edit that may be applied.
 *
 * @param title what it does
 * @param fix the edit
 * @param finding what it mends; nothing where it mends several
 */
public record Action(String title, Fix fix, Optional<Diagnostic> finding) {}
