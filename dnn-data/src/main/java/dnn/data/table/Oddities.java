package dnn.data.table;

import dnn.api.profile.Oddity;
import java.util.List;
import java.util.regex.Pattern;

/** Tells what a text is that stands where a number is needed. */
final class Oddities {
    private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final String GROUPED = "[+-]?\\d{1,3}(?:[ \\u00a0\\u2009\\u202f'\\u2019_,]\\d{3})+(?:\\.\\d*)?";
    private static final String THOUSANDS = "[+-]?[1-9]\\d{0,2}\\.\\d{3}";
    private static final String ANY = "(?:" + NUMBER + "|" + GROUPED + ")";
    private static final String CURRENCY_SIGN = "(?:\\p{Sc}|[A-Z]{3}|Fr\\.|kr)";
    private static final String DASHES = "[\\u2010-\\u2015\\u2212\\uff0d]";

    /** In this order: the first that matches the whole text names it. */
    private static final List<Rule> RULES = List.of(
            new Rule(Oddity.SPREADSHEET_ERROR, "#[A-Z/0-9]+[!?]?"),
            new Rule(Oddity.FORMULA, "=.*"),
            new Rule(Oddity.PERCENT, ANY + "\\s*[%\\u2030]"),
            new Rule(Oddity.GROUPED, GROUPED),
            new Rule(Oddity.DECIMAL_COMMA, "[+-]?\\d*,\\d+(?:[eE][+-]?\\d+)?|[+-]?\\d{1,3}(?:\\.\\d{3})+,\\d+"),
            new Rule(
                    Oddity.CURRENCY,
                    "[+-]?" + CURRENCY_SIGN + "\\s*" + ANY + "|" + ANY + "\\s*" + CURRENCY_SIGN + "|\\(\\p{Sc}?" + ANY
                            + "\\)"),
            new Rule(Oddity.MINUS_SIGN, DASHES + "\\s*" + ANY),
            new Rule(Oddity.TWO_SIGNS, "[+-]{2,}" + ANY),
            new Rule(Oddity.TWO_EXPONENTS, NUMBER + "[eE][+-]?\\d+.*"),
            new Rule(
                    Oddity.DATE,
                    "\\d{4}-\\d{1,2}-\\d{1,2}.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}/\\d{1,2}/\\d{1,2}"),
            new Rule(Oddity.TIME, "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?"),
            new Rule(Oddity.TWO_POINTS, "[+-]?\\d*\\.\\d*\\.[\\d.]*"),
            new Rule(Oddity.BOUND, "[<>\\u2264\\u2265~\\u2248]=?\\s*" + ANY + "|" + ANY + "\\s*\\+"),
            new Rule(Oddity.RANGE, ANY + "\\s*(?:-|to|" + DASHES + ")\\s*" + ANY),
            new Rule(Oddity.HEXADECIMAL, "0[xX][0-9a-fA-F]+"),
            new Rule(Oddity.UNIT, ANY + "\\s*[\\p{L}\\u00b0\\u00b5/\\u00b2\\u00b3^]{1,12}"));

    private record Rule(Oddity oddity, Pattern pattern) {
        Rule(Oddity oddity, String pattern) {
            this(oddity, Pattern.compile(pattern, Pattern.DOTALL));
        }
    }

    private Oddities() {}

    /** The kind of the text. */
    static Oddity of(String text) {
        for (Rule rule : RULES) {
            if (rule.pattern().matcher(text).matches()) {
                return rule.oddity();
            }
        }
        if (!Double.isNaN(Cells.number(text))) {
            // A number all the same: what its point means is known of other tables alone.
            return text.matches(THOUSANDS) ? Oddity.OPEN_POINT : Oddity.DECIMAL_POINT;
        }
        return isNumberInOtherDigits(text) ? Oddity.OTHER_DIGITS : Oddity.TEXT;
    }

    private static boolean isNumberInOtherDigits(String text) {
        StringBuilder plain = new StringBuilder();
        boolean other = false;
        for (int point : text.codePoints().toArray()) {
            int digit = Character.digit(point, 10);
            other |= digit >= 0 && point > 'z';
            if (digit >= 0) {
                plain.append(digit);
            } else {
                plain.appendCodePoint(point);
            }
        }
        return other && !Double.isNaN(Cells.number(plain.toString()));
    }
}
