package dnn.run.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Panels of lines side by side: learning curves, or a function and its derivative. Thread-safe. */
public final class LineChart {
    private static final double PANEL_WIDTH = 420;
    private static final double PANEL_HEIGHT = 320;
    private static final double LEFT = 58;
    private static final double RIGHT = 14;
    private static final double TOP = 54;
    private static final double LEGEND = 37;
    private static final double BOTTOM = 46;

    /** Beyond this ratio of greatest to least number a panel of positive numbers is drawn logarithmically. */
    private static final double LOGARITHMIC_RATIO = 50;

    /** A line of more points is thinned. */
    static final int MOST_POINTS = 4000;

    private LineChart() {}

    /**
     * A line.
     *
     * @param name shown in the legend
     * @param x first coordinates, ascending
     * @param y second coordinates; where one is not finite the line has a gap
     * @param dashed whether it is drawn with dashes
     */
    public record Series(String name, double[] x, double[] y, boolean dashed) {
        public Series {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " first and " + y.length + " second coordinates");
            }
        }
    }

    /**
     * Lines that share axes.
     *
     * @param title above the panel
     * @param horizontal below the panel
     * @param series its lines
     * @param logarithmicWhereWide whether positive numbers of very different sizes get a logarithmic axis
     */
    public record Panel(String title, String horizontal, List<Series> series, boolean logarithmicWhereWide) {}

    /** The panels side by side, as an SVG document. */
    public static String draw(String title, List<Panel> panels) {
        Svg svg = new Svg(PANEL_WIDTH * Math.max(1, panels.size()), PANEL_HEIGHT);
        for (int i = 0; i < panels.size(); i++) {
            svg.open("transform=\"translate(" + Svg.number(i * PANEL_WIDTH) + " 0)\"");
            draw(svg, panels.get(i));
            svg.close();
        }
        return svg.document(title);
    }

    private static void draw(Svg svg, Panel panel) {
        double[] xs = finite(panel.series().stream().map(Series::x).toList());
        double[] ys = finite(panel.series().stream().map(Series::y).toList());
        svg.text((LEFT + PANEL_WIDTH - RIGHT) / 2, 20, "middle", 14, Svg.INK, panel.title());
        if (xs.length == 0 || ys.length == 0) {
            svg.text(PANEL_WIDTH / 2, PANEL_HEIGHT / 2, "middle", 12, Svg.MUTED, "no finite numbers");
            return;
        }
        Axis across = Axis.linear(min(xs), max(xs), LEFT, PANEL_WIDTH - RIGHT);
        boolean wide = panel.logarithmicWhereWide() && min(ys) > 0 && max(ys) > LOGARITHMIC_RATIO * min(ys);
        double padding = wide ? 0 : 0.04 * (max(ys) - min(ys));
        Axis up = wide
                ? Axis.logarithmic(min(ys), max(ys), PANEL_HEIGHT - BOTTOM, TOP)
                : Axis.linear(min(ys) - padding, max(ys) + padding, PANEL_HEIGHT - BOTTOM, TOP);
        for (double mark : up.marks(5)) {
            svg.line(LEFT, up.at(mark), PANEL_WIDTH - RIGHT, up.at(mark), Svg.GRID, 1);
            svg.text(LEFT - 6, up.at(mark) + 4, "end", 11, Svg.MUTED, Axis.label(mark));
        }
        for (double mark : across.marks(6)) {
            svg.line(across.at(mark), PANEL_HEIGHT - BOTTOM, across.at(mark), PANEL_HEIGHT - BOTTOM + 4, Svg.MUTED, 1);
            svg.text(across.at(mark), PANEL_HEIGHT - BOTTOM + 17, "middle", 11, Svg.MUTED, Axis.label(mark));
        }
        svg.line(LEFT, PANEL_HEIGHT - BOTTOM, PANEL_WIDTH - RIGHT, PANEL_HEIGHT - BOTTOM, Svg.MUTED, 1);
        svg.text(
                (LEFT + PANEL_WIDTH - RIGHT) / 2,
                PANEL_HEIGHT - 12,
                "middle",
                12,
                Svg.MUTED,
                panel.horizontal() + (wide ? "  (logarithmic scale)" : ""));
        for (int i = 0; i < panel.series().size(); i++) {
            Series series = panel.series().get(i);
            for (String piece : pieces(series, across, up)) {
                svg.polyline(piece, Svg.colour(i), 1.8, series.dashed() ? "5 3" : "");
            }
        }
        legend(svg, panel.series());
    }

    private static void legend(Svg svg, List<Series> series) {
        double x = LEFT;
        for (int i = 0; i < series.size(); i++) {
            svg.polyline(
                    Svg.number(x) + "," + Svg.number(LEGEND) + " " + Svg.number(x + 18) + "," + Svg.number(LEGEND),
                    Svg.colour(i),
                    2.5,
                    series.get(i).dashed() ? "5 3" : "");
            svg.text(x + 23, LEGEND + 4, "start", 11, Svg.INK, series.get(i).name());
            x += 40 + 6.2 * series.get(i).name().length();
        }
    }

    /** The line's coordinates, cut where a number is not finite. */
    private static List<String> pieces(Series series, Axis across, Axis up) {
        List<String> pieces = new ArrayList<>();
        List<String> points = new ArrayList<>();
        int count = series.x().length;
        // Of a very long line each stretch is drawn by its lowest and its highest point: what is seen is the same, and
        // the picture has a bound.
        int stretch = Math.max(1, 2 * count / MOST_POINTS);
        for (int i = 0; i <= count; i++) {
            if (i < count && stretch > 2 && Double.isFinite(series.y()[i]) && !isExtreme(series.y(), i, stretch)) {
                continue;
            }
            if (i < count && Double.isFinite(series.y()[i])) {
                points.add(Svg.number(across.at(series.x()[i])) + "," + Svg.number(up.at(series.y()[i])));
            } else if (!points.isEmpty()) {
                pieces.add(String.join(" ", points));
                points.clear();
            }
        }
        return pieces;
    }

    /** Whether the number is the first lowest or the first highest of its stretch. */
    private static boolean isExtreme(double[] values, int index, int stretch) {
        int start = index / stretch * stretch;
        int end = Math.min(values.length, start + stretch);
        boolean lowest = true;
        boolean highest = true;
        for (int i = start; i < end; i++) {
            lowest &= !(values[i] < values[index]) && (i >= index || values[i] != values[index]);
            highest &= !(values[i] > values[index]) && (i >= index || values[i] != values[index]);
        }
        return lowest || highest;
    }

    private static double[] finite(List<double[]> arrays) {
        return arrays.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /** The numbers 1 … count: epochs. */
    public static double[] upTo(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }
}
