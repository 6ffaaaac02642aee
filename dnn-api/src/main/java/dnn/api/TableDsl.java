package dnn.api;

import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.ColumnDeclaration;
import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.Imputation;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.TableFiles;
import dnn.api.data.TableFormat;
import dnn.api.profile.CellFormat;
import dnn.api.profile.ColumnType;
import dnn.api.training.ClassWeights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of the experiment grammar about tables, for {@code import static dnn.api.TableDsl.*} beside {@link Dsl}.
 *
 * <pre>{@code
 * Experiment experiment = Experiment.named("visits")
 *         .data(table("visits.csv", "outcome")
 *                 .columns(Map.of("size", ordinal("S", "M", "L")))
 *                 .files(files().test("later.csv")))
 *         .split(split(0.8, 0.2, 0).group("patient"))
 *         .preprocessing(preprocessing().numeric(numeric().impute(median())))
 *         .architecture(dense(8, relu()), dense(1, sigmoid()))
 *         .loss(binaryCrossEntropy())
 *         .classWeights(balanced())
 *         .build();
 * }</pre>
 */
public final class TableDsl {
    private TableDsl() {}

    /** Files beside the source, none yet. */
    public static TableFiles files() {
        return TableFiles.defaults();
    }

    /** The format that files show by themselves. */
    public static TableFormat format() {
        return TableFormat.defaults();
    }

    /** A column whose cells are of this type. */
    public static ColumnDeclaration ofType(ColumnType type) {
        return new ColumnDeclaration(Optional.of(type), List.of());
    }

    /** A column whose cells are in this order, the least first. */
    public static ColumnDeclaration ordinal(String... order) {
        return new ColumnDeclaration(Optional.of(ColumnType.ORDINAL), List.of(order));
    }

    /** A column whose cells are written in this way. */
    public static ColumnDeclaration ofFormat(CellFormat format) {
        return new ColumnDeclaration(Optional.empty(), List.of(), Optional.of(format));
    }

    /** Shares of the items, together 1. */
    public static Split split(double train, double validation, double test) {
        return new Split(train, validation, test);
    }

    /** The preprocessing of columns about which nothing is said. */
    public static Preprocessing preprocessing() {
        return Preprocessing.defaults();
    }

    /** The preprocessing of numeric columns about which nothing is said. */
    public static NumericPreprocessing numeric() {
        return NumericPreprocessing.defaults();
    }

    /** The preprocessing of categorical columns about which nothing is said. */
    public static CategoricalPreprocessing categorical() {
        return CategoricalPreprocessing.defaults();
    }

    /** A column that does not differ from its kind yet. */
    public static ColumnPreprocessing column() {
        return ColumnPreprocessing.defaults();
    }

    /** A missing cell is an error. */
    public static Imputation.None none() {
        return new Imputation.None();
    }

    /** The mean of the present cells takes the place of a missing one. */
    public static Imputation.Mean mean() {
        return new Imputation.Mean();
    }

    /** The median of the present cells takes the place of a missing one. */
    public static Imputation.Median median() {
        return new Imputation.Median();
    }

    /** The commonest of the present cells takes the place of a missing one. */
    public static Imputation.MostFrequent mostFrequent() {
        return new Imputation.MostFrequent();
    }

    /** This value takes the place of a missing cell. */
    public static Imputation.Constant value(String constant) {
        return new Imputation.Constant(constant);
    }

    /** Every class counts the same, however many items it has. */
    public static ClassWeights.Balanced balanced() {
        return new ClassWeights.Balanced();
    }

    /** A weight for each class named, 1 for the others. */
    public static ClassWeights.Given weights(Map<String, Double> byClass) {
        return new ClassWeights.Given(byClass);
    }
}
