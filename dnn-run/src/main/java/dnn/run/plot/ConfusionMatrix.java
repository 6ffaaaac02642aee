package dnn.run.plot;

import java.util.List;

/** How often items of each class were taken for each class. Thread-safe. */
public final class ConfusionMatrix {
    private static final double CELL = 52;
    private static final double TOP = 78;
    private static final double RIGHT = 24;
    private static final double BOTTOM = 20;

    /** Labels longer than this are cut. */
    private static final int LABEL_LIMIT = 18;

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
        int longest = labels.stream()
                .mapToInt(label -> Math.min(LABEL_LIMIT, label.length()))
                .max()
                .orElse(1);
        double left = 46 + 7 * longest;
        double width = Math.max(left + classes * CELL + RIGHT, 320);
        Svg svg = new Svg(width, TOP + classes * CELL + BOTTOM);
        svg.text(width / 2, 20, "middle", 14, Svg.INK, title);
        svg.text(left + classes * CELL / 2, 42, "middle", 12, Svg.MUTED, "predicted");
        svg.verticalText(18, TOP + classes * CELL / 2, 12, Svg.MUTED, "true");
        for (int i = 0; i < classes; i++) {
            int total = 0;
            for (int count : counts[i]) {
                total += count;
            }
            svg.text(left - 8, TOP + (i + 0.5) * CELL + 4, "end", 12, Svg.INK, shortened(labels.get(i), LABEL_LIMIT));
            svg.text(left + (i + 0.5) * CELL, TOP - 8, "middle", 12, Svg.INK, shortened(labels.get(i), 7));
            for (int j = 0; j < classes; j++) {
                double share = total == 0 ? 0 : (double) counts[i][j] / total;
                svg.rectangle(left + j * CELL, TOP + i * CELL, CELL - 2, CELL - 2, shade(share, i == j));
                svg.text(
                        left + (j + 0.5) * CELL - 1,
                        TOP + (i + 0.5) * CELL + 4,
                        "middle",
                        13,
                        share > 0.55 ? "#ffffff" : Svg.INK,
                        String.valueOf(counts[i][j]));
            }
        }
        return svg.document(title);
    }

    private static String shortened(String label, int limit) {
        return label.length() <= limit ? label : label.substring(0, limit - 1) + "…";
    }

    /** White for none of a class, blue for right answers, orange for wrong ones. */
    private static String shade(double share, boolean right) {
        int[] full = right ? new int[] {0, 114, 178} : new int[] {213, 94, 0};
        StringBuilder colour = new StringBuilder("#");
        for (int part : full) {
            colour.append(String.format("%02x", (int) Math.round(245 + share * (part - 245))));
        }
        return colour.toString();
    }
}
