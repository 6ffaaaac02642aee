package dnn.data.table;

/**
 * Signs of decimals seen in the cells of a column: {@code 0.5} shows a point, {@code 1.234,5} a comma, but
 * {@code 1.234} may be 1234 where commas part fractions, and {@code 1,234} may be where points do.
 */
final class DecimalSigns {
    private static final int GROUP = 3;

    private boolean point;
    private boolean comma;
    private boolean pointOrThousands;
    private boolean commaOrThousands;

    /** Takes note of a number written in these characters. */
    void add(char[] text, int from, int to) {
        int first = from;
        while (first < to && text[first] != '.' && text[first] != ',') {
            first++;
        }
        if (first == to) {
            return;
        }
        boolean isPoint = text[first] == '.';
        char other = isPoint ? ',' : '.';
        for (int i = first + 1; i < to; i++) {
            if (text[i] == other) {
                // The sign that comes last parts the fraction.
                comma |= isPoint;
                point |= !isPoint;
                return;
            }
        }
        boolean groups = areGroups(text, from, first, to);
        point |= isPoint && !groups;
        comma |= !isPoint && !groups;
        pointOrThousands |= isPoint && groups;
        commaOrThousands |= !isPoint && groups;
    }

    private static boolean areGroups(char[] text, int from, int first, int to) {
        int start = from < first && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
        int lead = first - start;
        if (lead < 1 || lead > GROUP || text[start] == '0' || (to - first) % (GROUP + 1) != 0) {
            return false;
        }
        for (int i = start; i < to; i++) {
            boolean between = i >= first && (i - first) % (GROUP + 1) == 0;
            boolean digit = text[i] >= '0' && text[i] <= '9';
            if (between ? text[i] != text[first] : !digit) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a sign may stand between thousands, as far as this column shows. */
    boolean areOpen() {
        return (pointOrThousands && !point) || (commaOrThousands && !comma);
    }

    /** Tells whether a comma parts a fraction for certain. */
    boolean showComma() {
        return comma;
    }
}
