package dnn.api.profile;

/** Names for what a text is that stands where a number is needed. */
public enum Oddity {
    /** A number and a per cent sign. */
    PERCENT,
    /** A number and a sign or code of a currency. */
    CURRENCY,
    /** A number with a space, an apostrophe, a comma or an underscore between its thousands. */
    GROUPED,
    /** A number whose fraction stands after a comma. */
    DECIMAL_COMMA,
    /** A number with a decimal point, where the table that was trained on has commas. */
    DECIMAL_POINT,
    /** A number whose point may stand before a fraction or between thousands. */
    OPEN_POINT,
    /** A number and a unit. */
    UNIT,
    /** A number after a minus sign or dash other than the hyphen. */
    MINUS_SIGN,
    /** A number in digits other than 0 to 9. */
    OTHER_DIGITS,
    /** An error that a spreadsheet left. */
    SPREADSHEET_ERROR,
    /** A formula of a spreadsheet. */
    FORMULA,
    /** A number with two exponents. */
    TWO_EXPONENTS,
    /** A number with two signs. */
    TWO_SIGNS,
    /** A number with two decimal points. */
    TWO_POINTS,
    /** A number as a bound, such as {@code <5} or {@code 3+}. */
    BOUND,
    /** Two numbers with a dash between them. */
    RANGE,
    /** A number in base 16. */
    HEXADECIMAL,
    /** A date. */
    DATE,
    /** A time of day. */
    TIME,
    /** Any other text. */
    TEXT
}
