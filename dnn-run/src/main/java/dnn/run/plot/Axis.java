package dnn.run.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps numbers to lengths along a line, evenly or by their logarithm, and chooses round numbers to mark. */
final class Axis {
    private final double low;
    private final double high;
    private final double from;
    private final double to;
    private final boolean logarithmic;

    private Axis(double low, double high, double from, double to, boolean logarithmic) {
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.logarithmic = logarithmic;
    }

    /** An even axis that shows [low, high] on lengths from … to; an empty range is widened. */
    static Axis linear(double low, double high, double from, double to) {
        double margin = high > low ? 0 : Math.max(1e-9, Math.abs(low) * 0.05);
        return new Axis(low - margin, high + margin, from, to, false);
    }

    /** A logarithmic axis; both bounds must be positive. */
    static Axis logarithmic(double low, double high, double from, double to) {
        return high > low ? new Axis(low, high, from, to, true) : linear(low, high, from, to);
    }

    /** The length at which a number stands. */
    double at(double value) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** Round numbers inside the range, about {@code wanted} of them: 1, 2 or 5 times a power of ten, or powers of ten. */
    List<Double> marks(int wanted) {
        List<Double> marks = new ArrayList<>();
        if (logarithmic) {
            for (int power = (int) Math.ceil(Math.log10(low)); power <= Math.floor(Math.log10(high)); power++) {
                marks.add(Math.pow(10, power));
            }
            if (marks.size() >= 2) {
                return marks;
            }
            marks.clear();
        }
        double step = roundStep((high - low) / wanted);
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
            marks.add(k * step);
        }
        return marks;
    }

    private static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double digit = atLeast / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /** A mark's number, without superfluous zeros. */
    static String label(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.0e", value)
                    .replace("e-0", "e-")
                    .replace("e+0", "e+");
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
