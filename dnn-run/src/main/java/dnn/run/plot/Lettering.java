package dnn.run.plot;

import dnn.config.render.DisplayWidth;

/** Estimates of how much room text takes, for pictures that are laid out without a font at hand. */
final class Lettering {
    /** Mean advance of a letter of a font without serifs, beside its size; on the safe side. */
    private static final double ADVANCE = 0.58;

    private static final String CUT = "…";

    private Lettering() {}

    /** The length of a text of this size. */
    static double length(String text, double size) {
        return DisplayWidth.of(text) * size * ADVANCE;
    }

    /** The text, or as much of its beginning as finds room, followed by dots. */
    static String fitted(String text, double size, double room) {
        if (length(text, size) <= room) {
            return text;
        }
        StringBuilder beginning = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String longer = beginning + Character.toString(point) + CUT;
            if (length(longer, size) > room) {
                break;
            }
            beginning.appendCodePoint(point);
        }
        return beginning.toString().stripTrailing() + CUT;
    }
}
