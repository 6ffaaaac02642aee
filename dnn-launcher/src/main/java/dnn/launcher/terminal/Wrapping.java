package dnn.launcher.terminal;

import dnn.config.render.DisplayWidth;

/** Sentences in lines that fit a terminal, broken between words. */
public final class Wrapping {
    private static final String INDENT = "  ";

    /** Narrower than this, words would stand alone. */
    private static final int LEAST_WIDTH = 20;

    private Wrapping() {}

    /**
     * The sentence, its further lines indented, without a line break at the end. A word that is longer than a line
     * stays whole, so that it can be copied.
     *
     * @param width columns of the terminal; 0 for one line
     */
    public static String of(String sentence, int width) {
        if (width == 0) {
            return sentence;
        }
        // The first line of a sentence may be indented, as one that belongs to the line before is.
        String lead = sentence.substring(
                0, sentence.length() - sentence.stripLeading().length());
        int most = Math.max(LEAST_WIDTH, width);
        StringBuilder text = new StringBuilder(lead);
        int column = lead.length();
        boolean first = true;
        for (String word : sentence.strip().split(" ", -1)) {
            int length = DisplayWidth.of(word);
            if (!first && column + 1 + length > most) {
                text.append('\n').append(lead).append(INDENT);
                column = lead.length() + INDENT.length();
            } else if (!first) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += length;
            first = false;
        }
        return text.toString();
    }
}
