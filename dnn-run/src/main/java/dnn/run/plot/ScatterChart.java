package dnn.run.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Panels of points side by side, each with a line that perfect predictions would lie on. Thread-safe. */
public final class ScatterChart {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 390;
    private static final double RIGHT = 16;
    private static final double TOP = 62;

    /** More points than this are thinned evenly. */
    static final int MOST_POINTS = 3000;

    private ScatterChart() {}

    /**
     * Points.
     *
     * @param title above the panel
     * @param horizontal below it
     * @param vertical beside it
     * @param x first coordinates
     * @param y second coordinates, as many; points that are not finite are left out
     * @param diagonal whether perfection is y = x; else it is y = 0
     */
    public record Panel(String title, String horizontal, String vertical, double[] x, double[] y, boolean diagonal) {
        public Panel {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " first and " + y.length + " second coordinates");
            }
        }
    }

    /** The panels side by side, as an SVG document. */
    public static String draw(String title, List<Panel> panels) {
        Svg svg = new Svg(WIDTH * Math.max(1, panels.size()), HEIGHT);
        svg.heading(title);
        for (int i = 0; i < panels.size(); i++) {
            svg.open("transform=\"translate(" + Svg.number(i * WIDTH) + " 0)\"");
            draw(svg, panels.get(i));
            svg.close();
        }
        return svg.document(title);
    }

    private static void draw(Svg svg, Panel panel) {
        svg.text(WIDTH / 2, 48, "middle", 13, Colour.INK, panel.title(), WIDTH - RIGHT);
        double[] xs = Arrays.stream(panel.x()).filter(Double::isFinite).toArray();
        double[] ys = Arrays.stream(panel.y()).filter(Double::isFinite).toArray();
        if (xs.length == 0 || ys.length == 0) {
            svg.text(WIDTH / 2, HEIGHT / 2, "middle", 12, Colour.MUTED, "no finite numbers");
            return;
        }
        double lowX = Arrays.stream(xs).min().orElseThrow();
        double highX = Arrays.stream(xs).max().orElseThrow();
        // Perfection is always in the picture.
        double lowY = Math.min(Arrays.stream(ys).min().orElseThrow(), panel.diagonal() ? lowX : 0);
        double highY = Math.max(Arrays.stream(ys).max().orElseThrow(), panel.diagonal() ? highX : 0);
        Frame frame = Frame.even(
                new double[] {lowX, highX}, new double[] {lowY, highY}, WIDTH - RIGHT, TOP, HEIGHT - Frame.BELOW);
        int count = panel.x().length;
        int drawn = Math.min(count, MOST_POINTS);
        String part = drawn < count ? String.format(Locale.ROOT, "  (%,d of %,d points)", drawn, count) : "";
        frame.draw(svg, panel.horizontal() + part, panel.vertical());
        for (int k = 0; k < drawn; k++) {
            int i = (int) ((long) k * count / drawn);
            if (Double.isFinite(panel.x()[i]) && Double.isFinite(panel.y()[i])) {
                Mark.TRAIN.draw(svg, frame.across().at(panel.x()[i]), frame.up().at(panel.y()[i]), 1, Colour.of(0));
            }
        }
        svg.line(
                frame.across().at(lowX),
                frame.up().at(panel.diagonal() ? lowX : 0),
                frame.across().at(highX),
                frame.up().at(panel.diagonal() ? highX : 0),
                Colour.INK,
                1);
    }
}
