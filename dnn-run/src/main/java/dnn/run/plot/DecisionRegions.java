package dnn.run.plot;

import dnn.api.dataset.Matrix;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The regions a network with two features draws in their plane, under the points it learnt from (lecture figure 2).
 * Thread-safe.
 */
public final class DecisionRegions {
    private static final double OVERLAP = 0.8;
    private static final int GRID = 120;
    private static final double SIDE = 460;
    private static final double LEFT = 58;
    private static final double TOP = 34;
    private static final double BOTTOM = 46;
    private static final double LEGEND = 150;

    /** Steps in which a region fades towards its border. */
    private static final int SHADES = 8;

    /**
     * More points than this are not drawn: they would cover each other and the regions, and the picture would have no
     * bound.
     */
    static final int MOST_POINTS = 2000;

    private DecisionRegions() {}

    /**
     * Points to show.
     *
     * @param first first feature, in the unit of the axis
     * @param second second feature
     * @param classes class numbers
     */
    public record Points(double[] first, double[] second, int[] classes) {}

    /**
     * The picture as an SVG document.
     *
     * @param title above it
     * @param features the two names
     * @param labels names of the classes, by number
     * @param points what the regions are compared with; at least one
     * @param predict maps a (2, m) matrix in the unit of the axes to outputs: (1, m) probabilities of class 1, or (k,
     *     m)
     */
    public static String draw(
            String title, List<String> features, List<String> labels, Points points, UnaryOperator<Matrix> predict) {
        double[] horizontal = range(points.first());
        double[] vertical = range(points.second());
        Axis across = Axis.linear(horizontal[0], horizontal[1], LEFT, LEFT + SIDE);
        Axis up = Axis.linear(vertical[0], vertical[1], TOP + SIDE, TOP);
        Svg svg = new Svg(LEFT + SIDE + LEGEND, TOP + SIDE + BOTTOM);
        svg.text(LEFT + SIDE / 2, 20, "middle", 14, Svg.INK, title);
        regions(svg, predict.apply(grid(horizontal, vertical)));
        svg.open("stroke-width=\"0.8\"");
        int count = points.classes().length;
        int drawn = Math.min(count, MOST_POINTS);
        for (int k = 0; k < drawn; k++) {
            // Evenly over all, so that they are the same points each time.
            int i = (int) ((long) k * count / drawn);
            svg.circle(
                    across.at(points.first()[i]),
                    up.at(points.second()[i]),
                    2.6,
                    Svg.colour(points.classes()[i]),
                    "#ffffff");
        }
        svg.close();
        for (double mark : across.marks(6)) {
            svg.line(across.at(mark), TOP + SIDE, across.at(mark), TOP + SIDE + 4, Svg.MUTED, 1);
            svg.text(across.at(mark), TOP + SIDE + 17, "middle", 11, Svg.MUTED, Axis.label(mark));
        }
        for (double mark : up.marks(6)) {
            svg.line(LEFT - 4, up.at(mark), LEFT, up.at(mark), Svg.MUTED, 1);
            svg.text(LEFT - 7, up.at(mark) + 4, "end", 11, Svg.MUTED, Axis.label(mark));
        }
        svg.text(LEFT + SIDE / 2, TOP + SIDE + 36, "middle", 12, Svg.MUTED, features.get(0));
        svg.verticalText(16, TOP + SIDE / 2, 12, Svg.MUTED, features.get(1));
        for (int k = 0; k < labels.size(); k++) {
            svg.circle(LEFT + SIDE + 20, TOP + 12 + 20 * k, 5, Svg.colour(k), "#ffffff");
            svg.text(LEFT + SIDE + 31, TOP + 16 + 20 * k, "start", 12, Svg.INK, labels.get(k));
        }
        if (drawn < count) {
            double below = TOP + 20 + 20 * labels.size();
            svg.text(
                    LEFT + SIDE + 14,
                    below,
                    "start",
                    11,
                    Svg.MUTED,
                    String.format(Locale.ROOT, "%,d of %,d", drawn, count));
            svg.text(LEFT + SIDE + 14, below + 15, "start", 11, Svg.MUTED, "points shown");
        }
        return svg.document(title);
    }

    /** Centres of the grid's cells, row by row from the top. */
    private static Matrix grid(double[] horizontal, double[] vertical) {
        Matrix cells = Matrix.zeros(2, GRID * GRID);
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                int cell = row * GRID + column;
                cells.set(0, cell, horizontal[0] + (column + 0.5) / GRID * (horizontal[1] - horizontal[0]));
                cells.set(1, cell, vertical[1] - (row + 0.5) / GRID * (vertical[1] - vertical[0]));
            }
        }
        return cells;
    }

    /** One path a class and shade, of rectangles that join neighbouring cells of a row: the picture stays small. */
    private static void regions(Svg svg, Matrix outputs) {
        double size = SIDE / GRID;
        Map<Integer, StringBuilder> paths = new TreeMap<>();
        for (int row = 0; row < GRID; row++) {
            int start = 0;
            for (int column = 1; column <= GRID; column++) {
                int kind = cellKind(outputs, row * GRID + start);
                if (column == GRID || kind != cellKind(outputs, row * GRID + column)) {
                    // A little over the neighbours to the right and below: edges that only meet leave hairlines at some
                    // scales.
                    double length = (column - start) * size + (column == GRID ? 0 : OVERLAP);
                    double height = size + (row == GRID - 1 ? 0 : OVERLAP);
                    paths.computeIfAbsent(kind, unseen -> new StringBuilder())
                            .append("M" + Svg.number(LEFT + start * size) + " " + Svg.number(TOP + row * size))
                            .append("h" + Svg.number(length) + "v" + Svg.number(height) + "h-" + Svg.number(length)
                                    + "z");
                    start = column;
                }
            }
        }
        svg.open("shape-rendering=\"crispEdges\"");
        paths.forEach((kind, path) ->
                svg.path(path.toString(), tint(Svg.colour(kind / (SHADES + 1)), kind % (SHADES + 1))));
        svg.close();
    }

    /** Class and shade of a cell in one number. */
    private static int cellKind(Matrix outputs, int cell) {
        int best = 0;
        double confidence;
        if (outputs.rows() == 1) {
            double positive = outputs.get(0, cell);
            best = positive > 0.5 ? 1 : 0;
            confidence = 2 * Math.max(positive, 1 - positive) - 1;
        } else {
            for (int k = 1; k < outputs.rows(); k++) {
                best = outputs.get(k, cell) > outputs.get(best, cell) ? k : best;
            }
            double even = 1.0 / outputs.rows();
            confidence = (outputs.get(best, cell) - even) / (1 - even);
        }
        int shade = (int) Math.round(SHADES * Math.min(1, Math.max(0, confidence)));
        return best * (SHADES + 1) + shade;
    }

    /** A colour mixed with white: the more certain, the stronger. */
    private static String tint(String colour, int shade) {
        double strength = 0.12 + 0.38 * shade / SHADES;
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            int part = Integer.parseInt(colour.substring(i, i + 2), 16);
            mixed.append(String.format("%02x", (int) Math.round(255 + strength * (part - 255))));
        }
        return mixed.toString();
    }

    private static double[] range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double margin = Math.max(1e-6, 0.06 * (high - low));
        return new double[] {low - margin, high + margin};
    }
}
