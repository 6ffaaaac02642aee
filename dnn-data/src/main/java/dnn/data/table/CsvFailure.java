package dnn.data.table;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Why reading rows failed, in words. */
final class CsvFailure {
    /** Bytes that are no text in the default character set. */
    static final String NOT_UTF_8 =
            "the bytes are not UTF-8; name the character set, for example `format: {encoding: windows-1252}`";

    private CsvFailure() {}

    /** Tells whether an exception of this type is among the causes. */
    static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The reason in one sentence without a full stop. */
    static String reason(Exception failure, boolean gzip) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof IOException) {
                String reason = gzip ? "the gzip data is damaged" : "it cannot be read";
                return reason + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
            }
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Unclosed")) {
            return "a quote opened in this row is never closed";
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return "text follows a closing quote";
        }
        return message.replaceFirst(" \\(record starting at line \\d+\\)$", "");
    }
}
