package dnn.config;

import dnn.api.Experiment;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import dnn.config.yaml.Binding;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An experiment as read, with the place of every value; placeholders stand for what could not be read. */
public final class LoadedExperiment {
    private final Binding binding;
    private final List<Diagnostic> diagnostics;
    private final Map<String, SourceText> sources;
    private final Map<String, Path> directories;

    LoadedExperiment(
            Binding binding,
            List<Diagnostic> diagnostics,
            Map<String, SourceText> sources,
            Map<String, Path> directories) {
        this.binding = binding;
        this.diagnostics = List.copyOf(diagnostics);
        this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        this.directories = Map.copyOf(directories);
    }

    /** The experiment. */
    public Experiment experiment() {
        return binding.experiment();
    }

    /** The findings of reading. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Tells whether everything at, above and below {@code path} could be read. */
    public boolean isReadable(String path) {
        return binding.unreadable().stream()
                .noneMatch(lost -> ValuePath.isWithin(path, lost) || ValuePath.isWithin(lost, path));
    }

    /** Paths of values that could not be read. */
    public Set<String> unreadable() {
        return Set.copyOf(binding.unreadable());
    }

    /** The place where a value is written; nothing for a default. */
    public Optional<Span> spanOf(String path) {
        return Optional.ofNullable(binding.values().get(path));
    }

    /** The place where a value's key is written. */
    public Optional<Span> keySpanOf(String path) {
        return Optional.ofNullable(binding.keys().get(path));
    }

    /**
     * The folder that a file name at {@code path} is relative to: that of the file it stands in, or the current
     * directory for an override.
     */
    public Path directoryOf(String path) {
        return spanOf(path)
                .map(span -> directories.getOrDefault(span.source(), Path.of("")))
                .orElse(Path.of(""));
    }

    /** Every text that was read, by name, in the order of reading. */
    public Map<String, SourceText> sources() {
        return sources;
    }
}
