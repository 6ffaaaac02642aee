package dnn.config.render;

import dnn.config.diagnostic.UserText;

/**
 * A source line as shown: tabs as spaces, characters that would move or hide text replaced one for one, and a long line
 * cut to the part around a marked place. Places are counted in code points, what stands under them in columns of the
 * terminal.
 */
final class ExcerptLine {
    private static final int LONGEST_MARK = 40;
    private static final int TAB = 4;
    private static final int REPLACEMENT = 0xFFFD;

    /** Columns for the signs that something was cut away. */
    private static final int CUTS = 2;

    /** Of the room, one part in so many is for what stands before a place. */
    private static final int BEFORE = 4;

    private final int[] characters;
    private final int from;
    private final int to;

    private ExcerptLine(int[] characters, int from, int to) {
        this.characters = characters;
        this.from = from;
        this.to = to;
    }

    /**
     * The part of a line around a place.
     *
     * @param room the columns there are
     */
    static ExcerptLine of(String line, int start, int end, int room) {
        int[] characters = line.codePoints()
                .map(character -> character == '\t' || UserText.isHarmless(character) ? character : REPLACEMENT)
                .toArray();
        ExcerptLine whole = new ExcerptLine(characters, 0, characters.length);
        return whole.columns(0, characters.length) <= room ? whole : whole.cut(start, end, room - CUTS);
    }

    private ExcerptLine cut(int start, int end, int room) {
        int first = Math.min(start, characters.length);
        int begin = 0;
        if (columns(0, Math.min(end, characters.length)) > room) {
            begin = first;
            while (begin > 0 && columns(begin - 1, first) <= room / BEFORE) {
                begin--;
            }
        }
        int behind = begin;
        while (behind < characters.length && columns(begin, behind + 1) <= room) {
            behind++;
        }
        return new ExcerptLine(characters, begin, behind);
    }

    /** Tells whether these characters are among those shown. */
    boolean shows(int start, int end) {
        return from <= Math.min(start, characters.length) && Math.min(end, characters.length) <= to;
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

    private int columns(int start, int end) {
        int columns = 0;
        for (int i = start; i < end; i++) {
            columns += characters[i] == '\t' ? TAB : DisplayWidth.of(characters[i]);
        }
        return columns;
    }
}
