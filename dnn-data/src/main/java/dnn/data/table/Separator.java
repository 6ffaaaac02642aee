package dnn.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The character that parts the fields of a file: a tab by the file's name; else what the header shows, a comma before a
 * tab before a semicolon before a bar.
 */
final class Separator {
    private static final int LONGEST_HEADER = 1 << 20;

    /** The first line by which spreadsheets are told the separator. */
    private static final Pattern DECLARED = Pattern.compile("\"?sep=(?<separator>[^\r\n])\"?");

    private static final int LONGEST_DECLARATION = 9;

    private Separator() {}

    /** The separator that a first line names, such as {@code sep=;}; that line is read, else the reader stays. */
    static Optional<Character> declared(BufferedReader text) throws IOException {
        text.mark(LONGEST_DECLARATION);
        StringBuilder line = new StringBuilder();
        int character = text.read();
        while (character >= 0 && character != '\n' && character != '\r' && line.length() < LONGEST_DECLARATION - 2) {
            line.append((char) character);
            character = text.read();
        }
        Matcher declared = DECLARED.matcher(line);
        boolean ended = character == '\n' || character == '\r';
        if (!ended || !declared.matches()) {
            text.reset();
            return Optional.empty();
        }
        if (character == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        }
        return Optional.of(declared.group("separator").charAt(0));
    }

    /** The separator; leaves the reader where it was. */
    static char of(String file, char quote, BufferedReader text) throws IOException {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".tsv") || name.endsWith(".tab")) {
            return '\t';
        }
        text.mark(LONGEST_HEADER);
        boolean quoted = false;
        boolean tab = false;
        boolean semicolon = false;
        boolean bar = false;
        boolean comma = false;
        boolean begun = false;
        for (int i = 0; i < LONGEST_HEADER && !comma; i++) {
            int character = text.read();
            if (character < 0 || (begun && !quoted && (character == '\n' || character == '\r'))) {
                break;
            }
            begun |= character != '\n' && character != '\r';
            quoted ^= character == quote;
            comma |= !quoted && character == ',';
            tab |= !quoted && character == '\t';
            semicolon |= !quoted && character == ';';
            bar |= !quoted && character == '|';
        }
        text.reset();
        if (comma) {
            return ',';
        }
        if (tab || semicolon) {
            return tab ? '\t' : ';';
        }
        return bar ? '|' : ',';
    }
}
