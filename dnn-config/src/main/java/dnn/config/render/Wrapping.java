package dnn.config.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences in lines that fit a terminal, broken between words. What stands in backticks stays whole, so that it can be
 * copied, and so does a word that is longer than a line.
 */
public final class Wrapping {
    private static final String INDENT = "  ";

    /** Narrower than this, words would stand alone. */
    private static final int LEAST_WIDTH = 20;

    /** The eye loses its line where lines are longer. */
    static final int GREATEST_WIDTH = 120;

    private Wrapping() {}

    /**
     * The sentence, its further lines indented, without a line break at the end.
     *
     * @param width columns of the terminal; 0 for one line
     */
    public static String of(String sentence, int width) {
        // The first line of a sentence may be indented, as one that belongs to the line before is.
        String lead = sentence.substring(
                0, sentence.length() - sentence.stripLeading().length());
        List<String> lines = lines(sentence, width, lead.length() + INDENT.length());
        return String.join("\n" + lead + INDENT, lines);
    }

    /**
     * The lines of a text, of which all but the first are to be indented.
     *
     * @param width columns of the terminal; 0 for one line
     * @param indent columns before the further lines
     */
    static List<String> lines(String text, int width, int indent) {
        if (width == 0) {
            return List.of(text);
        }
        int most = Math.min(GREATEST_WIDTH, Math.max(LEAST_WIDTH, width));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (String word : words(text)) {
            int length = DisplayWidth.of(word);
            if (line.toString().isBlank()) {
                line.append(word);
                column += length;
            } else if (column + 1 + length > most) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
                column = indent + length;
            } else {
                line.append(' ').append(word);
                column += 1 + length;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Pieces between blanks; a blank in backticks belongs to its piece, those before the first word to that one. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '`') {
                // One that is never closed quotes nothing.
                quoted = !quoted && text.indexOf('`', i + 1) >= 0;
            }
            if (character != ' ') {
                begun = true;
            } else if (begun && !quoted) {
                words.add(text.substring(start, i));
                start = i + 1;
            }
        }
        words.add(text.substring(start));
        return words;
    }
}
