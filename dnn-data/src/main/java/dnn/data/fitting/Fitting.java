// Longer than 300 lines: a column is fitted in one go, and what is declared for it decides at every step.
package dnn.data.fitting;

import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.Clipping;
import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.Imputation;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Unseen;
import dnn.api.dataset.Scaling;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.data.column.CellReading;
import dnn.data.column.ColumnTypes;
import dnn.data.column.Labels;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.UnseenCells;
import dnn.data.problem.CellProblems;
import dnn.data.table.CellCount;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.CountedColumn;
import dnn.data.table.DataTable;
import dnn.data.table.RowPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits how columns become rows of X, from the training split's rows alone. Missing cells are imputed first, then
 * outliers are clipped; what a scaling takes is found on the training split after that, so that X of the training split
 * has mean 0 and deviation 1, or reaches from 0 to 1.
 */
public final class Fitting {
    private final Preprocessing preprocessing;
    private final ColumnTypes types;
    private final Scale sourceScale;
    private final DataTable table;
    private final int[] training;
    private final List<DataProblem> problems = new ArrayList<>();

    /**
     * A fitting.
     *
     * @param preprocessing as declared
     * @param types what columns are
     * @param sourceScale what scales numbers where nothing is declared
     * @param table the columns' table
     * @param training rows of the training split
     */
    public Fitting(Preprocessing preprocessing, ColumnTypes types, Scale sourceScale, DataTable table, int[] training) {
        this.preprocessing = preprocessing;
        this.types = types;
        this.sourceScale = sourceScale;
        this.table = table;
        this.training = training;
    }

    /** The problems that kept columns from being fitted as declared. */
    public List<DataProblem> problems() {
        return problems;
    }

    /**
     * A column with what is declared about it.
     *
     * @param column the cells
     * @param type what they are
     * @param special what is said of this column alone
     * @param impute what takes the place of missing cells
     * @param named path of what is said of this column alone
     * @param imputePlace path of the value that says how to impute
     * @param cells path that wrong cells are put down to
     */
    private record Declared(
            Column column,
            ColumnType type,
            ColumnPreprocessing special,
            Imputation impute,
            String named,
            String imputePlace,
            String cells) {
        /** Tells whether the column becomes categories: it is one of them, or is to be encoded by its name. */
        boolean isCategorical() {
            return type == ColumnType.CATEGORICAL
                    || type == ColumnType.TEXT
                    || special.encode().isPresent();
        }
    }

    private Declared declared(Column column, String place) {
        ColumnType type = types.of(column);
        ColumnPreprocessing special =
                preprocessing.columns().getOrDefault(column.name(), ColumnPreprocessing.defaults());
        boolean numbers = special.encode().isEmpty() && (type == ColumnType.NUMERIC || type == ColumnType.DATE_TIME);
        String named = ValuePath.child(KeyPaths.DATA_PREPROCESSING_COLUMNS, column.name());
        String ofKind =
                numbers ? KeyPaths.DATA_PREPROCESSING_NUMERIC_IMPUTE : KeyPaths.DATA_PREPROCESSING_CATEGORICAL_IMPUTE;
        Imputation kinds = numbers
                ? preprocessing.numeric().impute()
                : preprocessing.categorical().impute();
        return new Declared(
                column,
                type,
                special,
                special.impute().orElse(kinds),
                named,
                special.impute().isPresent() ? named : ofKind,
                preprocessing.columns().containsKey(column.name()) ? named : place);
    }

    private CellProblems cellsAt(String path) {
        return new CellProblems(path, table.files());
    }

    /**
     * Fits a column.
     *
     * @param place path of the experiment's value that made the column a feature
     */
    public FittedColumn fit(Column column, String place) {
        Declared declared = declared(column, place);
        boolean constant = declared.impute() instanceof Imputation.Constant;
        if (column.items() > 0 && column.missing().count() == column.items() && !constant) {
            problems.add(new DataProblem.AllMissing(declared.cells(), column.name(), column.items()));
            return new FittedColumn.Numeric(column.name(), Scale.NONE, 0, 1, Optional.empty());
        }
        if (declared.impute() instanceof Imputation.None) {
            problems.addAll(cellsAt(declared.cells()).missing(column).found());
        }
        if (declared.type() == ColumnType.TEXT && declared.special().encode().isEmpty()) {
            CodedColumn coded = column.coded();
            problems.add(new DataProblem.TextColumn(
                    declared.cells(),
                    column.name(),
                    coded.texts().size(),
                    coded.items() - coded.missing().count(),
                    coded.texts().get(0)));
        }
        return declared.isCategorical() ? categories(declared) : numbers(declared);
    }

