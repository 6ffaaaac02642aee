package dnn.run.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The line that a network of one feature draws through numbers, over the items of both splits. Thread-safe. */
public final class FittedLine {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 420;
    private static final double RIGHT = 16;
    private static final double TOP = 62;
    private static final double LEGEND = 44;

    /** Numbers of the feature at which the line is computed. */
    public static final int STEPS = 200;

    private FittedLine() {}

    /**
     * Items.
     *
     * @param x the feature, in its own unit
     * @param y the target, in its own unit, as many
     */
    public record Items(double[] x, double[] y) {}

    /**
     * The picture as an SVG document.
     *
     * @param title above it
     * @param feature name of the horizontal axis
     * @param target name of the vertical axis
     * @param train items it learnt from; at least one
     * @param test items it did not see; may be none
     * @param line what the network says, by ascending x
     */
    public static String draw(String title, String feature, String target, Items train, Items test, Items line) {
        Svg svg = new Svg(WIDTH, HEIGHT);
        svg.heading(title);
        Frame frame = Frame.even(
                range(train.x(), test.x(), line.x()),
                range(train.y(), test.y(), line.y()),
                WIDTH - RIGHT,
                TOP,
                HEIGHT - Frame.BELOW);
        int drawn = Math.min(ScatterChart.MOST_POINTS, train.x().length + test.x().length);
        int all = train.x().length + test.x().length;
        String part = drawn < all ? String.format(Locale.ROOT, "  (%,d of %,d items)", drawn, all) : "";
        frame.draw(svg, feature + part, target);
        int ofTrain = (int) ((long) drawn * train.x().length / all);
        marks(svg, frame, train, ofTrain, Mark.TRAIN, Colour.of(0));
        marks(svg, frame, test, drawn - ofTrain, Mark.TEST, Colour.of(1));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.x().length; i++) {
            if (Double.isFinite(line.y()[i])) {
                points.append(Svg.number(frame.across().at(line.x()[i])))
                        .append(',')
                        .append(Svg.number(frame.up().at(line.y()[i])))
                        .append(' ');
            }
        }
        svg.polyline(points.toString().strip(), Colour.PAPER, 4.5, "");
        svg.polyline(points.toString().strip(), Colour.of(5), 2.4, "");
        legend(svg, frame.left(), test.x().length > 0);
        return svg.document(title);
    }

    private static void legend(Svg svg, double left, boolean tested) {
        Mark.TRAIN.draw(svg, left + 6, LEGEND, 1.4, Colour.of(0));
        svg.text(left + 16, LEGEND + 4, "start", 11, Colour.INK, "train");
        if (tested) {
            Mark.TEST.draw(svg, left + 66, LEGEND, 1.4, Colour.of(1));
            svg.text(left + 76, LEGEND + 4, "start", 11, Colour.INK, "test");
        }
        double x = left + 120;
        svg.polyline(x + "," + LEGEND + " " + (x + 20) + "," + LEGEND, Colour.of(5), 2.4, "");
        svg.text(x + 26, LEGEND + 4, "start", 11, Colour.INK, "the network");
    }

    private static void marks(Svg svg, Frame frame, Items items, int drawn, Mark mark, Colour colour) {
        int count = items.x().length;
        for (int k = 0; k < Math.min(drawn, count); k++) {
            // Evenly over all, so that they are the same points each time.
            int i = (int) ((long) k * count / drawn);
            if (Double.isFinite(items.x()[i]) && Double.isFinite(items.y()[i])) {
                mark.draw(svg, frame.across().at(items.x()[i]), frame.up().at(items.y()[i]), 1, colour);
            }
        }
    }

    private static double[] range(double[]... numbers) {
        double[] finite = Arrays.stream(numbers)
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
        return new double[] {
            Arrays.stream(finite).min().orElse(0), Arrays.stream(finite).max().orElse(1)
        };
    }
}
