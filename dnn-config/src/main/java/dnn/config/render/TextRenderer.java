package dnn.config.render;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.UserText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as text: the source lines with the places marked, then reasons and advice. */
public final class TextRenderer {
    private static final String HELP = "help: ";

    private final Palette palette;
    private final int width;

    /** Texts cut into lines once, not once a finding. */
    private final IdentityHashMap<SourceText, List<String>> linesOfTexts = new IdentityHashMap<>();

    /** A renderer whose lines are as long as what they say. */
    public TextRenderer(boolean colour) {
        this(colour, 0);
    }

    /**
     * A renderer for a terminal.
     *
     * @param colour whether output is coloured with ANSI sequences
     * @param width columns to fit; 0 for lines as long as what they say
     */
    public TextRenderer(boolean colour, int width) {
        this.palette = new Palette(colour);
        this.width = Math.min(Wrapping.GREATEST_WIDTH, width);
    }

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
        head(text, diagnostic);
        Map<String, List<MarkedPlace>> marks = marks(diagnostic);
        int digits = marks.values().stream()
                .flatMap(List::stream)
                .mapToInt(mark -> String.valueOf(mark.span().endLine()).length())
                .max()
                .orElse(0);
        if (diagnostic.span().isEmpty() && !diagnostic.path().isEmpty()) {
            String path = UserText.escape(diagnostic.path());
            text.append(palette.frame(" ".repeat(digits) + "--> "));
            hanging(text, path + (diagnostic.label().isEmpty() ? "" : ": " + diagnostic.label()), digits + 4);
        } else if (diagnostic.span().isEmpty() && !diagnostic.label().isEmpty()) {
            note(text, digits, diagnostic.label());
        }
        marks.forEach((source, places) -> {
            place(text, source, places, digits);
            SourceText known = sources.get(source);
            if (known != null) {
                List<String> lines = linesOfTexts.computeIfAbsent(known, SourceText::lines);
                new Excerpt(palette, lines, diagnostic.severity(), digits, width).draw(places, text);
            }
        });
        for (Related related : diagnostic.related()) {
            if (related.span().isEmpty()) {
                String path = related.path().isEmpty() ? "" : " (" + UserText.escape(related.path()) + ")";
                note(text, digits, related.message() + path);
            }
        }
        diagnostic.notes().forEach(note -> note(text, digits, "note: " + note));
        diagnostic.help().ifPresent(help -> {
            text.append(palette.strong(HELP));
            hanging(text, help, HELP.length());
        });
        return text.toString();
    }

    private void head(StringBuilder text, Diagnostic diagnostic) {
        String code = diagnostic.severity().word() + "[" + diagnostic.code() + "]";
        List<String> lines = Wrapping.lines(code + ": " + diagnostic.message(), width, 2);
        text.append(palette.of(diagnostic.severity(), code))
                .append(palette.strong(lines.get(0).substring(code.length())))
                .append('\n');
        lines.stream()
                .skip(1)
                .forEach(line -> text.append("  ").append(palette.strong(line)).append('\n'));
    }

    private void note(StringBuilder text, int digits, String note) {
        text.append(palette.frame(" ".repeat(digits + 1) + "= "));
        hanging(text, note, digits + 3);
    }

    /** A text behind what stands on its line already, its further lines below its first. */
    private void hanging(StringBuilder text, String sentence, int indent) {
        List<String> lines = Wrapping.lines(sentence, width == 0 ? 0 : width - indent, 0);
        text.append(String.join("\n" + " ".repeat(indent), lines)).append('\n');
    }

    private static Map<String, List<MarkedPlace>> marks(Diagnostic diagnostic) {
        Map<String, List<MarkedPlace>> marks = new LinkedHashMap<>();
        diagnostic
                .span()
                .ifPresent(span -> marks.computeIfAbsent(span.source(), source -> new ArrayList<>())
                        .add(new MarkedPlace(span, diagnostic.label(), true)));
        for (Related related : diagnostic.related()) {
            related.span()
                    .ifPresent(span -> marks.computeIfAbsent(span.source(), source -> new ArrayList<>())
                            .add(new MarkedPlace(span, related.message(), false)));
        }
        return marks;
    }

    private void place(StringBuilder text, String source, List<MarkedPlace> marks, int digits) {
        boolean primary = marks.stream().anyMatch(MarkedPlace::primary);
        Span first = marks.get(0).span();
        text.append(palette.frame(" ".repeat(digits) + (primary ? "--> " : "::: ")))
                .append(UserText.escape(source))
                .append(':')
                .append(first.line())
                .append(':')
                .append(first.column())
                .append('\n');
    }
}
