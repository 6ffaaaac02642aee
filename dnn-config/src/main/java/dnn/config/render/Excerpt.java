package dnn.config.render;

import dnn.config.diagnostic.Severity;
import java.util.Comparator;
import java.util.List;

/** Lines of a source text with the marked places underlined, and what is to be said about each beside or below it. */
final class Excerpt {
    /** Columns for source text where nothing says how many there are. */
    private static final int USUAL_ROOM = 122;

    private static final int LEAST_ROOM = 24;

    /** A label gets no narrower column than this beside what is underlined; it follows below instead. */
    private static final int LABEL_ROOM = 32;

    private final Palette palette;
    private final List<String> lines;
    private final Severity severity;
    private final int digits;
    private final boolean isTerminal;
    private final int room;

    /**
     * An excerpt to draw.
     *
     * @param lines of the source
     * @param digits columns for the numbers of lines
     * @param width columns of the terminal, 0 if it is none
     */
    Excerpt(Palette palette, List<String> lines, Severity severity, int digits, int width) {
        this.palette = palette;
        this.lines = lines;
        this.severity = severity;
        this.digits = digits;
        this.isTerminal = width > 0;
        this.room = isTerminal ? Math.min(USUAL_ROOM, Math.max(LEAST_ROOM, width - digits - 3)) : USUAL_ROOM;
    }

    void draw(List<MarkedPlace> marks, StringBuilder text) {
        List<MarkedPlace.Underline> underlines = marks.stream()
                .flatMap(mark -> mark.underlines(lines).stream())
                .sorted(Comparator.comparingInt(MarkedPlace.Underline::line)
                        .thenComparingInt(MarkedPlace.Underline::start)
                        .thenComparing(underline -> !underline.primary()))
                .toList();
        below(text, "");
        int last = 0;
        ExcerptLine shown = null;
        for (MarkedPlace.Underline underline : underlines) {
            int line = underline.line();
            // Where a long line does not show two places at once, it is shown for each.
            if (shown == null || line != last || !shown.shows(underline.start(), underline.end())) {
                if (last != 0 && line > last + 1) {
                    text.append(palette.frame("..")).append('\n');
                }
                shown = window(underline, underlines);
                String number = " ".repeat(digits - String.valueOf(line).length()) + line + " |";
                text.append((palette.frame(number) + " " + shown.text()).stripTrailing())
                        .append('\n');
                last = line;
            }
            underline(text, underline, shown.indentOf(underline.start()), shown);
        }
    }

    /** The part of the line that shows as many of the underlines from this one on as find room. */
    private ExcerptLine window(MarkedPlace.Underline first, List<MarkedPlace.Underline> underlines) {
        String line = lines.get(first.line() - 1);
        int end = first.end();
        ExcerptLine window = ExcerptLine.of(line, first.start(), end, room);
        for (MarkedPlace.Underline next : underlines) {
            if (next.line() == first.line() && next.start() >= first.start()) {
                end = Math.max(end, next.end());
                ExcerptLine wider = ExcerptLine.of(line, first.start(), end, room);
                if (!wider.shows(first.start(), end)) {
                    break;
                }
                window = wider;
            }
        }
        return window;
    }

    private void underline(StringBuilder text, MarkedPlace.Underline underline, int indent, ExcerptLine shown) {
        String signs = (underline.primary() ? "^" : "-").repeat(shown.widthOf(underline.start(), underline.end()));
        String label = underline.label();
        if (!isTerminal || indent + signs.length() + 1 + DisplayWidth.of(label) <= room) {
            below(text, " ".repeat(indent) + painted(underline, (signs + " " + label).stripTrailing()));
            return;
        }
        below(text, " ".repeat(indent) + painted(underline, signs));
        int column = Math.min(indent, Math.max(0, room - Math.min(LABEL_ROOM, DisplayWidth.of(label))));
        for (String line : Wrapping.lines(label, room - column, 0)) {
            below(text, " ".repeat(column) + painted(underline, line));
        }
    }

    private String painted(MarkedPlace.Underline underline, String text) {
        return underline.primary() ? palette.of(severity, text) : palette.frame(text);
    }

    private void below(StringBuilder text, String line) {
        text.append(palette.frame(" ".repeat(digits) + " |"))
                .append(line.isEmpty() ? "" : " " + line)
                .append('\n');
    }
}
