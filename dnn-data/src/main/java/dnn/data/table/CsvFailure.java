package dnn.data.table;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/** Why reading rows failed, in words. */
final class CsvFailure {
    /** Bytes that are no text in the default character set. */
    static final String NOT_UTF_8 =
            "the bytes are not UTF-8; name the character set, for example `format: {encoding: windows-1252}`";

    /** The parser's words, and what they mean. */
    private static final Map<String, String> PARSER = Map.of(
            "Unclosed", "a quote opened in this row is never closed",
            "Unexpected character after closing quote", "text follows a closing quote",
            "field size", "a cell has more than 16,777,216 characters: is a quote opened that is never closed?",
            "buffer size", "a cell has more than 16,777,216 characters: is a quote opened that is never closed?",
            "record size", "a row has more than 67,108,864 characters: is a quote opened that is never closed?");

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

    /** Why a file cannot even be begun, in one sentence without a full stop. */
    static String ofOpening(IOException failure) {
        return failure instanceof EOFException || failure.getMessage() == null
                ? "it ends too early: the file was cut off"
                : failure.getMessage();
    }

    /** The reason in one sentence without a full stop. */
    static String reason(Exception failure, boolean gzip) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return gzip
                        ? "the gzip data ends too early: the file was cut off"
                        : "it ends too early: the file was cut off";
            } else if (cause instanceof ZipException) {
                return "the gzip data is damaged";
            } else if (cause instanceof IOException) {
                return (gzip ? "the gzip data is damaged" : "it cannot be read") + details(cause);
            }
            for (Map.Entry<String, String> known : PARSER.entrySet()) {
                if (String.valueOf(cause.getMessage()).contains(known.getKey())) {
                    return known.getValue();
                }
            }
        }
        return "its text cannot be parted into rows and fields";
    }

    private static String details(Throwable cause) {
        return cause.getMessage() == null ? "" : ": " + cause.getMessage();
    }
}
