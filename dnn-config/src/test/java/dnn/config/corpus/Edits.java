package dnn.config.corpus;

import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies fixes to texts, independently of the command that does so. */
public final class Edits {
    private Edits() {}

    /** The text with the edits that belong to it. */
    public static String apply(Fix fix, String name, String text) {
        List<Fix.Edit> edits = new ArrayList<>(fix.edits());
        edits.sort(Comparator.comparing(Fix.Edit::span).reversed());
        String edited = text;
        for (Fix.Edit edit : edits) {
            Span span = edit.span();
            if (span.source().equals(name)) {
                edited = edited.substring(0, offset(edited, span.line(), span.column()))
                        + edit.replacement()
                        + edited.substring(offset(edited, span.endLine(), span.endColumn()));
            }
        }
        return edited;
    }

    /** Lines end as YAML says: with a line feed, a carriage return, or both. */
    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            while (text.charAt(start) != '\n' && text.charAt(start) != '\r') {
                start++;
            }
            start += text.startsWith("\r\n", start) ? 2 : 1;
        }
        return text.offsetByCodePoints(start, column - 1);
    }
}
