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

    /** Numbers beyond this are drawn at its place: differences of two stay finite. */
    private static final double GREATEST = Double.MAX_VALUE / 8;

    /** A range narrower than this share of its numbers is widened: its marks would be one number, over and over. */
    private static final double LEAST_SHARE = 1e-12;

    /**
     * An even axis that shows [low, high] on lengths from … to; a range that is empty, or all but empty, is widened.
     * Any two numbers have an axis.
     */
    static Axis linear(double low, double high, double from, double to) {
        double least = Math.min(finite(low), finite(high));
        double greatest = Math.max(finite(low), finite(high));
        double size = Math.max(Math.abs(least), Math.abs(greatest));
        double margin = greatest - least > Math.max(1e-300, size * LEAST_SHARE) ? 0 : Math.max(1e-9, size * 0.05);
        return new Axis(least - margin, greatest + margin, from, to, false);
    }

    /** A logarithmic axis; where the bounds are not well above 0 and apart, an even one. */
    static Axis logarithmic(double low, double high, double from, double to) {
        double least = finite(low);
        double greatest = finite(high);
        return least > 1e-290 && Math.log(greatest) - Math.log(least) > 1e-6
                ? new Axis(least, greatest, from, to, true)
                : linear(low, high, from, to);
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? 0 : Math.max(-GREATEST, Math.min(GREATEST, value));
    }

    /** The length at which a number stands. */
    double at(double value) {
        double shown = finite(value);
        double share = logarithmic
                ? (Math.log(Math.max(shown, Double.MIN_VALUE)) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (shown - low) / (high - low);
        return from + share * (to - from);
    }

    /**
     * Round numbers inside the range, about {@code wanted} of them: 1, 2 or 5 times a power of ten, or powers of ten.
     */
    List<Double> marks(int wanted) {
        List<Double> marks = new ArrayList<>();
        if (logarithmic) {
            int first = (int) Math.ceil(Math.log10(low));
            int last = (int) Math.floor(Math.log10(high));
            // Over many powers of ten every second, third, … is marked.
            int apart = Math.max(1, (last - first) / (2 * wanted) + 1);
            for (int power = first; power <= last; power += apart) {
                marks.add(Math.pow(10, power));
            }
            if (marks.size() >= 2) {
                return marks;
            }
            marks.clear();
        }
        double step = roundStep((high - low) / wanted);
        // The range is not narrow beside its numbers, so that both are whole numbers that a double tells apart.
        double first = Math.ceil(low / step - 1e-9);
        double last = Math.floor(high / step + 1e-9);
        for (double k = first; k <= last; k++) {
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
