package dnn.data.table;

import java.util.Optional;

/**
 * The way in which a table's numbers are written, as its cells show: what makes a further table's cells certain.
 *
 * @param separator what parts fields, where all files of the table have the same
 * @param points whether numbers have decimal points
 * @param commas whether numbers have decimal commas
 */
public record NumberWriting(Optional<String> separator, boolean points, boolean commas) {
    /** Of a table that shows nothing. */
    public static final NumberWriting UNKNOWN = new NumberWriting(Optional.empty(), false, false);

    /** The reading of a further table whose fields are parted by this. */
    DecimalReading of(char partedBy) {
        boolean same = separator.equals(Optional.of(String.valueOf(partedBy)));
        if (same && (points || commas)) {
            return ofTexts();
        }
        if (partedBy == ';') {
            return DecimalReading.SHOWN;
        }
        return same ? DecimalReading.POINT : DecimalReading.POINT_BY_CUSTOM;
    }

    /** The reading of texts that are said to be written alike. */
    DecimalReading ofTexts() {
        if (points && commas) {
            return DecimalReading.EITHER;
        }
        return commas ? DecimalReading.COMMA : DecimalReading.POINT;
    }
}
