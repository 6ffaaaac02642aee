package dnn.data.table;

import java.util.regex.Pattern;

/** The sign that parts a number's whole from its fraction in the cells of a table, as far as it is known. */
enum DecimalReading {
    /** A point; a comma is no part of a number. */
    POINT,
    /** A point, since commas or tabs part fields; columns that were trained on with commas may be meant otherwise. */
    POINT_BY_CUSTOM,
    /** A point or a comma, whichever a cell has: whether one of them parts thousands shows in the whole column. */
    EITHER,
    /** A comma; a point stands between thousands. */
    COMMA,
    /** A point or a comma, where the cell alone shows which; others are not read. */
    SHOWN;

    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d*");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?(?:[1-9]\\d{0,2}(?:\\.\\d{3})+)(?:,\\d*)?");
    private static final Pattern OPEN = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3}|,\\d{3})");

    /** The number in some characters; NaN if there is none, or more than one. */
    double number(char[] text, int from, int to) {
        if (this == POINT || this == POINT_BY_CUSTOM || !hasSign(text, from, to)) {
            return Cells.number(text, from, to);
        }
        return number(new String(text, from, to - from));
    }

    private static boolean hasSign(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == ',' || text[i] == '.') {
                return true;
            }
        }
        return false;
    }

    private double number(String text) {
        boolean comma = text.indexOf(',') >= 0;
        if (this == COMMA && text.indexOf('.') >= 0) {
            return WITH_COMMA.matcher(text).matches()
                    ? Cells.number(text.replace(".", "").replace(',', '.'))
                    : Double.NaN;
        }
        if (this == SHOWN && OPEN.matcher(text).matches()) {
            return Double.NaN;
        }
        if (!comma) {
            return Cells.number(text);
        }
        boolean grouped = THOUSANDS.matcher(text).matches();
        return Cells.number((grouped ? text.replace(".", "") : text).replace(',', '.'));
    }

    /**
     * Tells whether digits that a sign may part into thousands or into whole and fraction are not certain in a column
     * that was trained on with this decimal sign.
     */
    boolean doubts(boolean decimalComma, String digits) {
        boolean other = switch (this) {
            case POINT, EITHER -> false;
            case POINT_BY_CUSTOM -> decimalComma;
            case COMMA -> !decimalComma;
            case SHOWN -> true;
        };
        return other && OPEN.matcher(digits).matches();
    }
}
