package dnn.data.column;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Dates and times as ISO 8601 writes them: {@code 2024-01-31}, with an optional time after a T or a space, seconds,
 * fractions and offset.
 */
final class DateTimes {
    private static final int DATE_LENGTH = 10;
    private static final double NANOSECONDS = 1e9;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .toFormatter();

    private DateTimes() {}

    /** Days since 1970-01-01T00:00, in UTC where an offset is written; NaN if the text is no date. */
    static double days(String text) {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Double.NaN;
        }
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text).toEpochDay();
            }
            TemporalAccessor parsed = TIME.parse(text.replaceFirst("^(.{10}) ", "$1T"));
            ZoneOffset offset = parsed.isSupported(ChronoField.OFFSET_SECONDS)
                    ? ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS))
                    : ZoneOffset.UTC;
            Instant time = LocalDateTime.from(parsed).toInstant(offset);
            return (time.getEpochSecond() + time.getNano() / NANOSECONDS) / SECONDS_OF_A_DAY;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
