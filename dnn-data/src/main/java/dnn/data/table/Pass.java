package dnn.data.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One pass over a file's rows: takes cells from the parser's buffer into columns. A row's value is whether it fits the header. */
final class Pass extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final Set<String> asText;
    private final boolean othersToo;
    private final List<String> header = new ArrayList<>();
    private final List<Optional<ColumnBuilder>> builders = new ArrayList<>();
    private boolean headerRead;
    private boolean empty;
    private long row;
    private int items;
    private String problem = "";

    private Pass(Set<String> asText, boolean othersToo) {
        this.asText = asText;
        this.othersToo = othersToo;
    }

    /** A pass that takes every column, these as text whatever their cells are. */
    static Pass ofAll(Set<String> asText) {
        return new Pass(asText, true);
    }

    /** A pass that takes these columns alone, as text. */
    static Pass ofTextAlone(Set<String> asText) {
        return new Pass(asText, false);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        row = startingLineNumber;
        empty = false;
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        if (!headerRead) {
            header.add(new String(buffer, offset, length).strip());
        } else if (field < builders.size() && builders.get(field).isPresent()) {
            builders.get(field).get().add(buffer, offset, offset + length, row);
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (empty || getRecordType() == RecordType.EMPTY) {
            return true;
        }
        if (!headerRead) {
            headerRead = true;
            return startColumns();
        }
        if (getFieldCount() != header.size()) {
            problem = counted(getFieldCount()) + ", the header has " + header.size();
            return false;
        }
        items++;
        return true;
    }

    private boolean startColumns() {
        Set<String> names = new HashSet<>();
        for (String name : header) {
            if (!names.add(name)) {
                problem = "the header has two columns called `" + name + "`";
                return false;
            }
            if (asText.contains(name)) {
                builders.add(Optional.of(ColumnBuilder.ofText(name)));
            } else {
                builders.add(othersToo ? Optional.of(ColumnBuilder.ofNumbers(name)) : Optional.empty());
            }
        }
        return true;
    }

    private static String counted(int fields) {
        return fields == 1 ? "the row has 1 field" : "the row has " + fields + " fields";
    }

    /** The columns' names, empty if the file is. */
    List<String> header() {
        return header;
    }

    /** Rows below the header. */
    int items() {
        return items;
    }

    /** The line on which the row at hand starts, from 1. */
    long row() {
        return row;
    }

    /** What does not fit about the row at hand, after a value of false. */
    String problem() {
        return problem;
    }

    /** Names of columns that turned out to be text when numbers had been stored. */
    Set<String> mustBeReadAgain() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < builders.size(); i++) {
            if (builders.get(i).filter(ColumnBuilder::mustBeReadAgain).isPresent()) {
                names.add(header.get(i));
            }
        }
        return names;
    }

    /** The columns taken, without those that must be read again. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Optional<ColumnBuilder> builder : builders) {
            builder.filter(taken -> !taken.mustBeReadAgain()).ifPresent(taken -> columns.add(taken.build()));
        }
        return columns;
    }
}
