package dnn.data.table;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The meaning of one table's cells beyond {@link Cells}: further words for nothing, and a comma as decimal sign.
 *
 * @param missing further texts that stand for nothing
 * @param decimalComma whether a comma parts a number's whole from its fraction, beside the point
 */
record CellRules(Set<String> missing, boolean decimalComma) {
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d*");

    /** Nothing beyond {@link Cells}. */
    static final CellRules PLAIN = new CellRules(Set.of(), false);

    CellRules {
        missing = Set.copyOf(missing);
    }

    boolean isMissing(char[] text, int from, int to) {
        return Cells.isMissing(text, from, to)
                || (!missing.isEmpty() && missing.contains(new String(text, from, to - from)));
    }

    double number(char[] text, int from, int to) {
        if (decimalComma) {
            for (int i = from; i < to; i++) {
                if (text[i] == ',') {
                    return withComma(new String(text, from, to - from));
                }
            }
        }
        return Cells.number(text, from, to);
    }

    private static double withComma(String text) {
        boolean grouped = THOUSANDS.matcher(text).matches();
        return Cells.number((grouped ? text.replace(".", "") : text).replace(',', '.'));
    }

    double number(String text) {
        return number(text.toCharArray(), 0, text.length());
    }
}
