package dnn.data.column;

import dnn.api.profile.CellFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and times other than those of ISO 8601. */
final class WrittenDates {
    private static final double MINUTES = 60;
    private static final double SECONDS = 3600;
    private static final int HALF_A_DAY = 12;
    private static final int HOURS = 24;
    private static final int LONGEST = 48;
    private static final int MONTH_LETTERS = 3;

    private static final String TIME = "(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d(?:\\.\\d+)?))?"
            + "(?:\\s?(?<half>[AaPp])\\.?[Mm]\\.?)?";
    private static final String THEN = "(?:,?[ T]\\s*" + TIME + ")?";
    private static final String MONTH = "(?<month>[A-Za-z]{3,9})\\.?";
    private static final String WEEKDAY = "(?:[A-Za-z]{3,9}\\.?,?\\s+)?";

    private static final Pattern TIME_ALONE = Pattern.compile(TIME);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<one>\\d{1,2})(?<between>[./-])(?<two>\\d{1,2})\\k<between>(?<year>\\d{4})" + THEN);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})(?<between>[./-])(?<one>\\d{1,2})\\k<between>(?<two>\\d{1,2})" + THEN);
    private static final List<Pattern> WITH_LETTERS = List.of(
            Pattern.compile(WEEKDAY + MONTH + "[ -](?<day>\\d{1,2})(?:st|nd|rd|th)?,?[ -](?<year>\\d{4})" + THEN),
            Pattern.compile(
                    WEEKDAY + "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?[ -]" + MONTH + ",?[ -](?<year>\\d{4})" + THEN));

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private WrittenDates() {}

    /** Days since 1970-01-01, or hours since midnight for a time alone; NaN if the text is not written so. */
    static double number(CellFormat format, String text) {
        if (text.length() > LONGEST || text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return switch (format) {
                case TIME_OF_DAY -> {
                    Matcher time = TIME_ALONE.matcher(text);
                    yield time.matches() ? hours(time) : Double.NaN;
                }
                case DAY_MONTH_YEAR -> ofNumbers(YEAR_LAST.matcher(text), "two", "one", true);
                case MONTH_DAY_YEAR -> ofNumbers(YEAR_LAST.matcher(text), "one", "two", false);
                case YEAR_MONTH_DAY -> {
                    double iso = DateTimes.days(text);
                    yield Double.isNaN(iso) ? ofNumbers(YEAR_FIRST.matcher(text), "one", "two", true) : iso;
                }
                case MONTH_NAME -> withLetters(text);
                case DECIMAL_POINT, DECIMAL_COMMA -> Double.NaN;
            };
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static double ofNumbers(Matcher date, String month, String day, boolean points) {
        if (!date.matches() || (!points && date.group("between").equals("."))) {
            return Double.NaN;
        }
        return days(date, Integer.parseInt(date.group(month)), Integer.parseInt(date.group(day)));
    }

    private static double withLetters(String text) {
        for (Pattern pattern : WITH_LETTERS) {
            Matcher date = pattern.matcher(text);
            if (date.matches()) {
                int month = month(date.group("month").toLowerCase(Locale.ROOT));
                return month == 0 ? Double.NaN : days(date, month, Integer.parseInt(date.group("day")));
            }
        }
        return Double.NaN;
    }

    /** The month, from 1, whose name begins so or is so; 0 if there is none. */
    private static int month(String name) {
        String word = name.equals("sept") ? "sep" : name;
        for (int month = 0; month < MONTHS.size(); month++) {
            String whole = MONTHS.get(month);
            if (word.equals(whole) || word.equals(whole.substring(0, MONTH_LETTERS))) {
                return month + 1;
            }
        }
        return 0;
    }

    private static double days(Matcher date, int month, int day) {
        double hours = date.group("hour") == null ? 0 : hours(date);
        return LocalDate.of(Integer.parseInt(date.group("year")), month, day).toEpochDay() + hours / HOURS;
    }

    private static double hours(Matcher time) {
        int hour = Integer.parseInt(time.group("hour"));
        String half = time.group("half");
        if (half != null) {
            if (hour < 1 || hour > HALF_A_DAY) {
                return Double.NaN;
            }
            hour = hour % HALF_A_DAY + (half.equalsIgnoreCase("p") ? HALF_A_DAY : 0);
        }
        if (hour >= HOURS) {
            return Double.NaN;
        }
        String second = time.group("second");
        return hour
                + Integer.parseInt(time.group("minute")) / MINUTES
                + (second == null ? 0 : Double.parseDouble(second) / SECONDS);
    }
}
