package dnn.bench;

import dnn.config.BaseResolver;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.fix.TextLines;
import dnn.language.Language;
import dnn.language.TextAnalysis;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures how long an editor waits: experiments are typed letter by letter, with a slip and its correction in each
 * line, and after every letter the text is analysed; after every tenth, hover and completion are asked for at the
 * cursor.
 */
final class TypingSession {
    private static final double MILLISECOND = 1e6;
    private static final int ASKED_EVERY = 10;

    private final Language language = new Language(new Checker());
    private final Times findings = new Times("findings, hints");
    private final Times hovers = new Times("hover");
    private final Times completions = new Times("completion");
    private int edits;

    private TypingSession() {}

    /** Arguments: {@code ROUNDS FILE…}; the first round warms up and is not counted. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TypingSession session = new TypingSession();
        for (int round = 0; round <= Integer.parseInt(arguments[0]); round++) {
            session.forget();
            for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
                session.type(Path.of(file));
            }
            if (round > 0) {
                session.report(out);
            }
        }
    }

    private void forget() {
        List.of(findings, hovers, completions).forEach(times -> times.samples.clear());
    }

    private void type(Path file) throws IOException {
        Optional<TextAnalysis> analysis = Optional.empty();
        StringBuilder text = new StringBuilder();
        for (char letter : Files.readString(file).toCharArray()) {
            if (letter == '\n') {
                analysis = Optional.of(analyze(file, text.append('q').toString(), analysis));
                text.setLength(text.length() - 1);
                analysis = Optional.of(analyze(file, text.toString(), analysis));
            }
            analysis = Optional.of(analyze(file, text.append(letter).toString(), analysis));
            if (edits % ASKED_EVERY == 0) {
                ask(analysis.get(), text.length());
            }
        }
    }

    private TextAnalysis analyze(Path file, String text, Optional<TextAnalysis> before) {
        edits++;
        return findings.of(() -> {
            TextAnalysis made = language.analyze(
                    new SourceText(file.toString(), text),
                    file.resolveSibling("").toAbsolutePath(),
                    BaseResolver.files(),
                    before);
            made.hints();
            return made;
        });
    }

    private void ask(TextAnalysis analysis, int cursor) {
        TextLines.Point point = analysis.lines().at(cursor);
        hovers.of(() -> analysis.hover(point));
        completions.of(() -> analysis.completions(point));
    }

    private void report(PrintStream out) {
        for (Times times : List.of(findings, hovers, completions)) {
            out.println(times);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "%,d edits so far, %.1f MB in use%n",
                edits,
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    /** Times of one kind of answer. */
    private static final class Times {
        private final String name;
        private final List<long[]> samples = new ArrayList<>();

        Times(String name) {
            this.name = name;
        }

        <T> T of(java.util.function.Supplier<T> work) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            T result = work.get();
            samples.add(new long[] {
                System.nanoTime() - start, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu
            });
            return result;
        }

        private double at(int kind, double share) {
            long[] sorted =
                    samples.stream().mapToLong(sample -> sample[kind]).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / MILLISECOND;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-16s %,6d times, ms: median %.2f, 99th percentile %.2f; of processor time %.2f and %.2f",
                    name,
                    samples.size(),
                    at(0, 0.5),
                    at(0, 0.99),
                    at(1, 0.5),
                    at(1, 0.99));
        }
    }
}
