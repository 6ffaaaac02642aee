package dnn.api.data;

import dnn.api.grammar.Describe;
import dnn.api.profile.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * The declaration of what a column is, where its cells do not tell.
 *
 * @param type what its cells are
 * @param order the values of an ordinal column, the least first; giving it makes the column ordinal
 */
@Describe("What a column is, where its cells do not tell.")
public record ColumnDeclaration(
        @Describe("What its cells are.") Optional<ColumnType> type,

        @Describe("The values of an ordinal column, the least first.")
        List<String> order) {

    public ColumnDeclaration {
        order = List.copyOf(order);
    }

    /** Nothing declared. */
    public static ColumnDeclaration defaults() {
        return new ColumnDeclaration(Optional.empty(), List.of());
    }

    /** The declared type; ordinal where only an order is given. */
    public Optional<ColumnType> typeInForce() {
        return type.or(() -> order.isEmpty() ? Optional.empty() : Optional.of(ColumnType.ORDINAL));
    }
}
