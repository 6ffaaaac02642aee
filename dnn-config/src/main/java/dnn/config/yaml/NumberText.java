package dnn.config.yaml;

import dnn.config.word.Lookalikes;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that a text which is none was probably meant to be: a decimal comma, a dash for a minus, a unit or a
 * remark behind it.
 */
final class NumberText {
    /** Longer numbers are not written out. */
    private static final int LONGEST = 18;

    private static final String DIGITS = "\\d{1," + LONGEST + "}";
    private static final String DECIMAL = "-?" + DIGITS + "(?:\\." + DIGITS + ")?";
    private static final String NUMBER = DECIMAL + "(?:[eE][+-]?\\d{1,3})?";
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212](\\d.{0," + LONGEST + "})");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(-?" + DIGITS + "),(" + DIGITS + ")");
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}(?:,\\d{3}){1,5}");
    private static final Pattern PERCENT = Pattern.compile("(" + DECIMAL + ") ?%");
    private static final Pattern THOUSAND = Pattern.compile("(" + DECIMAL + ") ?[kK]");
    private static final Pattern REMARK = Pattern.compile("(" + NUMBER + ")\\s*(?:#|//).*");
    private static final Pattern UNIT = Pattern.compile("(" + NUMBER + ")\\s*\\p{L}+");

    private NumberText() {}

    /**
     * A guess.
     *
     * @param number as it is to be written
     * @param why what is wrong with the text, for people
     * @param certain whether nothing else can have been meant and nothing is lost by writing it
     */
    record Meant(String number, String why, boolean certain) {}

    /**
     * The probable meaning of the text.
     *
     * @param whole whether a whole number is wanted
     */
    static Optional<Meant> of(String text, boolean whole) {
        return guess(text, whole).filter(meant -> {
            YamlScalars.Kind kind = YamlScalars.kindOf(meant.number);
            return kind == YamlScalars.Kind.INTEGER || (kind == YamlScalars.Kind.FLOAT && !whole);
        });
    }

    private static Optional<Meant> guess(String text, boolean whole) {
        if (whole && YamlScalars.kindOf(text) == YamlScalars.Kind.FLOAT && text.matches(NUMBER)) {
            return integral(text);
        }
        String plain = Lookalikes.plain(text);
        if (!plain.equals(text) && plain.matches(NUMBER)) {
            return Optional.of(new Meant(plain, Lookalikes.in(text).orElse("a number stands alone"), true));
        }
        Matcher dash = DASH.matcher(text);
        if (dash.matches()) {
            return Optional.of(new Meant("-" + dash.group(1), "the dash is not the minus on a keyboard, `-`", true));
        }
        if (THOUSANDS.matcher(text).matches() && (whole || text.indexOf(',') != text.lastIndexOf(','))) {
            return Optional.of(new Meant(text.replace(",", ""), "digits are not grouped", true));
        }
        Matcher comma = DECIMAL_COMMA.matcher(text);
        if (comma.matches() && !whole) {
            return Optional.of(new Meant(
                    comma.group(1) + "." + comma.group(2),
                    "a number has a decimal point, not a comma",
                    comma.group(2).length() != 3));
        }
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches() && !whole) {
            return Optional.of(
                    new Meant(shifted(percent.group(1), -2), "a share is written as a number from 0 to 1", false));
        }
        Matcher thousand = THOUSAND.matcher(text);
        if (thousand.matches()) {
            return Optional.of(new Meant(shifted(thousand.group(1), 3), "thousands are written out", false));
        }
        Matcher remark = REMARK.matcher(text);
        if (remark.matches()) {
            return Optional.of(new Meant(remark.group(1), "a remark starts with a space and `#`", false));
        }
        Matcher unit = UNIT.matcher(text);
        return unit.matches()
                ? Optional.of(new Meant(unit.group(1), "a number stands alone", false))
                : Optional.empty();
    }

    /** The number with its point moved to the right by so many digits. */
    private static String shifted(String number, int digits) {
        return new BigDecimal(number)
                .movePointRight(digits)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Optional<Meant> integral(String text) {
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        return value.scale() <= 0 && value.precision() - value.scale() <= LONGEST
                ? Optional.of(new Meant(value.toPlainString(), "a whole number has no point and no exponent", true))
                : Optional.empty();
    }
}
