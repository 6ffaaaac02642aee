package dnn.data;

import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.Imputation;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.data.table.CellCount;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits how columns become rows of X, from the training split's rows alone. Missing cells are imputed first; mean, deviation, minimum and maximum are those of
 * the training split after that, so that X of the training split has mean 0 and deviation 1, or reaches from 0 to 1.
 */
final class Fitting {
    private final Preprocessing preprocessing;
    private final Scale defaultScale;
    private final int[] training;
    private final List<DataProblem> problems = new ArrayList<>();

    /**
     * A fitting.
     *
     * @param preprocessing as declared
     * @param sourceScale what scales numbers where nothing is declared
     * @param training rows of the training split
     */
    Fitting(Preprocessing preprocessing, Scale sourceScale, int[] training) {
        this.preprocessing = preprocessing;
        this.defaultScale = preprocessing.numeric().scale().orElse(sourceScale);
        this.training = training;
    }

    /** What kept columns from being fitted as declared. */
    List<DataProblem> problems() {
        return problems;
    }

    /** Whether a column is treated as categories: its cells are text, or it is to be encoded by its name. */
    static boolean isCategorical(Preprocessing preprocessing, Column column) {
        return column.type() == ColumnType.CATEGORICAL
                || of(preprocessing, column).encode().isPresent();
    }

    private static ColumnPreprocessing of(Preprocessing preprocessing, Column column) {
        ColumnPreprocessing special = preprocessing.columns().get(column.name());
        return special != null ? special : ColumnPreprocessing.defaults();
    }

    /**
     * Fits a column.
     *
     * @param place path of the experiment's value that made the column a feature
     */
    FittedColumn fit(Column column, String place) {
        ColumnPreprocessing special = of(preprocessing, column);
        boolean categorical = isCategorical(preprocessing, column);
        Imputation ofKind = categorical
                ? preprocessing.categorical().impute()
                : preprocessing.numeric().impute();
        Imputation impute = special.impute().orElse(ofKind);
        String named = "data.preprocessing.columns." + column.name();
        String imputePlace = special.impute().isPresent()
                ? named
                : "data.preprocessing." + (categorical ? "categorical" : "numeric") + ".impute";
        String cells = preprocessing.columns().containsKey(column.name()) ? named : place;
        if (impute instanceof Imputation.None) {
            problems.addAll(new CellProblems(cells).missing(column).found());
        }
        return categorical
                ? categories(column.coded(), special, impute, named, imputePlace)
                : numbers(column, special.scale().orElse(defaultScale), impute, cells, imputePlace);
    }

    private FittedColumn numbers(Column column, Scale scale, Imputation impute, String cells, String imputePlace) {
        problems.addAll(new CellProblems(cells).notFinite(column).found());
        double[] present = Arrays.stream(training)
                .mapToDouble(column::number)
                .filter(Double::isFinite)
                .toArray();
        Optional<Double> imputed = Imputers.number(impute, present);
        if (imputed.isPresent() && !Double.isFinite(imputed.get())) {
            problems.add(unusable(column, impute, imputed.get(), imputePlace));
            imputed = Optional.empty();
        }
        double[] all = present;
        if (imputed.isPresent()) {
            double filler = imputed.get();
            int missing = (int) IntStream.of(training).filter(column::isMissing).count();
            all = Arrays.copyOf(present, present.length + missing);
            Arrays.fill(all, present.length, all.length, filler);
        }
        return scaled(column.name(), scale, all, imputed);
    }

    /** No number to be had for missing cells: either the constant is none, or the training split has none to learn from. */
    private static DataProblem unusable(Column column, Imputation impute, double filler, String path) {
        CellCount missing = column.missing();
        if (impute instanceof Imputation.Constant constant) {
            Kind kind = Double.isNaN(filler) ? Kind.NOT_NUMERIC : Kind.INFINITE;
            return new DataProblem.BadCells(
                    path, column.name(), kind, missing.count(), missing.firstRow(), constant.constant());
        }
        return new DataProblem.BadCells(
                path, column.name(), Kind.MISSING, missing.count(), missing.firstRow(), missing.sample());
    }

    private static FittedColumn scaled(String name, Scale scale, double[] values, Optional<Double> imputed) {
        if (values.length == 0) {
            return new FittedColumn.Numeric(name, scale, 0, 1, imputed);
        }
        Moments moments = Moments.of(values);
        double range = moments.maximum() - moments.minimum();
        return switch (scale) {
            case NONE -> new FittedColumn.Numeric(name, scale, 0, 1, imputed);
            case MIN_MAX ->
                new FittedColumn.Numeric(name, scale, moments.minimum(), moments.constant() ? 1 : range, imputed);
            case STANDARDIZE ->
                new FittedColumn.Numeric(
                        name, scale, moments.mean(), moments.constant() ? 1 : moments.deviation(), imputed);
        };
    }

    private FittedColumn categories(
            CodedColumn column, ColumnPreprocessing special, Imputation impute, String named, String imputePlace) {
        boolean scaledByName = special.encode().isEmpty()
                && special.scale().filter(scale -> scale != Scale.NONE).isPresent();
        if (scaledByName) {
            problems.addAll(new CellProblems(named).notFinite(column).found());
        }
        boolean needsNumbers = !impute.fitsCategories();
        if (needsNumbers && !(scaledByName && imputePlace.equals(named))) {
            problems.addAll(new CellProblems(imputePlace).notFinite(column).found());
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
        Optional<String> imputed = category(column, texts, counts, impute, imputePlace);
        if (missing) {
            imputed.ifPresent(texts::add);
        }
        return new FittedColumn.Categorical(column.name(), Labels.sorted(texts), imputed);
    }

    private Optional<String> category(
            CodedColumn column, List<String> texts, long[] counts, Imputation impute, String imputePlace) {
        if (impute instanceof Imputation.Constant constant) {
            return Optional.of(constant.constant());
        }
        if (!(impute instanceof Imputation.MostFrequent)) {
            return Optional.empty();
        }
        List<String> labels = Labels.sorted(texts);
        if (labels.isEmpty()) {
            problems.addAll(new CellProblems(imputePlace).missing(column).found());
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
