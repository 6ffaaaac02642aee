package dnn.data.table;

import dnn.api.data.TableFormat;
import dnn.api.profile.DataProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A table read piece by piece, so that memory does not grow with it: rows of text, or images. */
public sealed interface TableRows extends AutoCloseable permits RowStream, ImageStream, NoRows {
    /** Up to so many further rows. */
    Piece next(int atMost);

    /** The names of the table's columns, once a piece was read. */
    List<String> header();

    @Override
    void close() throws IOException;

    /**
     * A piece of a table.
     *
     * @param table the rows; empty at the end, and if there is a problem
     * @param problem what kept rows from being read
     * @param kept for each row, the cells of the columns that are kept as they are
     */
    record Piece(Optional<DataTable> table, Optional<DataProblem> problem, List<List<String>> kept) {
        /** Rows. */
        static Piece of(DataTable table) {
            return of(table, List.of());
        }

        /** Rows, and cells of them that are kept as they are. */
        static Piece of(DataTable table, List<List<String>> kept) {
            return new Piece(Optional.of(table), Optional.empty(), List.copyOf(kept));
        }

        /** No more rows. */
        static Piece end() {
            return new Piece(Optional.empty(), Optional.empty(), List.of());
        }

        /** No rows, for this reason. */
        static Piece unreadable(String path, String name, long row, String reason) {
            return failed(new DataProblem.Unreadable(path, name, row, reason));
        }

        /** No rows because of this. */
        static Piece failed(DataProblem problem) {
            return new Piece(Optional.empty(), Optional.of(problem), List.of());
        }
    }

    /**
     * The types that columns are taken for.
     *
     * @param asNumbers names of columns of numbers
     * @param asText names of columns of text
     * @param formatted names of those among them whose texts are numbers in a format of their own
     * @param kept names of columns whose cells are kept as they are, whatever else they are taken for
     * @param dropping which rows are left out
     */
    record Wanted(
            Set<String> asNumbers, Set<String> asText, Set<String> formatted, List<String> kept, Dropping dropping) {
        public Wanted {
            kept = List.copyOf(kept);
            asNumbers = Set.copyOf(asNumbers);
            asText = Set.copyOf(asText);
            formatted = Set.copyOf(formatted);
        }

        /** A copy in which formatted columns are numbers as they stand where these are. */
        public Wanted withNumbers(Predicate<String> areNumbers) {
            Set<String> plain = formatted.stream().filter(areNumbers).collect(Collectors.toSet());
            Set<String> numbers = new HashSet<>(asNumbers);
            numbers.addAll(plain);
            Set<String> text = new HashSet<>(asText);
            text.removeAll(plain);
            return new Wanted(numbers, text, Set.of(), kept, dropping);
        }

        Optional<ColumnBuilder> builder(String column) {
            if (asText.contains(column)) {
                return Optional.of(ColumnBuilder.ofText(column));
            }
            return asNumbers.contains(column) ? Optional.of(ColumnBuilder.ofNumbersAlone(column)) : Optional.empty();
        }

        boolean contains(String column) {
            return asNumbers.contains(column) || asText.contains(column);
        }
    }

    /**
     * Opens a table.
     *
     * @param bytes the table, plain or gzip; closed with the rows
     * @param labels of images, the file that holds them
     * @param name what it is called in problems
     * @param path of the experiment's value that problems are put down to
     * @param wanted columns to take
     * @param format as the table that was trained on
     * @param numbers how those of that table are written
     * @throws IOException if it cannot be closed
     */
    static TableRows open(
            InputStream bytes,
            Optional<Path> labels,
            String name,
            String path,
            Wanted wanted,
            TableFormat format,
            NumberWriting numbers)
            throws IOException {
        try {
            InputStream content = TextFile.unpacked(bytes);
            return IdxFile.isOne(content)
                    ? ImageStream.open(content, labels, name, path, wanted)
                    : RowStream.open(content, name, path, wanted, format, numbers);
        } catch (IOException e) {
            bytes.close();
            return new NoRows(Piece.unreadable(path, name, 0, CsvFailure.ofOpening(e)));
        }
    }

    /** Tells whether a file that can be opened holds images, whose labels are in a file of their own. */
    static boolean areImages(Path file) {
        return IdxFile.isOne(file);
    }

    /** Why a file cannot be opened, if it cannot. */
    static Optional<DataProblem> unopenable(Path file, String path) {
        if (!Files.exists(file)) {
            return Optional.of(new DataProblem.FileMissing(path, file.toString(), SimilarNames.beside(file)));
        }
        if (Devices.isOne(file)) {
            return Optional.of(new DataProblem.Unreadable(path, file.toString(), 0, "it is a device, not a file"));
        }
        return Files.isDirectory(file)
                ? Optional.of(new DataProblem.Unreadable(path, file.toString(), 0, "it is a directory"))
                : Optional.empty();
    }
}