    private FittedColumn numbers(Declared declared) {
        CellReading reading = types.reading(declared.column());
        Column column = reading.read(declared.column());
        CellProblems cells = cellsAt(
                types.isDeclared(column) ? ValuePath.child(KeyPaths.DATA_COLUMNS, column.name()) : declared.cells());
        problems.addAll(
                reading.isPlain()
                        ? cells.notFinite(column).found()
                        : cells.unreadable(column, reading.mistake()).found());
        if (column instanceof CountedColumn) {
            return counted(declared, reading, column);
        }
        double[] present = Arrays.stream(training)
                .mapToDouble(column::number)
                .filter(Double::isFinite)
                .toArray();
        Optional<Double> imputed = imputed(declared, reading, present);
        int missing = (int) IntStream.of(training).filter(column::isMissing).count();
        double[] all = present;
        if (imputed.isPresent()) {
            all = Arrays.copyOf(present, present.length + missing);
            Arrays.fill(all, present.length, all.length, imputed.get());
        }
        Optional<FittedColumn.Bounds> bounds = bounds(declared, reading, present);
        if (bounds.isPresent()) {
            all = Arrays.stream(all).map(bounds.get()::clamp).toArray();
        }
        return new FittedColumn.Numeric(
                column.name(),
                reading,
                Scalings.of(scale(declared), all),
                bounds,
                imputed,
                hasIndicator(declared, imputed, missing > 0),
                imputed.isPresent() ? Optional.empty() : standIn(reading, present));
    }

    /**
     * A column whose numbers were not kept: of what it becomes only the width is known, which is all that a profile
     * asks.
     */
    private FittedColumn counted(Declared declared, CellReading reading, Column column) {
        boolean missing = IntStream.of(training).anyMatch(column::isMissing);
        boolean present = IntStream.of(training).anyMatch(item -> !column.isMissing(item));
        Optional<Double> imputed = imputed(declared, reading, present ? new double[1] : new double[0]);
        return new FittedColumn.Numeric(
                column.name(),
                reading,
                Scaling.NONE,
                Optional.empty(),
                imputed,
                hasIndicator(declared, imputed, missing),
                Optional.empty());
    }

    /**
     * The substitute for missing cells of further tables: the median; of truth values and places in an order the
     * commonest.
     */
    private static Optional<Double> standIn(CellReading reading, double[] present) {
        Imputation rule = reading.isMeasured() ? new Imputation.Median() : new Imputation.MostFrequent();
        return present.length == 0 ? Optional.empty() : Imputers.number(rule, reading, present);
    }

    private Optional<Double> imputed(Declared declared, CellReading reading, double[] present) {
        Optional<Double> imputed = Imputers.number(declared.impute(), reading, present);
        if (imputed.isPresent() && !Double.isFinite(imputed.get())) {
            problems.add(unusable(declared, imputed.get()));
            return Optional.empty();
        }
        return imputed;
    }

    private boolean hasIndicator(Declared declared, Optional<Double> imputed, boolean missing) {
        return imputed.isPresent()
                && declared.special().indicator().orElse(preprocessing.numeric().indicator() && missing);
    }

    /** True and false stay 1 and 0 unless something else is said of the column. */
    private Scale scale(Declared declared) {
        return declared.special()
                .scale()
                .orElse(
                        declared.type() == ColumnType.BOOLEAN
                                ? Scale.NONE
                                : preprocessing.numeric().scale().orElse(sourceScale));
    }

