package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormDiagnostics;
import dnn.config.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files in formats of their own that somebody took for an experiment; told by lines that YAML experiments do not have.
 */
public enum OtherFormat {
    /** Settings as in {@code pyproject.toml}. */
    TOML(
            "TOML",
            "\\[{1,2}[\\w.\"-]+\\]{1,2}\\s*(?:#.*)?|[A-Za-z_][\\w.-]* = (?:\".*|'.*|-?\\d.*|true|false|\\[.*)",
            2,
            "`[data]` is written `data:`, with its keys below it and indented; a key is followed by a "
                    + "colon, not by `=`"),
    /** A program. */
    PYTHON(
            "a Python program",
            "(?:import|from) [\\w.]+(?: import .*| as .*)?|def \\w+\\(.*|class \\w+.*:|[\\w.]+ = "
                    + "[\\w.]+\\(.*|[\\w.]+\\.(?:compile|fit|add)\\(.*",
            1,
            "an experiment says what is to be trained, not how: `dnn init TABLE --target COLUMN` writes "
                    + "one for a table"),
    /** A page or another document of tags. */
    XML(
            "XML or HTML",
            "<(?:\\?xml|!DOCTYPE|[a-zA-Z][\\w:-]*[ >]).*",
            1,
            "name a YAML file that declares an experiment"),
    /** A table. */
    CSV(
            "a table",
            "[^:{}\\[\\]#]+(?:[,;\\t][^:{}\\[\\]#,;\\t]*){2,}",
            2,
            "`dnn init FILE --target COLUMN` writes an experiment for a table");

    private static final int LINES = 40;
    private static final int LONGEST = 400;

    private final String name;
    private final Pattern line;
    private final int least;
    private final String advice;

    OtherFormat(String name, String line, int least, String advice) {
        this.name = name;
        this.line = Pattern.compile(line);
        this.least = least;
        this.advice = advice;
    }

    /** The finding for a text that cannot be read as an experiment, if it is of another format. */
    public static Optional<Diagnostic> finding(String source, List<String> lines) {
        for (OtherFormat format : values()) {
            int first = -1;
            int count = 0;
            for (int i = 0; i < Math.min(LINES, lines.size()); i++) {
                String text = lines.get(i);
                if (text.length() <= LONGEST && format.line.matcher(text).matches()) {
                    first = first < 0 ? i : first;
                    count++;
                }
            }
            if (count >= format.least && isEarly(lines, first)) {
                int end = lines.get(first).codePointCount(0, lines.get(first).length());
                Span place = new Span(source, first + 1, 1, first + 1, end + 1);
                return Optional.of(FormDiagnostics.otherFormat(format.name, format.advice, place));
            }
        }
        return Optional.empty();
    }

    /** Tells whether nothing but remarks stands before. */
    private static boolean isEarly(List<String> lines, int first) {
        return lines.subList(0, first).stream()
                .allMatch(line -> line.isBlank() || line.startsWith("#") || line.startsWith("\"\"\""));
    }
}
