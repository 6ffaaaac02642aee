package dnn.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Which character parts the fields of a file: a tab by the file's name; else what the header shows, a comma before a tab before a semicolon. */
final class Separator {
    private static final int LONGEST_HEADER = 1 << 20;

    private Separator() {}

    /** The separator; leaves the reader where it was. */
    static char of(Path file, BufferedReader text) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".tsv") || name.endsWith(".tab")) {
            return '\t';
        }
        text.mark(LONGEST_HEADER);
        boolean quoted = false;
        boolean tab = false;
        boolean semicolon = false;
        boolean comma = false;
        boolean begun = false;
        for (int i = 0; i < LONGEST_HEADER && !comma; i++) {
            int character = text.read();
            if (character < 0 || (begun && !quoted && (character == '\n' || character == '\r'))) {
                break;
            }
            begun |= character != '\n' && character != '\r';
            quoted ^= character == '"';
            comma |= !quoted && character == ',';
            tab |= !quoted && character == '\t';
            semicolon |= !quoted && character == ';';
        }
        text.reset();
        if (comma) {
            return ',';
        }
        return tab ? '\t' : semicolon ? ';' : ',';
    }
}
