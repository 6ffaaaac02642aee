package dnn.api.data;

import dnn.api.grammar.Describe;
import dnn.api.grammar.FilePath;
import dnn.api.grammar.Named;
import dnn.api.grammar.OtherNames;
import dnn.api.grammar.Required;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A table in a file: CSV or TSV, plain or gzip, with a header.
 *
 * @param source the file
 * @param target the column to predict
 * @param features the columns to predict from; by default every column but the target and the excluded ones
 * @param exclude columns left out of the default
 */
@Named("table")
@OtherNames(".*[./].*")
@Describe("a table in a file")
public record Table(
        @Required @Describe("The file: CSV or TSV, plain or gzip, with a header.") @FilePath
        String source,

        @Required @Describe("The column to predict.") String target,

        @Describe("The columns to predict from; default: every column but the target and the excluded ones.")
        Optional<@Size(min = 1, message = "a network needs something to predict from") List<String>> features,

        @Describe("Columns left out.") List<String> exclude)
        implements Source {

    public Table {
        features = features.map(List::copyOf);
        exclude = List.copyOf(exclude);
    }

    /** Every column but the target; source and target are required. */
    public static Table defaults() {
        return new Table("", "", Optional.empty(), List.of());
    }

    /** The same, predicting this column. */
    public Table target(String column) {
        return new Table(source, column, features, exclude);
    }

    /** The same, predicting from these columns alone. */
    public Table features(String... columns) {
        return new Table(source, target, Optional.of(List.of(columns)), exclude);
    }

    /** The same without these columns. */
    public Table exclude(String... columns) {
        return new Table(source, target, features, List.of(columns));
    }

    @Override
    public OptionalInt inputs() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt classes() {
        return OptionalInt.empty();
    }

    @Override
    public Scale defaultScale() {
        return Scale.STANDARDIZE;
    }
}
