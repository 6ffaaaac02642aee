package dnn.launcher.command;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.config.fix.Fixer;
import dnn.config.fix.UnifiedDifference;
import dnn.launcher.process.Environment;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.AtomicFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** An experiment's files to which the edits are applied that findings offer and that are certain. */
final class FixedFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FixedFile() {}

    /**
     * Applies them and prints what changed to {@code differences}; a file that cannot be read as text stays as it is,
     * and so does a file that this one extends unless it is among the {@code named}, of which this is one.
     *
     * @return a finding for each file that cannot be written
     */
    static List<Diagnostic> fix(
            Environment environment,
            Path file,
            List<String> named,
            CompletableFuture<Checker> checker,
            PrintStream differences)
            throws IOException {
        SourceText.Reading reading = SourceText.read(environment.directory().resolve(file), file.toString());
        if (reading.text().isEmpty() || !reading.findings().isEmpty()) {
            return List.of();
        }
        SourceText own = reading.text().get();
        Path parent = file.getParent();
        Path folder = parent == null ? Path.of("") : parent;
        Set<Path> known = named.stream().map(FixedFile::place).collect(Collectors.toSet());
        List<SourceText> texts = new ArrayList<>(List.of(own));
        new ExperimentLoader(BaseResolver.files(environment.directory()))
                .load(own, folder, List.of()).sources().values().stream()
                        .filter(source -> !source.name().equals(own.name()) && known.contains(place(source.name())))
                        .filter(source -> isWhole(environment, source))
                        .forEach(texts::add);
        Fixer.Outcome outcome = Fixer.fix(
                texts,
                edited -> CheckedExperiment.of(
                                environment.directory(),
                                new ExperimentLoader(BaseResolver.files(environment.directory())
                                                .with(edited))
                                        .load(
                                                new SourceText(own.name(), edited.getOrDefault(own.name(), "")),
                                                folder,
                                                List.of()),
                                checker)
                        .report());
        elsewhere(outcome, known).forEach(environment::say);
        List<Diagnostic> unwritten = new ArrayList<>();
        for (SourceText text : texts) {
            write(environment, text, outcome, differences).ifPresent(unwritten::add);
        }
        return unwritten;
    }

    /** Tells whether a file was read without a finding, so that its text is all of it. */
    private static boolean isWhole(Environment environment, SourceText text) {
        try {
            return SourceText.read(environment.directory().resolve(text.name()), text.name())
                    .findings()
                    .isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<Diagnostic> write(
            Environment environment, SourceText before, Fixer.Outcome outcome, PrintStream differences)
            throws IOException {
        List<String> done = outcome.edits().stream()
                .filter(edit -> edit.source().equals(before.name()))
                .map(Fixer.Applied::words)
                .toList();
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Path file = environment.directory().resolve(before.name());
        String after = outcome.texts().getOrDefault(before.name(), before.text());
        boolean marked = Files.readString(file).startsWith(BYTE_ORDER_MARK);
        try {
            AtomicFiles.write(file, marked ? BYTE_ORDER_MARK + after : after);
        } catch (IOException e) {
            return Optional.of(RunDiagnostics.notEdited(done, e));
        }
        differences.print(escaped(UnifiedDifference.of(before.name(), before.text(), after)));
        differences.flush();
        environment.say(UserText.escape(before.name()) + ": " + UserText.count(done.size(), "edit"));
        done.forEach(words -> environment.say("  " + UserText.escape(words)));
        return Optional.empty();
    }

    /** The edits that belong to files which nobody named, in words. */
    private static List<String> elsewhere(Fixer.Outcome outcome, Set<Path> known) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic finding : outcome.report().diagnostics()) {
            finding.fix()
                    .ifPresent(fix -> fix.edits().stream()
                            .map(Fix.Edit::span)
                            .filter(span -> !known.contains(place(span.source())))
                            .map(span -> UserText.escape(span.source()) + ", line " + span.line() + ": not changed ("
                                    + finding.code() + ": " + fix.description()
                                    + "); name the file as well to change it")
                            .forEach(lines::add));
        }
        return lines;
    }

    private static Path place(String file) {
        return Path.of(file).toAbsolutePath().normalize();
    }

    /** Line by line without control characters, tabs excepted. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.lines()
                .map(line -> String.join(
                        "\t",
                        Arrays.stream(line.split("\t", -1))
                                .map(UserText::escape)
                                .toList()))
                .forEach(line -> escaped.append(line).append('\n'));
        return escaped.toString();
    }
}
