package dnn.api.data;

import dnn.api.grammar.Describe;
import dnn.api.profile.CellFormat;
import dnn.api.profile.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * The declaration of what a column is, where its cells do not tell.
 *
 * @param type what its cells are
 * @param order the values of an ordinal column, the least first; giving it makes the column ordinal
 * @param format how its numbers, dates or times are written
 */
@Describe("What a column is, where its cells do not tell.")
public record ColumnDeclaration(
        @Describe("What its cells are.") Optional<ColumnType> type,

        @Describe("The values of an ordinal column, the least first.")
        List<String> order,

        @Describe("How its numbers, dates or times are written, where the cells leave it open.")
        Optional<CellFormat> format) {

    public ColumnDeclaration {
        order = List.copyOf(order);
    }

    /** A column whose cells are written as numbers, dates and times usually are. */
    public ColumnDeclaration(Optional<ColumnType> type, List<String> order) {
        this(type, order, Optional.empty());
    }

    /** Nothing declared. */
    public static ColumnDeclaration defaults() {
        return new ColumnDeclaration(Optional.empty(), List.of());
    }

    /** The declared type; ordinal where only an order is given, that of the format where only a format is. */
    public Optional<ColumnType> typeInForce() {
        return type.or(() -> order.isEmpty() ? format.map(CellFormat::type) : Optional.of(ColumnType.ORDINAL));
    }

    /** The declared format, where cells of the type in force can have it. */
    public Optional<CellFormat> formatInForce() {
        return format.filter(written -> typeInForce().equals(Optional.of(written.type())));
    }
}
