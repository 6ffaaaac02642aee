package dnn.config.render;

import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.UserText;
import java.util.List;

/** A source line as shown: control characters replaced one for one, and a long line cut to the part around the marked places. */
final class ExcerptLine {
    private static final int LONGEST = 120;
    private static final int BEFORE = 30;
    private static final int LONGEST_MARK = 40;

    private final int[] characters;
    private final int from;
    private final int to;

    private ExcerptLine(int[] characters, int from, int to) {
        this.characters = characters;
        this.from = from;
        this.to = to;
    }

    static ExcerptLine of(String line, List<Span> marked) {
        int[] characters = line.codePoints()
                .map(character -> character == '\t' ? ' ' : UserText.isHarmless(character) ? character : 0xFFFD)
                .toArray();
        if (characters.length <= LONGEST) {
            return new ExcerptLine(characters, 0, characters.length);
        }
        int first = marked.stream().mapToInt(span -> span.column() - 1).min().orElse(0);
        int from = first <= LONGEST - BEFORE ? 0 : first - BEFORE;
        return new ExcerptLine(characters, from, Math.min(characters.length, from + LONGEST));
    }

    String text() {
        return (from > 0 ? "…" : "") + new String(characters, from, to - from) + (to < characters.length ? "…" : "");
    }

    int indentOf(Span span) {
        return Math.max(0, Math.min(span.column() - 1, to) - from) + (from > 0 ? 1 : 0);
    }

    int widthOf(Span span) {
        int end = span.endLine() > span.line() ? characters.length : span.endColumn() - 1;
        int width = Math.max(1, Math.min(end, to) - Math.min(span.column() - 1, to));
        return span.endLine() > span.line() || end > to ? Math.min(width, LONGEST_MARK) : width;
    }
}
