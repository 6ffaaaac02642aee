package dnn.config.yaml;

import dnn.api.Experiment;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outcome of binding a tree.
 *
 * @param experiment complete, with placeholders for what could not be read
 * @param values where each value is written, by path
 * @param keys where each value's key is written, by path
 * @param unreadable paths of values that could not be read
 * @param findings why
 */
public record Binding(
        Experiment experiment,
        Map<String, Span> values,
        Map<String, Span> keys,
        Set<String> unreadable,
        List<Diagnostic> findings) {}
