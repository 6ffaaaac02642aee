package dnn.run.plot;

import java.util.List;

/**
 * The axes around a plot: grid lines, marks and names, with as much room at the left as the longest mark takes.
 *
 * @param left where the plot begins
 * @param right where it ends
 * @param top its upper edge
 * @param bottom its lower edge
 * @param across the horizontal axis
 * @param up the vertical axis
 */
record Frame(double left, double right, double top, double bottom, Axis across, Axis up) {
    private static final double MARK_SIZE = 11;
    private static final double NAME_SIZE = 12;
    private static final double LEAST_LEFT = 58;

    /** Room for the name of the vertical axis. */
    private static final double NAME = 26;

    /** Room below the plot for marks and the name of the horizontal axis. */
    static final double BELOW = 46;

    private static final int MARKS_UP = 6;
    private static final int MARKS_ACROSS = 5;

    /** Even axes from the least to the greatest of these numbers, with a little room around them. */
    static Frame even(double[] xs, double[] ys, double right, double top, double bottom) {
        double marginX = 0.03 * (xs[1] - xs[0]);
        double marginY = 0.03 * (ys[1] - ys[0]);
        Axis up = Axis.linear(ys[0] - marginY, ys[1] + marginY, bottom, top);
        double left = left(up.marks(MARKS_UP));
        return new Frame(left, right, top, bottom, Axis.linear(xs[0] - marginX, xs[1] + marginX, left, right), up);
    }

    /** The left edge of a plot, chosen so that these marks and the name of their axis find room beside it. */
    static double left(List<Double> marks) {
        double longest = marks.stream()
                .mapToDouble(mark -> Lettering.length(Axis.label(mark), MARK_SIZE))
                .max()
                .orElse(0);
        return Math.max(LEAST_LEFT, NAME + longest + 6);
    }

    /** Draws all of it. */
    void draw(Svg svg, String horizontal, String vertical) {
        for (double mark : up.marks(MARKS_UP)) {
            svg.line(left, up.at(mark), right, up.at(mark), Colour.GRID, 1);
            svg.text(left - 6, up.at(mark) + 4, "end", MARK_SIZE, Colour.MUTED, Axis.label(mark));
        }
        for (double mark : across.marks(MARKS_ACROSS)) {
            svg.line(across.at(mark), bottom, across.at(mark), bottom + 4, Colour.MUTED, 1);
            svg.text(across.at(mark), bottom + 17, "middle", MARK_SIZE, Colour.MUTED, Axis.label(mark));
        }
        svg.line(left, bottom, right, bottom, Colour.MUTED, 1);
        double middle = (left + right) / 2;
        svg.text(middle, bottom + 34, "middle", NAME_SIZE, Colour.MUTED, horizontal, right - left);
        if (!vertical.isEmpty()) {
            svg.verticalText(16, (top + bottom) / 2, "middle", NAME_SIZE, Colour.MUTED, vertical, bottom - top);
        }
    }
}
