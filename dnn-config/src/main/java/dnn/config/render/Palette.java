package dnn.config.render;

import dnn.config.diagnostic.Severity;

/**
 * ANSI colours of a terminal, those that can be read on dark and on light ones: yellow, green and cyan cannot be read
 * on white.
 *
 * @param colour whether there are any
 */
record Palette(boolean colour) {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String MAGENTA = "\u001b[1;35m";
    private static final String BLUE = "\u001b[1;34m";

    String strong(String text) {
        return paint(BOLD, text);
    }

    String frame(String text) {
        return paint(BLUE, text);
    }

    String of(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint(RED, text);
            case WARNING -> paint(MAGENTA, text);
            case NOTE -> paint(BLUE, text);
        };
    }

    private String paint(String sequence, String text) {
        return colour && !text.isEmpty() ? sequence + text + RESET : text;
    }
}
