package dnn.language;

import java.util.List;
import java.util.Random;

/** Edits as people make them, and as nobody does: letters, lines, pieces of other texts, odd characters. */
final class RandomEdits {
    private static final List<String> PIECES = List.of(
            "a",
            ":",
            " ",
            "\n",
            "  ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "#",
            "&x ",
            "*x",
            "|",
            ">",
            "~",
            "0",
            "1e-3",
            "null",
            "true",
            "🙂",
            "\r\n",
            "\t",
            "é",
            "type: dense",
            "units: 7",
            "extends: base.yaml\n",
            "data:\n",
            "layers:\n",
            "    - {type: dropout, rate: 0.5}\n",
            "activation: relu",
            "checks: {I204: ignore}\n");

    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    /** The text with one edit, never inside a character. */
    String edited(String text) {
        int start = place(text, random.nextInt(text.length() + 1));
        int length = random.nextInt(3) > 0 ? 0 : random.nextInt(random.nextInt(5) == 0 ? 60 : 4);
        int end = place(text, Math.min(text.length(), start + length));
        String piece = random.nextInt(4) == 0 ? copied(text) : PIECES.get(random.nextInt(PIECES.size()));
        return text.substring(0, start) + (length > 0 && random.nextBoolean() ? "" : piece) + text.substring(end);
    }

    private String copied(String text) {
        int from = place(text, random.nextInt(text.length() + 1));
        int to = place(text, Math.min(text.length(), from + random.nextInt(40)));
        return text.substring(from, to);
    }

    private static int place(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }
}
