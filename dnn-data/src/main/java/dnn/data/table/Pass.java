// Longer than 300 lines: one loop over the rows of a file and what it remembers between two of them.
package dnn.data.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One pass over the rows of one or several files: takes cells from the parser's buffer into columns. A row's value is
 * whether it fits the header. The first file's header names the columns; further files have the same columns, in any
 * order.
 */
final class Pass extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final int NONE_YET = -1;

    /** A file that goes on with empty lines for longer is not read to its end, which may be far away. */
    private static final int MOST_EMPTY_LINES = 1_000_000;

    /** Stands for columns that are not taken; nothing is ever added to it. */
    private final ColumnBuilder nobody = ColumnBuilder.ofText("");

    private final Function<String, Optional<ColumnBuilder>> builderOf;
    private final Function<List<String>, Set<String>> compared;
    private final RowHashes hashes = new RowHashes();
    private final RowPlaces places = new RowPlaces();
    private final List<String> names = new ArrayList<>();
    private final List<Optional<ColumnBuilder>> builders = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private ColumnBuilder[] ofField = {};
    private final Dropping dropping;
    private final RowCells cells = new RowCells();
    private List<String> keep = List.of();
    private List<List<String>> kept = new ArrayList<>();
    private int[] keptFields = {};
    private boolean[] decidesOnRow = {};
    private int dropped;
    private CellRules rules = CellRules.PLAIN;
    private boolean named = true;
    private boolean headerRead;
    private boolean empty;
    private int emptyLines;
    private int file = NONE_YET;
    private long row;
    private int before;
    private final SurplusCells surplus = new SurplusCells();
    private int items;
    private String problem = "";

    /** A pass that takes what is wanted of further tables. */
    static Pass of(TableRows.Wanted wanted) {
        Pass pass = new Pass(wanted::builder, columns -> Set.of(), wanted.dropping());
        pass.keep = wanted.kept();
        return pass;
    }

    private Pass(
            Function<String, Optional<ColumnBuilder>> builderOf,
            Function<List<String>, Set<String>> compared,
            Dropping dropping) {
        this.builderOf = builderOf;
        this.compared = compared;
        this.dropping = dropping;
    }

    /** A pass that takes every column. */
    static Pass ofAll(Keeping keeping) {
        return new Pass(name -> Optional.of(keeping.builder(name)), keeping.compared(), keeping.dropping());
    }

    /** A pass that takes these columns alone, whose texts are kept until it is known what they are. */
    static Pass ofTextsAlone(Set<String> undecided, Dropping dropping) {
        return new Pass(
                name -> undecided.contains(name) ? Optional.of(ColumnBuilder.ofTexts(name)) : Optional.empty(),
                columns -> Set.of(),
                dropping);
    }

    /**
     * From now on rows are another file's.
     *
     * @param cells what its cells mean
     * @param withHeader whether its first row holds names
     * @param linesBefore lines above its first row that were read already
     */
    void startFile(CellRules cells, boolean withHeader, int linesBefore) {
        before = linesBefore;

        file++;
        rules = cells;
        named = withHeader;
        headerRead = false;
        header.clear();
        row = 0;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        row = startingLineNumber + before;
        empty = false;
        cells.clear();
        surplus.clear();
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        surplus.see(buffer, offset, length);
        if (!headerRead) {
            header.add(new String(buffer, offset, length).strip());
        } else if (field >= ofField.length) {
            surplus.add(length);
        } else if (decidesOnRow.length > 0) {
            cells.add(buffer, offset, length);
        } else if (ofField[field] != nobody) {
            ofField[field].add(buffer, offset, offset + length, RowPlace.of(file, row));
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (empty || getRecordType() == RecordType.EMPTY) {
            emptyLines++;
            problem = "more than " + MOST_EMPTY_LINES + " empty lines follow each other";
            return emptyLines <= MOST_EMPTY_LINES;
        }
        emptyLines = 0;
        if (!headerRead) {
            headerRead = true;
            return named ? startColumns() : startUnnamed();
        }
        if (getFieldCount() != ofField.length) {
            problem = counted(getFieldCount())
                    + (named ? ", the header has " : ", the first row has ")
                    + ofField.length
                    + surplus.advice(header);
            return false;
        }
        if (decidesOnRow.length > 0 && !addCells()) {
            dropped++;
        } else {
            added();
        }
        return true;
    }

    private void added() {
        items++;
        places.add(RowPlace.of(file, row));
    }

    /** Adds the cells of the row at hand, unless it is left out. */
    private boolean addCells() {
        for (int field = 0; field < cells.size(); field++) {
            if (decidesOnRow[field] && isMissing(field)) {
                return false;
            }
        }
        for (int field = 0; field < cells.size(); field++) {
            if (ofField[field] != nobody) {
                ofField[field].add(cells.text(), cells.start(field), cells.end(field), RowPlace.of(file, row));
            }
        }
        if (keptFields.length > 0) {
            List<String> row = new ArrayList<>(keptFields.length);
            for (int field : keptFields) {
                row.add(field < 0 ? "" : cell(field));
            }
            kept.add(row);
        }
        return true;
    }

    private String cell(int field) {
        return new String(cells.text(), cells.start(field), cells.end(field) - cells.start(field));
    }

    private boolean isMissing(int field) {
        String text = ColumnBuilder.stripped(cell(field));
        return rules.isMissing(text.toCharArray(), 0, text.length())
                || (dropping.numbers() && Cells.isMissingAmongNumbers(text));
    }

    /** The row at hand holds values already: they are added once the columns are known. */
    private boolean startUnnamed() {
        List<String> values = List.copyOf(header);
        for (int field = 0; field < header.size(); field++) {
            header.set(field, "c" + (field + 1));
        }
        if (!startColumns()) {
            return false;
        }
        values.forEach(value -> cells.add(value.toCharArray(), 0, value.length()));
        if (addCells()) {
            added();
        } else {
            dropped++;
        }
        return true;
    }

    private boolean startColumns() {
        Optional<String> other = OtherContent.of(header);
        if (other.isPresent()) {
            problem = other.get();
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                problem = name.isEmpty()
                        ? "the header has two columns without a name; name them, or remove them"
                        : "the header has two columns called `" + name + "`; rename one of them";
                return false;
            }
        }
        if (file == 0) {
            names.addAll(header);
            names.forEach(name -> builders.add(builderOf.apply(name)));
            Set<String> rows = compared.apply(names);
            for (int i = 0; i < names.size(); i++) {
                if (rows.contains(names.get(i))) {
                    builders.get(i).ifPresent(builder -> builder.compare(hashes));
                }
            }
        } else if (!seen.equals(new HashSet<>(names))) {
            problem = otherColumns(seen);
            return false;
        }
        assignFields();
        return true;
    }

    private void assignFields() {
        ofField = new ColumnBuilder[header.size()];
        boolean decides = header.stream().anyMatch(dropping.columns()::contains);
        decidesOnRow = new boolean[decides || !keep.isEmpty() || !named ? ofField.length : 0];
        keptFields = keep.stream().mapToInt(header::indexOf).toArray();
        for (int field = 0; field < decidesOnRow.length; field++) {
            decidesOnRow[field] = dropping.columns().contains(header.get(field));
        }
        for (int field = 0; field < ofField.length; field++) {
            ofField[field] = builders.get(names.indexOf(header.get(field))).orElse(nobody);
            if (ofField[field] != nobody) {
                ofField[field].follow(rules);
            }
        }
    }

    private String otherColumns(Set<String> found) {
        List<String> lacking =
                names.stream().filter(name -> !found.contains(name)).toList();
        List<String> more =
                header.stream().filter(name -> !names.contains(name)).toList();
        return "its columns differ from the first file's: "
                + (lacking.isEmpty() ? "" : "it lacks " + quoted(lacking) + (more.isEmpty() ? "" : " and "))
                + (more.isEmpty() ? "" : "it also has " + quoted(more));
    }

    private static String quoted(List<String> columns) {
        return "`" + String.join("`, `", columns) + "`";
    }

    private static String counted(int fields) {
        return fields == 1 ? "the row has 1 field" : "the row has " + fields + " fields";
    }

    /** The hashes of rows over the columns by which they are compared. */
    RowHashes hashes() {
        return hashes;
    }

    /** The places of the rows. */
    RowPlaces places() {
        return places;
    }

    /** The columns' names, empty if the first file is. */
    List<String> header() {
        return names;
    }

    /** Tells whether the file at hand has a header. */
    boolean hasHeader() {
        return headerRead;
    }

    /** Rows below the headers. */
    int items() {
        return items;
    }

    /** For each row since the last time, the cells that are kept as they are. */
    List<List<String>> takeKept() {
        List<List<String>> taken = kept;
        kept = new ArrayList<>();
        return taken;
    }

    /** Rows that were left out. */
    int dropped() {
        return dropped;
    }

    /** The line on which the row at hand starts, from 1. */
    long row() {
        return row;
    }

    /** The problem of the row at hand, after a value of false. */
    String problem() {
        return problem;
    }

    /** Names of columns that turned out not to be of numbers alone when numbers had been stored. */
    Set<String> mustBeReadAgain() {
        Set<String> again = new LinkedHashSet<>();
        for (int i = 0; i < builders.size(); i++) {
            if (builders.get(i).filter(ColumnBuilder::mustBeReadAgain).isPresent()) {
                again.add(names.get(i));
            }
        }
        return again;
    }

    /** The columns taken, without those that must be read again. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Optional<ColumnBuilder> builder : builders) {
            builder.filter(taken -> !taken.mustBeReadAgain()).ifPresent(taken -> columns.add(taken.build()));
        }
        return columns;
    }

    /** The columns of the rows since the last time; the next rows begin new ones. */
    List<Column> take() {
        List<Column> columns = columns();
        for (int i = 0; i < builders.size(); i++) {
            builders.set(i, builderOf.apply(names.get(i)));
        }
        assignFields();
        return columns;
    }
}
