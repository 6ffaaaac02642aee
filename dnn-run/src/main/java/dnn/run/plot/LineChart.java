package dnn.run.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Panels of lines side by side: learning curves, or a function and its derivative. Thread-safe. */
public final class LineChart {
    private static final double PANEL_WIDTH = 420;
    private static final double PANEL_HEIGHT = 320;
    private static final double RIGHT = 14;
    private static final double TOP = 54;
    private static final double LEGEND = 37;

    /** Height of the title above all panels. */
    private static final double HEADING = 26;

    /** A legend's stroke, and the room between it, its name and the next. */
    private static final double GAP = 40;

    private static final int MARKS_UP = 5;

    /** Beyond this ratio of greatest to least number a panel of positive numbers is drawn logarithmically. */
    private static final double LOGARITHMIC_RATIO = 50;

    /** A line of more points is thinned. */
    static final int MOST_POINTS = 4000;

    /** Panels side by side in a row. */
    private static final int MOST_COLUMNS = 3;

    /** The first of so many parts of a line may lie beyond the axis. */
    private static final int PARTS = 5;

    /** An axis this many times as long for its beginning alone shows nothing else. */
    private static final double FLATTENED = 4;

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
     * @param title above the panel; may be empty
     * @param horizontal below the panel
     * @param series its lines
     * @param logarithmicWhereWide whether positive numbers of very different sizes get a logarithmic axis
     * @param marked where a vertical line stands, such as the epoch whose weights are kept
     * @param cutsBeginning whether the first fifth of each line may lie beyond an even axis that it would flatten
     */
    public record Panel(
            String title,
            String horizontal,
            List<Series> series,
            boolean logarithmicWhereWide,
            OptionalDouble marked,
            boolean cutsBeginning) {
        /** Without a mark, and with all of every line. */
        public Panel(String title, String horizontal, List<Series> series, boolean logarithmicWhereWide) {
            this(title, horizontal, series, logarithmicWhereWide, OptionalDouble.empty(), false);
        }
    }

    /** The panels in rows, as an SVG document. */
    public static String draw(String title, List<Panel> panels) {
        int columns = Math.max(1, Math.min(MOST_COLUMNS, panels.size()));
        int rows = Math.max(1, (panels.size() + columns - 1) / columns);
        Svg svg = new Svg(PANEL_WIDTH * columns, HEADING + PANEL_HEIGHT * rows);
        svg.heading(title);
        for (int i = 0; i < panels.size(); i++) {
            int row = i / columns;
            svg.open("transform=\"translate(" + Svg.number(i % columns * PANEL_WIDTH) + " "
                    + Svg.number(HEADING + row * PANEL_HEIGHT) + ")\"");
            draw(svg, panels.get(i));
            svg.close();
        }
        return svg.document(title);
    }

    private static void draw(Svg svg, Panel panel) {
        double[] xs = finite(panel.series().stream().map(Series::x).toList());
        double[] ys = finite(panel.series().stream().map(Series::y).toList());
        svg.text(PANEL_WIDTH / 2, 20, "middle", 13, Colour.INK, panel.title(), PANEL_WIDTH - RIGHT);
        if (xs.length == 0 || ys.length == 0) {
            svg.text(PANEL_WIDTH / 2, PANEL_HEIGHT / 2, "middle", 12, Colour.MUTED, "no finite numbers");
            return;
        }
        boolean wide = panel.logarithmicWhereWide() && min(ys) > 0 && max(ys) > LOGARITHMIC_RATIO * min(ys);
        boolean cut = false;
        if (!wide && panel.cutsBeginning()) {
            double[] later = finite(
                    panel.series().stream().map(LineChart::withoutBeginning).toList());
            cut = later.length > 0
                    && max(ys) - min(ys) > FLATTENED * (max(later) - min(later))
                    && max(later) > min(later);
            ys = cut ? later : ys;
        }
        double padding = wide ? 0 : 0.04 * (max(ys) - min(ys));
        double bottom = PANEL_HEIGHT - Frame.BELOW;
        Axis up = wide
                ? Axis.logarithmic(min(ys), max(ys), bottom, TOP)
                : Axis.linear(min(ys) - padding, max(ys) + padding, bottom, TOP);
        double left = Frame.left(up.marks(MARKS_UP));
        Axis across = Axis.linear(min(xs), max(xs), left, PANEL_WIDTH - RIGHT);
        new Frame(left, PANEL_WIDTH - RIGHT, TOP, bottom, across, up)
                .draw(svg, panel.horizontal(), wide ? "logarithmic scale" : "");
        if (cut) {
            svg.text(PANEL_WIDTH - RIGHT, LEGEND + 4, "end", 11, Colour.MUTED, "(the first ones lie beyond)");
        }
        panel.marked().ifPresent(place -> {
            String x = Svg.number(across.at(place));
            svg.polyline(x + "," + Svg.number(bottom) + " " + x + "," + Svg.number(TOP), Colour.MUTED, 1, "2 3");
        });
        svg.window(left, TOP - 2, PANEL_WIDTH - RIGHT - left + 2, bottom - TOP + 4);
        for (int i = 0; i < panel.series().size(); i++) {
            Series series = panel.series().get(i);
            for (String piece : pieces(cut ? near(series, ys) : series, across, up)) {
                svg.polyline(piece, Colour.of(i), 1.8, series.dashed() ? "5 3" : "");
            }
        }
        svg.closeWindow();
        legend(svg, panel.series(), left);
    }

    private static double[] withoutBeginning(Series series) {
        return Arrays.copyOfRange(series.y(), (series.y().length + PARTS - 1) / PARTS, series.y().length);
    }

    /** The line, no further beyond the range of these numbers than the range is long: its end there is clipped. */
    private static Series near(Series series, double[] range) {
        double low = min(range);
        double high = max(range);
        double[] y = Arrays.stream(series.y())
                .map(value -> Math.max(2 * low - high, Math.min(2 * high - low, value)))
                .toArray();
        return new Series(series.name(), series.x(), y, series.dashed());
    }

    private static void legend(Svg svg, List<Series> series, double left) {
        double x = left;
        double room = (PANEL_WIDTH - RIGHT - left) / Math.max(1, series.size()) - GAP;
        for (int i = 0; i < series.size(); i++) {
            svg.polyline(
                    Svg.number(x) + "," + Svg.number(LEGEND) + " " + Svg.number(x + 18) + "," + Svg.number(LEGEND),
                    Colour.of(i),
                    2.5,
                    series.get(i).dashed() ? "5 3" : "");
            svg.text(x + 23, LEGEND + 4, "start", 11, Colour.INK, series.get(i).name(), room);
            x += GAP + Math.min(room, Lettering.length(series.get(i).name(), 11));
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

    /** True where the number is the first lowest or the first highest of its stretch. */
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
