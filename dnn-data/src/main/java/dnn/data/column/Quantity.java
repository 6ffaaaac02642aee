package dnn.data.column;

import dnn.data.table.Cells;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it, with what stands before or after it.
 *
 * @param mark sign or code of a currency, per cent sign or unit; empty if there is none
 * @param negative whether it has a minus sign, which may be a dash
 * @param digits with the signs between them, without the number's sign
 * @param apart whether a space or a sign other than a letter tells the mark from the number
 */
record Quantity(String mark, boolean negative, String digits, boolean apart) {
    private static final int LONGEST = 40;
    private static final String MINUS = "[-\u2010-\u2015\u2212\uff0d]";
    private static final String SPACES = " \u00a0\u2009\u202f";
    private static final String UNITS = "[%\u2030\\p{Sc}\\p{L}\u00b0\u00b5/\u00b2\u00b3^]{1,12}\\.?";

    private static final Pattern PATTERN = Pattern.compile("(?<sign>[+]|" + MINUS + ")?(?<before>[A-Z]{0,3}\\p{Sc}|"
            + "[A-Z]{3}|Fr\\.|kr\\.?|Rs\\.?)?[" + SPACES + "]?(?<inner>[+]|" + MINUS + ")?" + "(?<digits>[.,]?\\d[\\d"
            + SPACES + "'\u2019_.,]*?(?:[eE][+-]?\\d+)?)(?<gap>[" + SPACES + "]?)(?<after>" + UNITS + ")?");

    private static final Pattern ACCOUNT =
            Pattern.compile("\\((?<bracketed>[^()+-]+)\\)|(?<before>[^()+-]*\\d)[-\u2212]");

    private static final Pattern POINT = decimals("\\.", ",");
    private static final Pattern COMMA = decimals(",", "\\.");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Currencies of countries where a comma stands between thousands. */
    private static final Set<String> WITH_THOUSANDS_COMMAS =
            Set.of("$", "US$", "\u00a3", "\u00a5", "\u20b9", "USD", "GBP", "JPY", "INR", "CNY");

    private static Pattern decimals(String decimal, String between) {
        return Pattern.compile("(?:\\d+|[1-9]\\d{0,2}(?:(?<between>[" + SPACES + "'\u2019_" + between + "])\\d{3})"
                + "(?:\\k<between>\\d{3})*|)(?:" + decimal + "(?<fraction>\\d*))?(?:[eE][+-]?\\d+)?");
    }

    /**
     * The quantity in a text, if there is one; a minus sign may follow it, or brackets stand for it, as in accounts.
     */
    static Optional<Quantity> of(String text) {
        Matcher account = ACCOUNT.matcher(text);
        if (!account.matches()) {
            return plain(text);
        }
        String amount = account.group("bracketed") == null ? account.group("before") : account.group("bracketed");
        return plain(amount)
                .filter(quantity -> !quantity.negative)
                .map(quantity -> new Quantity(quantity.mark, true, quantity.digits, quantity.apart));
    }

    private static Optional<Quantity> plain(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.chars().noneMatch(Quantity::isDigit)) {
            return Optional.empty();
        }
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String before = orEmpty(matcher.group("before"));
        String after = orEmpty(matcher.group("after"));
        String sign = orEmpty(matcher.group("sign")) + orEmpty(matcher.group("inner"));
        boolean code = before.length() == 3 && Character.isLetter(before.charAt(2)) && !before.endsWith(".");
        boolean unknownCode = code && !CURRENCIES.contains(before);
        if ((!before.isEmpty() && !after.isEmpty()) || sign.length() > 1 || unknownCode) {
            return Optional.empty();
        }
        boolean apart = !before.isEmpty()
                || !orEmpty(matcher.group("gap")).isEmpty()
                || (!after.isEmpty() && !Character.isLetter(after.charAt(0)));
        return Optional.of(new Quantity(
                before + after,
                !sign.isEmpty() && !sign.equals("+"),
                matcher.group("digits"),
                after.isEmpty() || apart));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** The number, its fraction after a point or a comma; NaN if it is not written so. */
    double number(boolean decimalComma) {
        Matcher matcher = (decimalComma ? COMMA : POINT).matcher(digits);
        if (!matcher.matches()) {
            return Double.NaN;
        }
        if (decimalComma && orEmpty(matcher.group("fraction")).length() == 3 && WITH_THOUSANDS_COMMAS.contains(mark)) {
            return Double.NaN;
        }
        String plain = digits.replaceAll("[" + SPACES + "'\u2019_]", "");
        plain = decimalComma ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        double number = Cells.number(plain);
        return negative ? -number : number;
    }
}
