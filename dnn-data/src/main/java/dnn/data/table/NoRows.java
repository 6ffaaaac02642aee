package dnn.data.table;

import java.util.List;

/** Rows that cannot be read at all: a problem takes their place. */
record NoRows(Piece problem) implements TableRows {
    @Override
    public Piece next(int atMost) {
        return problem;
    }

    @Override
    public List<String> header() {
        return List.of();
    }

    @Override
    public void close() {}
}
