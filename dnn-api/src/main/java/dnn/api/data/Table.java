// Longer than 300 lines: one record of the grammar: a description for each key, copies with one of them replaced.
package dnn.api.data;

import dnn.api.grammar.Describe;
import dnn.api.grammar.FilePath;
import dnn.api.grammar.Named;
import dnn.api.grammar.OtherNames;
import dnn.api.grammar.Required;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A table in files: CSV or TSV, plain or gzip, with a header; or images in the IDX format, whose columns are called
 * pixel1, pixel2, … and whose labels are the column {@link #LABEL}. Names of columns in lists may be patterns with
 * {@code *} and {@code ?}.
 *
 * @param source the file, or a pattern that several files match
 * @param target the column to predict; empty where {@code targets} or labels of images say it
 * @param features the columns to predict from; by default every column that is used for nothing else and not excluded
 * @param exclude columns left out of the default
 * @param missingTarget what becomes of rows whose target is missing
 * @param targets several columns to predict: numbers, or for a binary loss labels that an item may have together
 * @param positiveClass the class of two that counts as positive; by default the second
 * @param itemWeights a column of how much each item counts in training; not a feature
 * @param splitColumn a column that says for each item {@code train}, {@code validation} or {@code test}; not a feature
 * @param columns what columns are, where their cells do not tell
 * @param files more rows, rows of the other splits, labels of images
 * @param format how text files hold the table
 */
@Named("table")
@OtherNames(".*[./].*")
@Describe("a table in a file")
public record Table(
        @Required
        @Describe("The file, or a pattern that several match: CSV or TSV, plain or gzip, with a header; or IDX images.")
        @FilePath
        String source,

        @Describe("The column to predict.") String target,

        @Describe(
                "The columns to predict from, by name or pattern; default: every column that is used for nothing else.")
        Optional<@Size(min = 1, message = "a network needs something to predict from") List<String>> features,

        @Describe("Columns left out, by name or pattern.") List<String> exclude,

        @Describe("What becomes of rows whose target is missing.")
        MissingTarget missingTarget,

        @Describe("Several columns to predict: numbers, or labels that an item may have together.")
        List<String> targets,

        @Describe("The class of two that counts as positive; default: the second.")
        Optional<String> positiveClass,

        @Describe("A column of how much each item counts in training.")
        Optional<String> itemWeights,

        @Describe("A column that says for each item train, validation or test.")
        Optional<String> splitColumn,

        @Describe("What columns are, where their cells do not tell.")
        Map<String, @Valid ColumnDeclaration> columns,

        @Describe("More rows, rows of the other splits, labels of images.") @Valid
        TableFiles files,

        @Describe("How text files hold the table.") @Valid TableFormat format)
        implements Source {

    /** The column of the labels of images. */
    public static final String LABEL = "label";

    public Table {
        features = features.map(List::copyOf);
        exclude = List.copyOf(exclude);
        targets = List.copyOf(targets);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A table in one file that needs no further words. */
    public Table(String source, String target, Optional<List<String>> features, List<String> exclude) {
        this(
                source,
                target,
                features,
                exclude,
                MissingTarget.ERROR,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                TableFiles.defaults(),
                TableFormat.defaults());
    }

    /** Every column but the target; source and target are required. */
    public static Table defaults() {
        return new Table("", "", Optional.empty(), List.of());
    }

    /**
     * Tells whether a name in a list may stand for several columns: {@code *} for any characters, {@code ?} for one.
     */
    public static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
    }

    /** The columns to predict; none where nothing says so. */
    public List<String> targetNames() {
        if (!targets.isEmpty()) {
            return targets;
        }
        if (!target.isEmpty()) {
            return List.of(target);
        }
        return files.labels().isPresent() ? List.of(LABEL) : List.of();
    }

    /** A copy that predicts this column. */
    public Table target(String column) {
        return new Table(
                source,
                column,
                features,
                exclude,
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                files,
                format);
    }

    /** A copy that predicts these columns. */
    public Table targets(String... names) {
        return new Table(
                source,
                "",
                features,
                exclude,
                missingTarget,
                List.of(names),
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                files,
                format);
    }

    /** A copy that predicts from these columns alone. */
    public Table features(String... names) {
        return new Table(
                source,
                target,
                Optional.of(List.of(names)),
                exclude,
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                files,
                format);
    }

    /** A copy without these columns. */
    public Table exclude(String... names) {
        return new Table(
                source,
                target,
                features,
                List.of(names),
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                files,
                format);
    }

    /** A copy that treats rows whose target is missing like this. */
    public Table missingTarget(MissingTarget treatment) {
        return new Table(
                source,
                target,
                features,
                exclude,
                treatment,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                files,
                format);
    }

    /** A copy in which this class of two counts as positive. */
    public Table positiveClass(String name) {
        return new Table(
                source,
                target,
                features,
                exclude,
                missingTarget,
                targets,
                Optional.of(name),
                itemWeights,
                splitColumn,
                columns,
                files,
                format);
    }

    /** A copy in which this column says how much each item counts in training. */
    public Table itemWeights(String name) {
        return new Table(
                source,
                target,
                features,
                exclude,
                missingTarget,
                targets,
                positiveClass,
                Optional.of(name),
                splitColumn,
                columns,
                files,
                format);
    }

    /** A copy in which this column says which split each item belongs to. */
    public Table splitColumn(String name) {
        return new Table(
                source,
                target,
                features,
                exclude,
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                Optional.of(name),
                columns,
                files,
                format);
    }

    /** A copy with these declarations of columns. */
    public Table columns(Map<String, ColumnDeclaration> declarations) {
        return new Table(
                source,
                target,
                features,
                exclude,
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                declarations,
                files,
                format);
    }

    /** A copy with these files beside the source. */
    public Table files(TableFiles beside) {
        return new Table(
                source,
                target,
                features,
                exclude,
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                beside,
                format);
    }

    /** A copy in this format. */
    public Table format(TableFormat dialect) {
        return new Table(
                source,
                target,
                features,
                exclude,
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                files,
                dialect);
    }

    /** A copy of the table with its files named otherwise. */
    public Table located(UnaryOperator<String> place) {
        return new Table(
                place.apply(source),
                target,
                features,
                exclude,
                missingTarget,
                targets,
                positiveClass,
                itemWeights,
                splitColumn,
                columns,
                files.located(place),
                format);
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
    public Optional<Table> table() {
        return Optional.of(this);
    }

    @Override
    public Scale defaultScale() {
        return Scale.STANDARDIZE;
    }
}
