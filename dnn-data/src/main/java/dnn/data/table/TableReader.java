package dnn.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dnn.api.profile.DataProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads CSV and TSV files with a header, plain or gzip, in UTF-8. Blank lines do not count as rows. A column in which text comes after numbers is known as
 * text only then; such columns are read in a second pass, so that numbers never need to be kept as text.
 */
public final class TableReader {
    /** The line of the first row below the header in a file without quoted line breaks and blank lines. */
    static final long FIRST_DATA_ROW = 2;

    private final String path;
    private final Set<String> textColumns;

    /**
     * A reader.
     *
     * @param path of the experiment's value that problems are put down to
     * @param textColumns names of columns whose texts are kept even if they are all numbers
     */
    public TableReader(String path, Set<String> textColumns) {
        this.path = path;
        this.textColumns = Set.copyOf(textColumns);
    }

    /** Reads the file {@code name}, relative to {@code directory} unless it is absolute. */
    public TableReading read(Path directory, String name) {
        try {
            return read(directory.resolve(name).normalize());
        } catch (InvalidPathException e) {
            return TableReading.problem(new DataProblem.FileMissing(path, name, List.of()));
        }
    }

    /** Reads a file. */
    public TableReading read(Path file) {
        if (!Files.exists(file)) {
            return TableReading.problem(new DataProblem.FileMissing(path, file.toString(), SimilarNames.beside(file)));
        }
        if (Files.isDirectory(file)) {
            return unreadable(file, 0, "it is a directory");
        }
        Pass first = Pass.ofAll(textColumns);
        Optional<TableReading> failed = run(file, first);
        if (failed.isPresent()) {
            return failed.get();
        }
        if (first.header().isEmpty()) {
            return unreadable(file, 0, "the file is empty");
        }
        if (first.items() == 0) {
            return unreadable(file, 0, "there is a header but no row below it");
        }
        Set<String> again = first.mustBeReadAgain();
        List<Column> columns = new ArrayList<>(first.columns());
        if (!again.isEmpty()) {
            Pass second = Pass.ofTextAlone(again);
            Optional<TableReading> failedAgain = run(file, second);
            if (failedAgain.isPresent()) {
                return failedAgain.get();
            }
            if (!second.header().equals(first.header()) || second.items() != first.items()) {
                return unreadable(file, 0, "it was changed while it was read");
            }
            columns.addAll(second.columns());
            List<String> order = first.header();
            columns.sort(Comparator.comparingInt(column -> order.indexOf(column.name())));
        }
        return TableReading.table(new DataTable(file.toString(), columns, first.items()));
    }

    private Optional<TableReading> run(Path file, Pass pass) {
        try (BufferedReader text = TextFile.open(file)) {
            char separator = Separator.of(file, text);
            try (CsvReader<Boolean> rows = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(pass, text)) {
                for (boolean readable : rows) {
                    if (!readable) {
                        return Optional.of(unreadable(file, pass.row(), pass.problem()));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            return Optional.of(failure(file, pass.row(), e));
        }
    }

    private TableReading failure(Path file, long row, Exception failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return unreadable(file, TextFile.firstLineNotInUtf8(file), "the bytes are not UTF-8");
            }
            if (cause instanceof AccessDeniedException) {
                return unreadable(file, 0, "permission to read it is denied");
            }
            if (cause instanceof IOException) {
                String reason = TextFile.isGzip(file) ? "the gzip data is damaged" : "it cannot be read";
                return unreadable(file, row, reason + (cause.getMessage() == null ? "" : ": " + cause.getMessage()));
            }
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Unclosed")) {
            return unreadable(file, row, "a quote opened in this row is never closed");
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return unreadable(file, row, "text follows a closing quote");
        }
        return unreadable(file, row, message.replaceFirst(" \\(record starting at line \\d+\\)$", ""));
    }

    private TableReading unreadable(Path file, long row, String reason) {
        return TableReading.problem(new DataProblem.Unreadable(path, file.toString(), row, reason));
    }
}
