package dnn.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dnn.api.data.TableFormat;
import dnn.api.profile.DataProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of text. It is known beforehand which columns are taken, and which of them as text; a cell of another
 * column that is no number is counted as a mistake.
 */
final class RowStream implements TableRows {
    private final String path;
    private final String name;
    private final BufferedReader text;
    private final CsvReader<Boolean> rows;
    private final Iterator<Boolean> iterator;
    private final Pass pass;
    private int taken;

    private RowStream(String path, String name, BufferedReader text, CsvReader<Boolean> rows, Pass pass) {
        this.path = path;
        this.name = name;
        this.text = text;
        this.rows = rows;
        this.iterator = rows.iterator();
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
     * @throws IOException if it cannot be read at all
     */
    static RowStream open(InputStream bytes, String name, String path, Wanted wanted, TableFormat format)
            throws IOException {
        List<DataProblem> mistakes = new ArrayList<>();
        Dialect dialect = Dialect.of(format, mistakes);
        Pass pass = new Pass(wanted::builder);
        BufferedReader text = TextFile.open(bytes, dialect.charset());
        try {
            return new RowStream(path, name, text, TableReader.rows(name, text, dialect, pass), pass);
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    @Override
    public List<String> header() {
        return pass.header();
    }

    @Override
    public Piece next(int atMost) {
        int before = pass.items();
        try {
            while (pass.items() - before < atMost && iterator.hasNext()) {
                if (!iterator.next()) {
                    return unreadable(pass.row(), pass.problem());
                }
            }
        } catch (UncheckedIOException | CsvParseException e) {
            boolean malformed = CsvFailure.causedBy(e, CharacterCodingException.class);
            return unreadable(pass.row(), malformed ? CsvFailure.NOT_UTF_8 : CsvFailure.reason(e, false));
        }
        int items = pass.items() - before;
        if (taken == 0 && items == 0) {
            return unreadable(0, pass.hasHeader() ? "there is a header but no row below it" : "the file is empty");
        }
        taken += items;
        return items == 0 ? Piece.end() : Piece.of(new DataTable(name, pass.take(), items));
    }

    private Piece unreadable(long row, String reason) {
        return Piece.unreadable(path, name, row, reason);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        text.close();
    }
}
