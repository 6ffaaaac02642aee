package dnn.config.check;

import dnn.api.Experiment;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProfile;
import dnn.config.LoadedExperiment;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The experiment under check: its values, what of them may be relied on, where they are written, and what was found so
 * far.
 */
final class Subject {
    private final Experiment experiment;
    private final Optional<DataProfile> profile;
    private final Optional<LoadedExperiment> loaded;
    private final Set<String> unreadable;
    private final Set<String> lost;
    private final List<Diagnostic> findings = new ArrayList<>();
    private @Nullable CheckedNetwork network;

    Subject(Experiment experiment, Optional<DataProfile> profile, Optional<LoadedExperiment> loaded) {
        this.experiment = experiment;
        this.profile = profile;
        this.loaded = loaded;
        this.unreadable = loaded.map(LoadedExperiment::unreadable).orElse(Set.of());
        this.lost = new HashSet<>(unreadable);
    }

    Experiment experiment() {
        return experiment;
    }

    Optional<DataProfile> profile() {
        return profile;
    }

    /** Tells whether everything at, above and below the path was read and keeps its constraints. */
    boolean isUsable(String path) {
        return lost.stream().noneMatch(bad -> ValuePath.isWithin(path, bad) || ValuePath.isWithin(bad, path));
    }

    /** Paths of values that could not be read, as opposed to read and found wanting. */
    Set<String> unreadable() {
        return unreadable;
    }

    /** Paths that are not to be relied on. */
    Set<String> lost() {
        return Collections.unmodifiableSet(lost);
    }

    /** Tells whether a key of this mapping was not understood, so that something that was written is missing in it. */
    boolean hasUnknownKey(String path) {
        return loaded.map(LoadedExperiment::diagnostics).orElse(List.of()).stream()
                .anyMatch(finding -> finding.code().equals("Y004")
                        && !finding.path().equals(path)
                        && ValuePath.isWithin(finding.path(), path));
    }

    /** From now on no check relies on this value. */
    void lose(String path) {
        lost.add(path);
        network = null;
    }

    void report(Diagnostic finding) {
        findings.add(finding);
    }

    List<Diagnostic> findings() {
        return findings;
    }

    /** The layers with the shapes that reach and leave them. */
    CheckedNetwork network() {
        CheckedNetwork folded = network;
        if (folded == null) {
            folded = CheckedNetwork.of(this);
            network = folded;
        }
        return folded;
    }

    /** The edit that writes {@code text} in the place of the value, if it is written anywhere. */
    Optional<Fix> replace(String path, String text) {
        return spanOf(path)
                .map(span -> Fix.replace(
                        span, text, text.length() <= 20 ? "write `" + text + "`" : "write the corrected values"));
    }

    /** The edit that writes another key for the value, if it is written anywhere. */
    Optional<Fix> renameKey(String path, String key) {
        return loaded.flatMap(texts -> texts.keySpanOf(path))
                .map(span -> Fix.replace(span, key, "write `" + key + "`"));
    }

    /**
     * The edit that writes another entry before the one at {@code path}, on a line of its own or between the same
     * braces, if it is written anywhere.
     */
    Optional<Fix> insertBefore(String path, String entry) {
        return loaded.flatMap(texts -> texts.keySpanOf(path)
                .flatMap(span -> Optional.ofNullable(texts.sources().get(span.source()))
                        .flatMap(source -> indentation(source.text(), span))
                        .map(indentation -> Fix.replace(
                                span.start(),
                                entry + (indentation.isBlank() ? "\n" + indentation : ", "),
                                "add `" + entry + "`"))));
    }

    /** The text before a key on its line. */
    private static Optional<String> indentation(String text, Span span) {
        return text.lines()
                .skip(span.line() - 1L)
                .findFirst()
                .filter(line -> line.codePointCount(0, line.length()) >= span.column())
                .map(line -> line.substring(0, line.offsetByCodePoints(0, span.column() - 1)));
    }

    Optional<Span> keySpanOf(String path) {
        return loaded.flatMap(texts -> texts.keySpanOf(path));
    }

    Optional<Span> spanOf(String path) {
        return loaded.flatMap(texts -> texts.spanOf(path));
    }

    /** The numbers of an item that the data gives, as far as it is known. */
    OptionalInt dataInputs() {
        if (profile.isPresent() && profile.get().inputs().isPresent()) {
            return profile.get().inputs();
        }
        return isUsable(KeyPaths.DATA_SOURCE) && isUsable(KeyPaths.DATA_FEATURES)
                ? experiment.data().source().inputs()
                : OptionalInt.empty();
    }

    /** The classes that a built-in source declares, as far as they are known. */
    OptionalInt declaredClasses() {
        return isUsable(KeyPaths.DATA_SOURCE) && isUsable(KeyPaths.DATA_CLASSES)
                ? experiment.data().source().classes()
                : OptionalInt.empty();
    }
}
