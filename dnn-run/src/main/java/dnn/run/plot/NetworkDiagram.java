package dnn.run.plot;

import java.util.List;

/**
 * A network as columns of neurons, with the dimensions of what lies between them (lecture figures 4 and 5).
 * Thread-safe.
 */
public final class NetworkDiagram {
    private static final double COLUMN = 150;
    private static final double GAP = 34;
    private static final double RADIUS = 10;
    private static final double TOP = 64;

    /** Of a wider layer the first and last neurons are drawn and dots between them. */
    private static final int SHOWN = 8;

    private NetworkDiagram() {}

    /**
     * A column of the diagram.
     *
     * @param name above it
     * @param units count of neurons
     * @param detail below it: the activation, or what the layer does
     * @param connected whether weights lead from the column before to this one
     * @param dimensions of those weights, such as {@code W[1] (20, 2)}
     */
    public record Column(String name, int units, String detail, boolean connected, String dimensions) {}

    /** The picture as an SVG document. */
    public static String draw(String title, List<Column> columns) {
        int tallest =
                columns.stream().mapToInt(column -> drawn(column.units())).max().orElse(1);
        double height = TOP + tallest * GAP + 62;
        double middle = TOP + tallest * GAP / 2;
        Svg svg = new Svg(COLUMN * columns.size() + 20, height);
        svg.heading(title);
        for (int i = 1; i < columns.size(); i++) {
            connections(svg, columns.get(i - 1), columns.get(i), x(i - 1), x(i), middle);
        }
        for (int i = 0; i < columns.size(); i++) {
            neurons(svg, columns.get(i), i, x(i), middle);
            svg.text(x(i), TOP - 18, "middle", 12, Colour.INK, columns.get(i).name(), COLUMN - 8);
            svg.text(
                    x(i),
                    height - 34,
                    "middle",
                    12,
                    Colour.INK,
                    String.valueOf(columns.get(i).units()));
            svg.text(
                    x(i),
                    height - 16,
                    "middle",
                    11,
                    Colour.MUTED,
                    columns.get(i).detail(),
                    COLUMN - 8);
            if (i > 0) {
                svg.text(
                        (x(i - 1) + x(i)) / 2,
                        TOP - 2,
                        "middle",
                        10,
                        Colour.MUTED,
                        columns.get(i).dimensions(),
                        COLUMN - 8);
            }
        }
        return svg.document(title);
    }

    private static double x(int column) {
        return 10 + COLUMN * (column + 0.5);
    }

    private static int drawn(int units) {
        return Math.min(units, SHOWN);
    }

    private static double y(int place, int units, double middle) {
        return middle + (place - (drawn(units) - 1) / 2.0) * GAP;
    }

    /** True where a place shows dots instead of a neuron. */
    private static boolean isDots(int place, int units) {
        return units > SHOWN && place == SHOWN - 2;
    }

    private static void neurons(Svg svg, Column column, int index, double x, double middle) {
        for (int place = 0; place < drawn(column.units()); place++) {
            double y = y(place, column.units(), middle);
            if (isDots(place, column.units())) {
                svg.text(x, y + 5, "middle", 18, Colour.MUTED, "⋮");
            } else {
                svg.circle(
                        x, y, RADIUS, index == 0 ? Colour.PAPER : Colour.of(0).over(Colour.PAPER, 0.15), Colour.of(0));
            }
        }
    }

    private static void connections(Svg svg, Column from, Column to, double x1, double x2, double middle) {
        svg.open("opacity=\"0.55\"");
        for (int i = 0; i < drawn(from.units()); i++) {
            for (int j = 0; j < drawn(to.units()); j++) {
                boolean passes = to.connected() || i == j;
                if (passes && !isDots(i, from.units()) && !isDots(j, to.units())) {
                    svg.line(
                            x1 + RADIUS,
                            y(i, from.units(), middle),
                            x2 - RADIUS,
                            y(j, to.units(), middle),
                            Colour.LINK,
                            0.7);
                }
            }
        }
        svg.close();
    }
}
