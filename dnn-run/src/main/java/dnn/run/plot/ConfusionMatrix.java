package dnn.run.plot;

import java.util.List;

/** A table of how often items of each class were taken for each class. Thread-safe. */
public final class ConfusionMatrix {
    private static final double CELL = 52;
    private static final double HEADING = 64;
    private static final double RIGHT = 24;
    private static final double BOTTOM = 20;
    private static final double LEAST_WIDTH = 320;
    private static final double LABEL_SIZE = 12;

    /** Room for the longest label; of a longer one the rest is shown where a pointer rests on it. */
    private static final double MOST_LABEL = 320;

    /** Share of a class from which its cell is dark. */
    private static final double DARK = 0.55;

    private ConfusionMatrix() {}

    /**
     * The picture as an SVG document.
     *
     * @param title above it
     * @param labels names of the classes, by number
     * @param counts counts[i][j]: items of class i taken for class j
     */
    public static String draw(String title, List<String> labels, int[][] counts) {
        int classes = labels.size();
        double longest = Math.min(
                MOST_LABEL,
                labels.stream()
                        .mapToDouble(label -> Lettering.length(label, LABEL_SIZE))
                        .max()
                        .orElse(0));
        double left = 42 + longest;
        // Names that are wider than a cell stand upright.
        boolean upright = longest > CELL - 4;
        double top = HEADING + (upright ? longest : LABEL_SIZE) + 4;
        Svg svg = new Svg(Math.max(left + classes * CELL + RIGHT, LEAST_WIDTH), top + classes * CELL + BOTTOM);
        svg.heading(title);
        svg.text(left + classes * CELL / 2, HEADING - 14, "middle", 12, Colour.MUTED, "predicted");
        svg.verticalText(18, top + classes * CELL / 2, "middle", 12, Colour.MUTED, "true", CELL);
        for (int i = 0; i < classes; i++) {
            double middle = (i + 0.5) * CELL;
            svg.text(left - 8, top + middle + 3, "end", LABEL_SIZE, Colour.INK, labels.get(i), MOST_LABEL);
            if (upright) {
                svg.verticalText(
                        left + middle + 3, top - 6, "start", LABEL_SIZE, Colour.INK, labels.get(i), MOST_LABEL);
            } else {
                svg.text(left + middle - 1, top - 6, "middle", LABEL_SIZE, Colour.INK, labels.get(i));
            }
            row(svg, left, top + i * CELL, i, counts[i]);
        }
        return svg.document(title);
    }

    private static void row(Svg svg, double left, double top, int label, int[] counts) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        for (int j = 0; j < counts.length; j++) {
            double share = total == 0 ? 0 : (double) counts[j] / total;
            double x = left + j * CELL;
            svg.rectangle(x, top, CELL - 2, CELL - 2, shade(share, label == j));
            String count = String.valueOf(counts[j]);
            double size = Math.min(13, 13 * (CELL - 8) / Lettering.length(count, 13));
            svg.text(x + CELL / 2 - 1, top + CELL / 2 + 3, "middle", size, text(share), count);
        }
    }

    private static Colour text(double share) {
        return share > DARK ? Colour.PALE : Colour.INK;
    }

    /** Hardly any colour for none of a class, blue for right answers, vermilion for wrong ones. */
    private static Colour shade(double share, boolean right) {
        Colour full = right ? new Colour("#0072b2", "#1c6ea8") : new Colour("#d55e00", "#b8500a");
        return full.over(Colour.GROUND, share);
    }
}
