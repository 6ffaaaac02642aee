package dnn.api.profile;

/**
 * The way in which the cells of a column are written. Numbers may stand before or after one sign, code or unit, the
 * same in the whole column: {@code $1,234}, {@code 12.3%}, {@code 85 km}.
 */
public enum CellFormat {
    /** Numbers such as 1234.5, 1,234.5, 1 234.5 and 1'234.5. */
    DECIMAL_POINT(ColumnType.NUMERIC, "1,234.5"),
    /** Numbers such as 1234,5, 1.234,5, 1 234,5 and 1'234,5. */
    DECIMAL_COMMA(ColumnType.NUMERIC, "1.234,5"),
    /** Times such as 14:00, 14:00:30 and 2:00 PM; encoded as hours since midnight. */
    TIME_OF_DAY(ColumnType.NUMERIC, "14:00"),
    /** Dates such as 31/12/2024, 31.12.2024 and 31-12-2024, with or without a time after them. */
    DAY_MONTH_YEAR(ColumnType.DATE_TIME, "31/12/2024"),
    /** Dates such as 12/31/2024 and 12-31-2024, with or without a time after them. */
    MONTH_DAY_YEAR(ColumnType.DATE_TIME, "12/31/2024"),
    /** Dates such as 2024/12/31, 2024.12.31 and 2024-12-31, with or without a time after them. */
    YEAR_MONTH_DAY(ColumnType.DATE_TIME, "2024/12/31"),
    /** Dates with an English month in letters, such as Dec 31, 2024 and 31 December 2024. */
    MONTH_NAME(ColumnType.DATE_TIME, "Dec 31, 2024");

    private final ColumnType type;
    private final String example;

    CellFormat(ColumnType type, String example) {
        this.type = type;
        this.example = example;
    }

    /** The meaning of cells of this format. */
    public ColumnType type() {
        return type;
    }

    /** A cell of this format. */
    public String example() {
        return example;
    }
}
