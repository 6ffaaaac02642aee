package dnn.language;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Span;
import dnn.config.fix.Fixer;
import dnn.config.fix.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Edits that the findings of a text offer. */
final class Actions {
    private final Language language;
    private final Language.Origin origin;
    private final CheckReport report;

    Actions(Language language, Language.Origin origin, CheckReport report) {
        this.language = language;
        this.origin = origin;
        this.report = report;
    }

    List<Action> within(Span range) {
        List<Action> actions = new ArrayList<>();
        for (Diagnostic finding : report.diagnostics()) {
            if (finding.fix().isPresent()
                    && finding.span().filter(span -> touches(span, range)).isPresent()) {
                Fix fix = finding.fix().get();
                actions.add(new Action(sentence(fix.description()), fix, Optional.of(finding)));
            }
        }
        long mendable = report.diagnostics().stream()
                .filter(finding -> finding.fix().isPresent())
                .count();
        if (mendable > 1) {
            all().ifPresent(actions::add);
        }
        return actions;
    }

    /** One edit of the whole text, since what is mended may bring more to light. */
    private Optional<Action> all() {
        SourceText text = origin.text();
        Fixer.Outcome outcome = Fixer.fix(
                text,
                edited -> language.check(origin, new SourceText(text.name(), edited), Optional.empty())
                        .report());
        if (outcome.text().equals(text.text())) {
            return Optional.empty();
        }
        TextLines lines = new TextLines(text.text());
        int last = lines.count();
        Span whole = new Span(
                text.name(),
                1,
                1,
                last,
                lines.line(last).codePointCount(0, lines.line(last).length()) + 1);
        String title = "Mend all that is certain (" + outcome.applied().size() + ")";
        return Optional.of(new Action(title, Fix.replace(whole, outcome.text(), title), Optional.empty()));
    }

    private static boolean touches(Span span, Span range) {
        return span.source().equals(range.source())
                && !isBefore(span.endLine(), span.endColumn(), range.line(), range.column())
                && !isBefore(range.endLine(), range.endColumn(), span.line(), span.column());
    }

    private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
        return line < otherLine || (line == otherLine && column < otherColumn);
    }

    private static String sentence(String description) {
        return description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
    }
}
