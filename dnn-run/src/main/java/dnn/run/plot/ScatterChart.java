package dnn.run.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Panels of points side by side, each with a line that perfect predictions would lie on. Thread-safe. */
public final class ScatterChart {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 360;
    private static final double LEFT = 74;
    private static final double RIGHT = 14;
    private static final double TOP = 36;
    private static final double BOTTOM = 46;

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
        for (int i = 0; i < panels.size(); i++) {
            svg.open("transform=\"translate(" + Svg.number(i * WIDTH) + " 0)\"");
            draw(svg, panels.get(i));
            svg.close();
        }
        return svg.document(title);
    }

    private static void draw(Svg svg, Panel panel) {
        svg.text((LEFT + WIDTH - RIGHT) / 2, 20, "middle", 14, Svg.INK, panel.title());
        double[] xs = Arrays.stream(panel.x()).filter(Double::isFinite).toArray();
        double[] ys = Arrays.stream(panel.y()).filter(Double::isFinite).toArray();
        if (xs.length == 0 || ys.length == 0) {
            svg.text(WIDTH / 2, HEIGHT / 2, "middle", 12, Svg.MUTED, "no finite numbers");
            return;
        }
        double lowX = Arrays.stream(xs).min().orElseThrow();
        double highX = Arrays.stream(xs).max().orElseThrow();
        // Perfection is always in the picture.
        double lowY = Math.min(Arrays.stream(ys).min().orElseThrow(), panel.diagonal() ? lowX : 0);
        double highY = Math.max(Arrays.stream(ys).max().orElseThrow(), panel.diagonal() ? highX : 0);
        double marginX = 0.03 * (highX - lowX);
        double marginY = 0.03 * (highY - lowY);
        Axis across = Axis.linear(lowX - marginX, highX + marginX, LEFT, WIDTH - RIGHT);
        Axis up = Axis.linear(lowY - marginY, highY + marginY, HEIGHT - BOTTOM, TOP);
        for (double mark : up.marks(6)) {
            svg.line(LEFT, up.at(mark), WIDTH - RIGHT, up.at(mark), Svg.GRID, 1);
            svg.text(LEFT - 6, up.at(mark) + 4, "end", 11, Svg.MUTED, Axis.label(mark));
        }
        for (double mark : across.marks(5)) {
            svg.line(across.at(mark), HEIGHT - BOTTOM, across.at(mark), HEIGHT - BOTTOM + 4, Svg.MUTED, 1);
            svg.text(across.at(mark), HEIGHT - BOTTOM + 17, "middle", 11, Svg.MUTED, Axis.label(mark));
        }
        int count = panel.x().length;
        int drawn = Math.min(count, MOST_POINTS);
        for (int k = 0; k < drawn; k++) {
            int i = (int) ((long) k * count / drawn);
            if (Double.isFinite(panel.x()[i]) && Double.isFinite(panel.y()[i])) {
                svg.circle(across.at(panel.x()[i]), up.at(panel.y()[i]), 2.4, Svg.colour(0), "#ffffff");
            }
        }
        svg.line(
                across.at(lowX),
                up.at(panel.diagonal() ? lowX : 0),
                across.at(highX),
                up.at(panel.diagonal() ? highX : 0),
                Svg.INK,
                1);
        svg.text(
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 12,
                "middle",
                12,
                Svg.MUTED,
                panel.horizontal()
                        + (drawn < count ? String.format(Locale.ROOT, "  (%,d of %,d points)", drawn, count) : ""));
        svg.verticalText(14, (TOP + HEIGHT - BOTTOM) / 2, 12, Svg.MUTED, panel.vertical());
    }
}
