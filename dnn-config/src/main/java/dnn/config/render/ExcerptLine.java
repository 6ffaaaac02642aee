package dnn.config.render;

import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.UserText;
import java.util.List;

/**
 * A source line as shown: tabs as spaces, characters that would move or hide text replaced one for one, and a long line
 * cut to the part around the marked places. Places are counted in code points, what stands under them in columns of the
 * terminal.
 */
final class ExcerptLine {
    private static final int LONGEST = 120;
    private static final int BEFORE = 30;
    private static final int LONGEST_MARK = 40;
    private static final int TAB = 4;
    private static final int REPLACEMENT = 0xFFFD;

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
                .map(character -> character == '\t' || UserText.isHarmless(character) ? character : REPLACEMENT)
                .toArray();
        if (characters.length <= LONGEST) {
            return new ExcerptLine(characters, 0, characters.length);
        }
        int first = marked.stream().mapToInt(span -> span.column() - 1).min().orElse(0);
        int from = first <= LONGEST - BEFORE ? 0 : first - BEFORE;
        return new ExcerptLine(characters, from, Math.min(characters.length, from + LONGEST));
    }

    String text() {
        StringBuilder text = new StringBuilder(from > 0 ? "…" : "");
        for (int i = from; i < to; i++) {
            if (characters[i] == '\t') {
                text.append(" ".repeat(TAB));
            } else {
                text.appendCodePoint(characters[i]);
            }
        }
        return text.append(to < characters.length ? "…" : "").toString();
    }

    /** Columns before a character counted from 0. */
    int indentOf(int character) {
        return (from > 0 ? 1 : 0) + columns(from, Math.min(character, to));
    }

    /**
     * Columns of the characters from one to before another, at least 1; where not all of them are shown, no more than
     * help.
     */
    int widthOf(int start, int end) {
        int width = Math.max(1, columns(Math.max(from, Math.min(start, to)), Math.min(end, to)));
        return end > to ? Math.min(width, LONGEST_MARK) : width;
    }

    /** The number of characters of the whole line. */
    int length() {
        return characters.length;
    }

    /** The first character that is not blank. */
    int indentation() {
        int first = 0;
        while (first < characters.length && (characters[first] == ' ' || characters[first] == '\t')) {
            first++;
        }
        return first;
    }

    private int columns(int start, int end) {
        int columns = 0;
        for (int i = start; i < end; i++) {
            columns += characters[i] == '\t' ? TAB : DisplayWidth.of(characters[i]);
        }
        return columns;
    }
}
