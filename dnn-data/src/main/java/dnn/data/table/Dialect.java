package dnn.data.table;

import dnn.api.data.TableFormat;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProblem;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A declared format in characters.
 *
 * @param separator what parts fields; empty to find it in the header
 * @param quote what encloses fields
 * @param decimalComma whether a comma is a decimal sign; empty to say so where semicolons part fields
 * @param charset of the bytes; empty for UTF-8 or what a byte order mark says
 * @param missing further texts that stand for nothing
 * @param header whether the first row holds names
 */
record Dialect(
        Optional<Character> separator,
        char quote,
        Optional<Boolean> decimalComma,
        Optional<Charset> charset,
        Set<String> missing,
        boolean header) {

    /** The dialect of a format, every mistake in it added to {@code problems}. */
    static Dialect of(TableFormat format, List<DataProblem> problems) {
        List<DataProblem> found = new ArrayList<>();
        Optional<Character> separator = format.separator()
                .map(text -> text.equals("tab") ? "\t" : text)
                .flatMap(text -> character(text, "separator", "one character, or `tab`", found));
        Optional<Character> quote = format.quote().flatMap(text -> character(text, "quote", "one character", found));
        Optional<Character> decimal = format.decimal().flatMap(text -> character(text, "decimal", "`.` or `,`", found));
        if (decimal.isPresent() && decimal.get() != '.' && decimal.get() != ',') {
            found.add(mistake("decimal", format.decimal().orElse(""), "must be `.` or `,`"));
        }
        Optional<Charset> charset = format.encoding().flatMap(name -> charset(name, found));
        if (separator.isPresent() && separator.equals(Optional.of(quote.orElse('"')))) {
            found.add(mistake("separator", String.valueOf(separator.get()), "is the quote too"));
        }
        problems.addAll(found);
        return new Dialect(
                separator,
                quote.orElse('"'),
                decimal.map(sign -> sign == ','),
                charset,
                Set.copyOf(format.missing()),
                format.header());
    }

    private static Optional<Character> character(String text, String key, String expected, List<DataProblem> problems) {
        if (text.length() != 1 || text.charAt(0) == '\n' || text.charAt(0) == '\r') {
            problems.add(mistake(key, text, "must be " + expected));
            return Optional.empty();
        }
        return Optional.of(text.charAt(0));
    }

    private static Optional<Charset> charset(String name, List<DataProblem> problems) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.add(mistake("encoding", name, "is no known character set, such as utf-8 or windows-1252"));
            return Optional.empty();
        }
    }

    private static DataProblem mistake(String key, String value, String reason) {
        return new DataProblem.Unreadable(
                ValuePath.child(KeyPaths.DATA_FORMAT, key), "format", 0, "the " + key + " `" + value + "` " + reason);
    }

    /** The meaning of cells where this character parts fields. */
    CellRules rules(char partedBy) {
        boolean either = decimalComma.orElse(partedBy == ';');
        return new CellRules(missing, either ? DecimalReading.EITHER : DecimalReading.POINT);
    }

    /** The meaning of a further table's cells where this character parts fields. */
    CellRules rules(char partedBy, NumberWriting trained) {
        return new CellRules(missing, declared().orElseGet(() -> trained.of(partedBy)));
    }

    /** The meaning of texts that are written as a table's cells are. */
    CellRules rulesOfTexts(NumberWriting trained) {
        return new CellRules(missing, declared().orElseGet(trained::ofTexts));
    }

    private Optional<DecimalReading> declared() {
        return decimalComma.map(comma -> comma ? DecimalReading.COMMA : DecimalReading.POINT);
    }
}
