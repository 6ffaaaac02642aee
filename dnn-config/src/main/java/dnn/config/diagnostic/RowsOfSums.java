package dnn.config.diagnostic;

import java.util.regex.Pattern;

/** Rows that were computed from others, as spreadsheets and reports end with them. */
public final class RowsOfSums {
    private static final Pattern FIRST_CELL = Pattern.compile("(?i)(?:grand |sub-?)?totals?:?|sum:?|summe:?|"
            + "(?:zwischen|gesamt)summe:?|gesamt:?|insgesamt:?|average:?|avg:?|mean:?|mittelwert:?|durchschnitt:?|"
            + "somme:?|moyenne:?|suma:?|totale:?");

    private RowsOfSums() {}

    /** Tells whether a cell names what stands in such a row. */
    public static boolean beginWith(String cell) {
        return FIRST_CELL.matcher(cell).matches();
    }
}
