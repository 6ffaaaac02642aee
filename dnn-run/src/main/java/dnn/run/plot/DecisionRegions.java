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
    private static final double TOP = 40;
    private static final double LEAST_LEGEND = 110;
    private static final double MOST_LEGEND = 370;
    private static final double LABEL_SIZE = 12;

    /** Room in the legend for what is no name. */
    private static final double LEGEND_MARGIN = 42;

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
    public record Points(double[] first, double[] second, int[] classes) {
        private int count() {
            return classes.length;
        }
    }

    /**
     * The picture as an SVG document.
     *
     * @param title above it
     * @param features the two names
     * @param labels names of the classes, by number
     * @param train points it learnt from; at least one
     * @param test points it did not see; may be none
     * @param predict maps a (2, m) matrix in the unit of the axes to outputs: (1, m) probabilities of class 1, or (k,
     *     m)
     */
    public static String draw(
            String title,
            List<String> features,
            List<String> labels,
            Points train,
            Points test,
            UnaryOperator<Matrix> predict) {
        double[] horizontal = range(train.first(), test.first());
        double[] vertical = range(train.second(), test.second());
        Axis up = Axis.linear(vertical[0], vertical[1], TOP + SIDE, TOP);
        double left = Frame.left(up.marks(6));
        Axis across = Axis.linear(horizontal[0], horizontal[1], left, left + SIDE);
        Frame frame = new Frame(left, left + SIDE, TOP, TOP + SIDE, across, up);
        double names = labels.stream()
                .mapToDouble(label -> Lettering.length(label, LABEL_SIZE))
                .max()
                .orElse(0);
        double legend = Math.max(LEAST_LEGEND, Math.min(MOST_LEGEND, LEGEND_MARGIN + names));
        int rows = labels.size() + 5;
        Svg svg = new Svg(left + SIDE + legend, Math.max(TOP + SIDE + Frame.BELOW, TOP + 20 * rows));
        svg.heading(title);
        frame.draw(svg, features.get(0), features.get(1));
        regions(svg, left, predict.apply(grid(horizontal, vertical)));
        int all = train.count() + test.count();
        int drawn = Math.min(all, MOST_POINTS);
        int ofTrain = (int) ((long) drawn * train.count() / all);
        svg.open("stroke-width=\"0.8\"");
        points(svg, frame, train, ofTrain, Mark.TRAIN);
        points(svg, frame, test, drawn - ofTrain, Mark.TEST);
        svg.close();
        legend(svg, left + SIDE + 20, labels, test.count() > 0, drawn, all);
        return svg.document(title);
    }

    private static void points(Svg svg, Frame frame, Points points, int drawn, Mark mark) {
        for (int k = 0; k < drawn; k++) {
            // Evenly over all, so that they are the same points each time.
            int i = (int) ((long) k * points.count() / drawn);
            mark.draw(
                    svg,
                    frame.across().at(points.first()[i]),
                    frame.up().at(points.second()[i]),
                    1,
                    Colour.of(points.classes()[i]));
        }
    }

    private static void legend(Svg svg, double x, List<String> labels, boolean tested, int drawn, int all) {
        double y = TOP + 12;
        for (int k = 0; k < labels.size(); k++) {
            svg.circle(x, y, 5, Colour.of(k), Colour.PAPER);
            svg.text(x + 11, y + 4, "start", LABEL_SIZE, Colour.INK, labels.get(k), MOST_LEGEND - LEGEND_MARGIN);
            y += 20;
        }
        if (tested) {
            y += 12;
            Mark.TRAIN.draw(svg, x, y, 1.3, Colour.MUTED);
            svg.text(x + 11, y + 4, "start", 11, Colour.MUTED, "train");
            Mark.TEST.draw(svg, x, y + 18, 1.3, Colour.MUTED);
            svg.text(x + 11, y + 22, "start", 11, Colour.MUTED, "test");
            y += 36;
        }
        if (drawn < all) {
            String part = String.format(Locale.ROOT, "%,d of %,d", drawn, all);
            svg.text(x - 6, y + 8, "start", 11, Colour.MUTED, part);
            svg.text(x - 6, y + 23, "start", 11, Colour.MUTED, "points shown");
        }
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
    private static void regions(Svg svg, double left, Matrix outputs) {
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
                            .append("M" + Svg.number(left + start * size) + " " + Svg.number(TOP + row * size))
                            .append("h" + Svg.number(length) + "v" + Svg.number(height) + "h-" + Svg.number(length)
                                    + "z");
                    start = column;
                }
            }
        }
        svg.open("shape-rendering=\"crispEdges\"");
        paths.forEach((kind, path) -> svg.path(path.toString(), shade(kind / (SHADES + 1), kind % (SHADES + 1))));
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

    /** A class's colour over the paper: the more certain, the stronger. */
    private static Colour shade(int label, int shade) {
        return Colour.of(label).over(Colour.PAPER, 0.12 + 0.38 * shade / SHADES);
    }

    private static double[] range(double[]... splits) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : splits) {
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double margin = Math.max(1e-6, 0.06 * (high - low));
        return new double[] {low - margin, high + margin};
    }
}
