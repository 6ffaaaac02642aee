package dnn.config.render;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Severity;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.UserText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as text: the source lines with the places marked, then reasons and advice. */
public final class TextRenderer {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String GREEN = "\u001b[1;32m";

    private final boolean colour;

    /** Texts cut into lines once, not once a finding. */
    private final IdentityHashMap<SourceText, List<String>> linesOfTexts = new IdentityHashMap<>();

    /** A renderer that colours its output with ANSI sequences, or not. */
    public TextRenderer(boolean colour) {
        this.colour = colour;
    }

    /** A place to mark. */
    private record Mark(Span span, String label, boolean primary) {}

    /** All findings, and a last line that counts them; nothing if there are none. */
    public String render(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : report.diagnostics()) {
            text.append(render(diagnostic, report.sources())).append('\n');
        }
        return report.diagnostics().isEmpty()
                ? ""
                : text.append(summary(report)).append('\n').toString();
    }

    /** The findings in numbers: {@code 2 errors, 1 warning}. */
    public static String summary(CheckReport report) {
        List<String> parts = new ArrayList<>();
        if (report.errors() > 0) {
            parts.add(UserText.count(report.errors(), "error"));
        }
        if (report.warnings() > 0) {
            parts.add(UserText.count(report.warnings(), "warning"));
        }
        if (report.notes() > 0) {
            parts.add(UserText.count(report.notes(), "note"));
        }
        return String.join(", ", parts);
    }

    /** One finding. */
    public String render(Diagnostic diagnostic, Map<String, SourceText> sources) {
        StringBuilder text = new StringBuilder();
        text.append(paint(of(diagnostic.severity()), diagnostic.severity().word() + "[" + diagnostic.code() + "]"))
                .append(paint(BOLD, ": " + diagnostic.message()))
                .append('\n');
        Map<String, List<Mark>> marks = marks(diagnostic);
        int width = marks.values().stream()
                .flatMap(List::stream)
                .mapToInt(mark -> String.valueOf(mark.span.endLine()).length())
                .max()
                .orElse(0);
        if (diagnostic.span().isEmpty() && !diagnostic.path().isEmpty()) {
            text.append(paint(BLUE, " ".repeat(width) + "--> "))
                    .append(UserText.escape(diagnostic.path()))
                    .append(diagnostic.label().isEmpty() ? "" : ": " + diagnostic.label())
                    .append('\n');
        } else if (diagnostic.span().isEmpty() && !diagnostic.label().isEmpty()) {
            text.append(paint(BLUE, " ".repeat(width + 1) + "= "))
                    .append(diagnostic.label())
                    .append('\n');
        }
        marks.forEach((source, places) -> excerpt(text, source, places, sources, width, diagnostic.severity()));
        for (Related related : diagnostic.related()) {
            if (related.span().isEmpty()) {
                note(
                        text,
                        width,
                        related.message()
                                + (related.path().isEmpty() ? "" : " (" + UserText.escape(related.path()) + ")"));
            }
        }
        diagnostic.notes().forEach(note -> note(text, width, "note: " + note));
        diagnostic
                .help()
                .ifPresent(
                        help -> text.append(paint(GREEN, "help: ")).append(help).append('\n'));
        return text.toString();
    }

    private void note(StringBuilder text, int width, String note) {
        text.append(paint(BLUE, " ".repeat(width + 1) + "= ")).append(note).append('\n');
    }

    private static Map<String, List<Mark>> marks(Diagnostic diagnostic) {
        Map<String, List<Mark>> marks = new LinkedHashMap<>();
        diagnostic
                .span()
                .ifPresent(span -> marks.computeIfAbsent(span.source(), source -> new ArrayList<>())
                        .add(new Mark(span, diagnostic.label(), true)));
        for (Related related : diagnostic.related()) {
            related.span()
                    .ifPresent(span -> marks.computeIfAbsent(span.source(), source -> new ArrayList<>())
                            .add(new Mark(span, related.message(), false)));
        }
        return marks;
    }

    private void excerpt(
            StringBuilder text,
            String source,
            List<Mark> marks,
            Map<String, SourceText> sources,
            int width,
            Severity severity) {
        boolean primary = marks.stream().anyMatch(Mark::primary);
        Span first = marks.get(0).span;
        text.append(paint(BLUE, " ".repeat(width) + (primary ? "--> " : "::: ")))
                .append(UserText.escape(source))
                .append(':')
                .append(first.line())
                .append(':')
                .append(first.column())
                .append('\n');
        SourceText known = sources.get(source);
        if (known == null) {
            return;
        }
        List<String> lines = linesOfTexts.computeIfAbsent(known, SourceText::lines);
        List<Underline> underlines = new ArrayList<>();
        marks.forEach(mark -> underlines(mark, lines, underlines));
        underlines.sort(Comparator.comparingInt(Underline::line)
                .thenComparingInt(Underline::start)
                .thenComparing(underline -> !underline.primary));
        text.append(paint(BLUE, " ".repeat(width) + " |")).append('\n');
        int last = 0;
        for (Underline underline : underlines) {
            int line = underline.line;
            ExcerptLine shown = ExcerptLine.of(
                    lines.get(line - 1),
                    marks.stream()
                            .map(Mark::span)
                            .filter(span -> span.line() == line)
                            .toList());
            if (line != last) {
                if (last != 0 && line > last + 1) {
                    text.append(paint(BLUE, "..")).append('\n');
                }
                String number = " ".repeat(width - String.valueOf(line).length()) + line + " |";
                text.append((paint(BLUE, number) + " " + shown.text()).stripTrailing())
                        .append('\n');
                last = line;
            }
            String carets = (underline.primary ? "^" : "-").repeat(shown.widthOf(underline.start, underline.end));
            text.append(paint(BLUE, " ".repeat(width) + " |"))
                    .append(' ')
                    .append(" ".repeat(shown.indentOf(underline.start)))
                    .append(paint(
                            underline.primary ? of(severity) : BLUE, (carets + " " + underline.label).stripTrailing()))
                    .append('\n');
        }
    }

    /** The marks on one line, in characters from 0. */
    private record Underline(int line, int start, int end, String label, boolean primary) {}

    /** A mark over several lines is drawn under its first and its last line, with its label under the last. */
    private static void underlines(Mark mark, List<String> lines, List<Underline> underlines) {
        Span span = mark.span;
        if (span.line() > lines.size()) {
            return;
        }
        int start = span.column() - 1;
        ExcerptLine first = ExcerptLine.of(lines.get(span.line() - 1), List.of(span));
        boolean several = span.endLine() > span.line() && span.endLine() <= lines.size();
        ExcerptLine last = several ? ExcerptLine.of(lines.get(span.endLine() - 1), List.of(span)) : first;
        if (!several || span.endColumn() - 1 <= last.indentation()) {
            int end = span.endLine() > span.line() ? first.length() : span.endColumn() - 1;
            underlines.add(new Underline(span.line(), start, end, mark.label, mark.primary));
        } else {
            underlines.add(new Underline(span.line(), start, first.length(), "", mark.primary));
            underlines.add(
                    new Underline(span.endLine(), last.indentation(), span.endColumn() - 1, mark.label, mark.primary));
        }
    }

    private String paint(String sequence, String text) {
        return colour ? sequence + text + RESET : text;
    }

    private static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case NOTE -> BLUE;
        };
    }
}
