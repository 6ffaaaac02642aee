package dnn.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import dnn.api.data.TableFormat;
import dnn.api.profile.DataProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text. It is known beforehand which columns are taken, and which of them as text; a cell of another column
 * that is no number is counted as a mistake.
 */
final class RowStream implements TableRows {
    private final String path;
    private final String name;
    private final BufferedReader text;
    private final Dialect dialect;
    private final NumberWriting numbers;
    private final Pass pass;
    private @Nullable Iterator<Boolean> rows;
    private int taken;
    private int droppedBefore;

    private RowStream(
            String path, String name, BufferedReader text, Dialect dialect, NumberWriting numbers, Pass pass) {
        this.path = path;
        this.name = name;
        this.text = text;
        this.dialect = dialect;
        this.numbers = numbers;
        this.pass = pass;
    }

    /**
     * Opens a table.
     *
     * @param bytes the table, unpacked; closed with the stream
     * @param name what it is called in problems
     * @param path of the experiment's value that problems are put down to
     * @param wanted columns to take
     * @param format as the table that was trained on
     * @param numbers how those of that table are written
     * @throws IOException if it cannot be read at all
     */
    static RowStream open(
            InputStream bytes, String name, String path, Wanted wanted, TableFormat format, NumberWriting numbers)
            throws IOException {
        List<DataProblem> mistakes = new ArrayList<>();
        Dialect dialect = Dialect.of(format, mistakes);
        return new RowStream(
                path, name, TextFile.open(bytes, dialect.charset()).reader(), dialect, numbers, Pass.of(wanted));
    }

    /** The rows, once the separator was found in the header. */
    private Iterator<Boolean> rows() throws IOException {
        Iterator<Boolean> begun = rows;
        if (begun == null) {
            begun = TableReader.rows(name, text, dialect, pass, partedBy -> dialect.rules(partedBy, numbers))
                    .iterator();
            rows = begun;
        }
        return begun;
    }

    @Override
    public List<String> header() {
        return pass.header();
    }

    @Override
    public Piece next(int atMost) {
        int before = pass.items();
        try {
            Iterator<Boolean> iterator = rows();
            while (pass.items() - before < atMost && iterator.hasNext()) {
                if (!iterator.next()) {
                    return unreadable(pass.row(), pass.problem());
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            boolean malformed = CsvFailure.causedBy(e, CharacterCodingException.class);
            return unreadable(
                    pass.row(),
                    malformed
                            ? "the bytes are not " + charset() + ", as those of the training data were"
                            : CsvFailure.reason(e, false));
        }
        int items = pass.items() - before;
        if (taken == 0 && items == 0) {
            return unreadable(0, pass.hasHeader() ? "there is a header but no row below it" : "the file is empty");
        }
        taken += items;
        return items == 0 ? Piece.end() : piece(items);
    }

    private Piece piece(int items) {
        int dropped = pass.dropped() - droppedBefore;
        droppedBefore = pass.dropped();
        List<List<String>> kept = pass.takeKept();
        List<DataTable.Part> parts = List.of(new DataTable.Part(name, items));
        return Piece.of(
                new DataTable(name, pass.take(), items, parts, Optional.empty(), dropped, Optional.empty()), kept);
    }

    private Piece unreadable(long row, String reason) {
        return Piece.unreadable(path, name, row, reason);
    }

    private String charset() {
        return dialect.charset().map(Charset::displayName).orElse("UTF-8");
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
