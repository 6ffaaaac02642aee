package dnn.data.table;

import java.util.Set;

/**
 * The meaning of one table's cells beyond {@link Cells}: further words for nothing, and the decimal sign.
 *
 * @param missing further texts that stand for nothing
 * @param decimals what parts a number's whole from its fraction
 */
record CellRules(Set<String> missing, DecimalReading decimals) {
    /** Nothing beyond {@link Cells}. */
    static final CellRules PLAIN = new CellRules(Set.of(), DecimalReading.POINT);

    CellRules {
        missing = Set.copyOf(missing);
    }

    boolean isMissing(char[] text, int from, int to) {
        return Cells.isMissing(text, from, to)
                || (!missing.isEmpty() && missing.contains(new String(text, from, to - from)));
    }

    /** Tells whether signs in the cells show what they mean only together. */
    boolean areOpen() {
        return decimals == DecimalReading.EITHER;
    }

    double number(char[] text, int from, int to) {
        return decimals.number(text, from, to);
    }

    double number(String text) {
        return number(text.toCharArray(), 0, text.length());
    }
}
