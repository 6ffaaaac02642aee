package dnn.data.column;

import dnn.api.data.ColumnDeclaration;
import dnn.api.profile.ColumnType;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import java.util.List;
import java.util.Map;

/** The types of columns: as declared, or as the whole column shows. */
public final class ColumnTypes {
    /** Fewer different texts than this are categories even if none occurs twice. */
    static final int FEW_TEXTS = 50;

    private final Map<String, ColumnDeclaration> declared;
    private final Formats formats;

    /** With these declarations, by name, and formats. */
    public ColumnTypes(Map<String, ColumnDeclaration> declared, Formats formats) {
        this.declared = declared;
        this.formats = formats;
    }

    /** The type of the column. */
    public ColumnType of(Column column) {
        return declaration(column)
                .typeInForce()
                .orElseGet(() -> formats.of(column.name())
                        .map(format -> format.format().type())
                        .orElseGet(() -> found(column)));
    }

    /** Tells whether the experiment says what the column is, so that the cells were not asked. */
    public boolean isDeclared(Column column) {
        return declaration(column).typeInForce().isPresent();
    }

    /** The rule by which its cells are read as numbers, where it is not a column of categories. */
    public CellReading reading(Column column) {
        ColumnType type = of(column);
        return new CellReading(
                type, type == ColumnType.ORDINAL ? declaration(column).order() : List.of(), formats.of(column.name()));
    }

    private ColumnDeclaration declaration(Column column) {
        return declared.getOrDefault(column.name(), ColumnDeclaration.defaults());
    }

    /**
     * The type that the cells show: numbers if all are; true and false, or dates, if all are; free text if more than
     * half of the present cells differ and there are more than {@value #FEW_TEXTS} different ones; else categories.
     */
    static ColumnType found(Column column) {
        if (column.type() == ColumnType.NUMERIC) {
            return ColumnType.NUMERIC;
        }
        CodedColumn coded = column.coded();
        List<String> texts = coded.texts();
        if (CellReading.areTruthWords(texts)) {
            return ColumnType.BOOLEAN;
        }
        if (texts.stream().noneMatch(text -> Double.isNaN(DateTimes.days(text)))) {
            return ColumnType.DATE_TIME;
        }
        long present = coded.items() - coded.missing().count();
        return texts.size() > FEW_TEXTS && 2L * texts.size() > present ? ColumnType.TEXT : ColumnType.CATEGORICAL;
    }
}
