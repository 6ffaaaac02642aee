package dnn.launcher.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * One line about a training under way, for a terminal of any width: first the place in the epochs and the losses find
 * room, then the time left, then a short bar, then all other figures. The bar takes what is left; what finds no room is
 * left out whole.
 */
final class ProgressLine {
    private static final int BAR_WIDTH = 24;
    private static final int LEAST_BAR = 8;

    /** Columns of the bar's ends and of the space after it. */
    private static final int BRACKETS = "[] ".length();

    private static final String GAP = "  ";
    private static final String LOSS = ".loss ";

    private ProgressLine() {}

    /**
     * The line, shorter than the terminal is wide.
     *
     * @param share of the training that is done, 0 to 1
     * @param place such as {@code 12/200}
     * @param left the time left; empty where that is not known
     * @param figures each with its name, losses first
     * @param width columns of the terminal
     */
    static String of(double share, String place, String left, List<String> figures, int width) {
        // A line that wraps could not be rewritten; the last column stays free because some terminals wrap there.
        int room = width - 1;
        List<String> shown = new ArrayList<>(List.of(place));
        List<String> others = new ArrayList<>();
        for (String figure : figures) {
            if (!figure.contains(LOSS) || !add(shown, figure, room)) {
                others.add(figure);
            }
        }
        if (!left.isEmpty() && length(shown) + GAP.length() + left.length() <= room) {
            shown.add(1, left);
        }
        int least = length(shown) + BRACKETS + LEAST_BAR <= room ? BRACKETS + LEAST_BAR : 0;
        for (String figure : others) {
            if (!add(shown, figure, room - least)) {
                break;
            }
        }
        String bar = least == 0 ? "" : bar(share, Math.min(BAR_WIDTH, room - length(shown) - BRACKETS)) + " ";
        String line = bar + String.join(GAP, shown);
        return line.substring(0, Math.max(0, Math.min(line.length(), room)));
    }

    private static boolean add(List<String> shown, String part, int room) {
        boolean fits = length(shown) + GAP.length() + part.length() <= room;
        if (fits) {
            shown.add(part);
        }
        return fits;
    }

    private static int length(List<String> parts) {
        return String.join(GAP, parts).length();
    }

    private static String bar(double share, int width) {
        int filled = (int) Math.round(Math.max(0, Math.min(1, share)) * width);
        return "[" + "█".repeat(filled) + "░".repeat(width - filled) + "]";
    }
}
