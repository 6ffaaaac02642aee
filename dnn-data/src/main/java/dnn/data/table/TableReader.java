package dnn.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dnn.api.data.TableFormat;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads CSV and TSV files with a header, plain or gzip, in UTF-8 unless told otherwise. Blank lines do not count as
 * rows. A column in which text comes after numbers is known as text only then; such columns are read in a second pass,
 * so that numbers never need to be kept as text.
 */
public final class TableReader {
    /** The line of the first row below the header in a file without quoted line breaks and blank lines. */
    static final long FIRST_DATA_ROW = 2;

    private final String path;
    private final Keeping keeping;
    private final Dialect dialect;
    private final Set<String> separators = new HashSet<>();
    private final Map<String, String> encodings = new LinkedHashMap<>();
    private final List<DataProblem> mistakes = new ArrayList<>();

    /**
     * A reader.
     *
     * @param path of the experiment's value that problems are put down to
     * @param textColumns names of columns whose texts are kept even if they are all numbers
     */
    public TableReader(String path, Set<String> textColumns) {
        this(path, Keeping.everything(textColumns), TableFormat.defaults());
    }

    /**
     * A reader of a format.
     *
     * @param path of the experiment's value that problems are put down to
     * @param keeping what is kept of the table
     * @param format as declared
     */
    public TableReader(String path, Keeping keeping, TableFormat format) {
        this.path = path;
        this.keeping = keeping;
        this.dialect = Dialect.of(format, mistakes);
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
        return read(List.of(file));
    }

    /** Reads files with the same columns as one table, their rows in the order of the files. */
    public TableReading read(List<Path> files) {
        if (!mistakes.isEmpty()) {
            return TableReading.problem(mistakes.get(0));
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                return TableReading.problem(
                        new DataProblem.FileMissing(path, file.toString(), SimilarNames.beside(file)));
            }
            if (Files.isDirectory(file)) {
                return unreadable(file, 0, "it is a directory");
            }
        }
        Pass first = Pass.ofAll(keeping);
        List<DataTable.Part> parts = new ArrayList<>();
        Optional<TableReading> failed = run(files, first, parts);
        if (failed.isPresent()) {
            return failed.get();
        }
        Set<String> again = first.mustBeReadAgain();
        List<Column> columns = new ArrayList<>(first.columns());
        if (!again.isEmpty()) {
            Pass second = Pass.ofTextsAlone(again, keeping.dropping());
            List<DataTable.Part> partsAgain = new ArrayList<>();
            Optional<TableReading> failedAgain = run(files, second, partsAgain);
            if (failedAgain.isPresent()) {
                return failedAgain.get();
            }
            if (!second.header().equals(first.header()) || !partsAgain.equals(parts)) {
                return unreadable(files.get(0), 0, "it was changed while it was read");
            }
            columns.addAll(second.columns());
            List<String> order = first.header();
            columns.sort(Comparator.comparingInt(column -> order.indexOf(column.name())));
        }
        return TableReading.table(new DataTable(
                files.get(0).toString(),
                columns,
                first.items(),
                parts,
                keeping.numbers() ? Optional.empty() : Optional.of(first.hashes()),
                first.dropped(),
                separators.size() == 1 ? separators.stream().findFirst() : Optional.empty(),
                first.places(),
                encodings));
    }

    private Optional<TableReading> run(List<Path> files, Pass pass, List<DataTable.Part> parts) {
        for (Path file : files) {
            int before = pass.items();
            Optional<TableReading> failed = run(file, pass);
            if (failed.isPresent()) {
                return failed;
            }
            if (!pass.hasHeader()) {
                return Optional.of(unreadable(file, 0, "the file is empty"));
            }
            if (pass.items() == before && pass.dropped() > 0) {
                return Optional.of(unreadable(file, 0, "no row is left: the target is missing in each"));
            }
            if (pass.items() == before) {
                return Optional.of(unreadable(file, 0, "there is a header but no row below it"));
            }
            parts.add(new DataTable.Part(file.toString(), pass.items() - before));
        }
        return Optional.empty();
    }

    private Optional<TableReading> run(Path file, Pass pass) {
        try {
            TextFile.Text text = TextFile.open(file, dialect.charset());
            try (BufferedReader reader = text.reader();
                    CsvReader<Boolean> rows = rows(file.getFileName().toString(), reader, pass)) {
                for (boolean readable : rows) {
                    if (!readable) {
                        return Optional.of(unreadable(file, pass.row(), pass.problem()));
                    }
                }
            }
            text.found().get().ifPresent(charset -> encodings.put(file.toString(), charset.name()));
            return Optional.empty();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            return Optional.of(failure(file, pass.row(), e));
        }
    }

    /** The rows of a text; each tells whether it fits its header, and its cells go to the pass. */
    private CsvReader<Boolean> rows(String name, BufferedReader text, Pass pass) throws IOException {
        return rows(name, text, dialect, pass, partedBy -> {
            separators.add(String.valueOf(partedBy));
            return dialect.rules(partedBy);
        });
    }

    /** Reads it where the separator decides on the meaning of cells. */
    static CsvReader<Boolean> rows(
            String name, BufferedReader text, Dialect dialect, Pass pass, Function<Character, CellRules> rules)
            throws IOException {
        Optional<Character> named = Separator.declared(text);
        Optional<Character> known = dialect.separator().or(() -> named);
        char separator = known.isPresent() ? known.get() : Separator.of(name, dialect.quote(), text);
        pass.startFile(rules.apply(separator), dialect.header(), named.isPresent() ? 1 : 0);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(pass, text);
    }

    private TableReading failure(Path file, long row, Exception failure) {
        boolean malformed = CsvFailure.causedBy(failure, CharacterCodingException.class);
        if (malformed && dialect.charset().isEmpty()) {
            return unreadable(file, TextFile.firstLineNotInUtf8(file), CsvFailure.NOT_UTF_8);
        }
        if (malformed) {
            return unreadable(
                    file,
                    row,
                    "the bytes are not " + dialect.charset().orElseThrow().displayName());
        }
        if (CsvFailure.causedBy(failure, AccessDeniedException.class)) {
            return unreadable(file, 0, "permission to read it is denied");
        }
        return unreadable(file, row, CsvFailure.reason(failure, TextFile.isGzip(file)));
    }

    private TableReading unreadable(Path file, long row, String reason) {
        return TableReading.problem(new DataProblem.Unreadable(path, file.toString(), row, reason));
    }
}