    /**
     * Quantiles of the present numbers; categories in an order and truth values have no outliers unless something is
     * said of the column.
     */
    private Optional<FittedColumn.Bounds> bounds(Declared declared, CellReading reading, double[] present) {
        Optional<Clipping> clip = declared.special()
                .clip()
                .or(() -> reading.isMeasured() ? preprocessing.numeric().clip() : Optional.empty());
        return clip.filter(quantiles -> present.length > 0)
                .map(quantiles -> new FittedColumn.Bounds(
                        Scalings.quantile(present, quantiles.lower()), Scalings.quantile(present, quantiles.upper())));
    }

    /**
     * No number to be had for missing cells: either the constant is none, or the training split has none to learn from.
     */
    private DataProblem unusable(Declared declared, double filler) {
        CellCount missing = declared.column().missing();
        boolean constant = declared.impute() instanceof Imputation.Constant;
        Kind kind = constant ? Double.isNaN(filler) ? Kind.NOT_NUMERIC : Kind.INFINITE : Kind.MISSING;
        String sample =
                declared.impute() instanceof Imputation.Constant written ? written.constant() : missing.sample();
        return new DataProblem.BadCells(
                declared.imputePlace(),
                declared.column().name(),
                kind,
                missing.count(),
                RowPlace.line(missing.firstRow()),
                sample);
    }

    private FittedColumn categories(Declared declared) {
        CodedColumn column = declared.column().coded();
        Imputation impute = declared.impute();
        ColumnPreprocessing special = declared.special();
        boolean scaledByName = special.encode().isEmpty()
                && special.scale().filter(scale -> scale != Scale.NONE).isPresent();
        if (scaledByName) {
            problems.addAll(cellsAt(declared.named()).notFinite(column).found());
        }
        boolean needsNumbers = !impute.fitsCategories();
        if (needsNumbers && !(scaledByName && declared.imputePlace().equals(declared.named()))) {
            problems.addAll(cellsAt(declared.imputePlace()).notFinite(column).found());
        }
        long[] counts = new long[column.texts().size()];
        boolean missing = false;
        for (int item : training) {
            if (column.isMissing(item)) {
                missing = true;
            } else {
                counts[column.code(item)]++;
            }
        }
        List<String> texts = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                texts.add(column.texts().get(code));
            }
        }
        Optional<String> imputed = category(column, texts, counts, declared);
        if (missing) {
            imputed.ifPresent(texts::add);
        }
        CategoricalPreprocessing kinds = preprocessing.categorical();
        Unseen unseen = special.unseen().orElse(kinds.unseen());
        List<String> labels = Labels.sorted(texts);
        FittedColumn.Categorical fitted = new FittedColumn.Categorical(
                column.name(),
                labels,
                imputed,
                unseen,
                unseen == Unseen.MOST_FREQUENT ? commonest(column, texts, counts) : Optional.empty(),
                imputed.isPresent() ? Optional.empty() : commonest(column, texts, counts));
        if (unseen == Unseen.ERROR && training.length > 0) {
            problems.addAll(cellsAt(declared.cells())
                    .add(column, Kind.UNSEEN, UnseenCells.of(fitted, column))
                    .found());
        }
        return fitted;
    }

    private Optional<String> category(CodedColumn column, List<String> texts, long[] counts, Declared declared) {
        if (declared.impute() instanceof Imputation.Constant constant) {
            return Optional.of(constant.constant());
        }
        if (!(declared.impute() instanceof Imputation.MostFrequent)) {
            return Optional.empty();
        }
        Optional<String> commonest = commonest(column, texts, counts);
        if (commonest.isEmpty()) {
            problems.addAll(cellsAt(declared.imputePlace()).missing(column).found());
        }
        return commonest;
    }

    /** The category with most items in the training split, the least of several. */
    private static Optional<String> commonest(CodedColumn column, List<String> texts, long[] counts) {
        List<String> labels = Labels.sorted(texts);
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        int[] places = Labels.indices(labels, column.texts());
        long[] ofLabel = new long[labels.size()];
        for (int code = 0; code < counts.length; code++) {
            if (places[code] != Labels.UNKNOWN) {
                ofLabel[places[code]] += counts[code];
            }
        }
        int commonest = 0;
        for (int label = 1; label < ofLabel.length; label++) {
            commonest = ofLabel[label] > ofLabel[commonest] ? label : commonest;
        }
        return Optional.of(labels.get(commonest));
    }
}
