package dnn.data.column;

import dnn.api.profile.CellFormat;
import dnn.api.profile.ColumnType;
import dnn.data.table.Cells;
import dnn.data.table.CodedColumn;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The way in which the cells of a column are written: enough to read further ones alike.
 *
 * @param format of numbers, dates or times
 * @param mark what stands before or after every number; empty if nothing does
 */
public record ColumnFormat(CellFormat format, String mark) {
    private static final double SECONDS_OF_A_DAY = 86_400;

    /** A format in which nothing stands beside numbers. */
    public ColumnFormat(CellFormat format) {
        this(format, "");
    }

    /** The number that a text means; NaN if it is not written so, or with another mark. */
    public double number(String text) {
        if (!isOfNumbers(format)) {
            return WrittenDates.number(format, text);
        }
        return Quantity.of(text)
                .filter(quantity -> quantity.mark().equals(mark))
                .map(quantity -> quantity.number(format == CellFormat.DECIMAL_COMMA))
                .orElse(Double.NaN);
    }

    /** Tells whether a text means the same number in the table of this column as in the one that was trained on. */
    boolean isCertain(String text, CodedColumn column) {
        return !isOfNumbers(format)
                || Quantity.of(text)
                        .filter(quantity -> column.doubts(format == CellFormat.DECIMAL_COMMA, quantity.digits()))
                        .isEmpty();
    }

    /** Tells whether a format is one of numbers, beside which a mark may stand. */
    static boolean isOfNumbers(CellFormat format) {
        return format == CellFormat.DECIMAL_POINT || format == CellFormat.DECIMAL_COMMA;
    }

    /** The meaning of a text, for a reader. */
    public String meaning(String text) {
        double number = number(text);
        if (format.type() != ColumnType.DATE_TIME || Double.isNaN(number)) {
            return Cells.text(number) + (mark.isEmpty() ? "" : " " + mark);
        }
        LocalDate day = LocalDate.ofEpochDay((long) Math.floor(number));
        long seconds = Math.round((number - Math.floor(number)) * SECONDS_OF_A_DAY);
        return seconds == 0
                ? day.toString()
                : LocalDateTime.ofEpochSecond(day.toEpochDay() * (long) SECONDS_OF_A_DAY + seconds, 0, ZoneOffset.UTC)
                        .toString();
    }
}
