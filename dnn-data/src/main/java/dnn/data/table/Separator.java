package dnn.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;

/**
 * The character that parts the fields of a file: a tab by the file's name; else what the header shows, a comma before a
 * tab before a semicolon before a bar.
 */
final class Separator {
    private static final int LONGEST_HEADER = 1 << 20;

    private Separator() {}

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
