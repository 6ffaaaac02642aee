package dnn.launcher.command;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.UserText;
import dnn.config.fix.Fixer;
import dnn.config.fix.UnifiedDifference;
import dnn.launcher.process.Environment;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.AtomicFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** An experiment's file to which the edits are applied that findings offer and that are certain. */
final class FixedFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FixedFile() {}

    /**
     * Applies them and prints what changed to {@code differences}; a file that cannot be read as text stays as it is,
     * and so does a file that this one extends unless it is among the {@code named}, of which this is one.
     */
    static void fix(
            Environment environment,
            Path file,
            List<String> named,
            CompletableFuture<Checker> checker,
            PrintStream differences)
            throws IOException {
        SourceText.Reading reading = SourceText.read(file, file.toString());
        Optional<SourceText> text = reading.text();
        if (text.isEmpty() || !reading.findings().isEmpty()) {
            return;
        }
        Path parent = file.getParent();
        Path folder = parent == null ? Path.of("") : parent;
        ExperimentLoader loader = new ExperimentLoader(BaseResolver.files());
        Fixer.Outcome outcome = Fixer.fix(
                text.get(),
                edited -> CheckedExperiment.of(
                                environment.directory(),
                                loader.load(new SourceText(file.toString(), edited), folder, List.of()),
                                checker)
                        .report());
        elsewhere(outcome, named).forEach(environment.err()::println);
        if (outcome.applied().isEmpty()) {
            return;
        }
        boolean marked = Files.readString(file).startsWith(BYTE_ORDER_MARK);
        AtomicFiles.write(file, marked ? BYTE_ORDER_MARK + outcome.text() : outcome.text());
        differences.print(
                escaped(UnifiedDifference.of(file.toString(), text.get().text(), outcome.text())));
        differences.flush();
        environment
                .err()
                .println(UserText.escape(file.toString()) + ": "
                        + UserText.count(outcome.applied().size(), "edit"));
        outcome.applied().forEach(done -> environment.err().println("  " + UserText.escape(done)));
    }

    /** The edits that belong to files which nobody named, in words. */
    private static List<String> elsewhere(Fixer.Outcome outcome, List<String> named) {
        Set<Path> known = named.stream().map(FixedFile::place).collect(Collectors.toSet());
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
