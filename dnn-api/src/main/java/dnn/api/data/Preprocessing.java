package dnn.api.data;

import dnn.api.grammar.Describe;
import jakarta.validation.Valid;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The preprocessing by which columns become the numbers of X; everything fitted is fitted on the training split alone.
 *
 * @param numeric for numeric columns
 * @param categorical for categorical columns
 * @param columns for single columns, by name
 * @param target for numeric targets
 */
@Describe("How columns become numbers; fitted on the training split alone.")
public record Preprocessing(
        @Describe("For numeric columns.") @Valid NumericPreprocessing numeric,
        @Describe("For categorical columns.") @Valid CategoricalPreprocessing categorical,
        @Describe("For single columns, by name.") Map<String, @Valid ColumnPreprocessing> columns,
        @Describe("For numeric targets.") @Valid TargetPreprocessing target) {

    public Preprocessing {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Targets are left as they are. */
    public Preprocessing(
            NumericPreprocessing numeric,
            CategoricalPreprocessing categorical,
            Map<String, ColumnPreprocessing> columns) {
        this(numeric, categorical, columns, TargetPreprocessing.defaults());
    }

    /** The defaults of each kind, no exceptions. */
    public static Preprocessing defaults() {
        return new Preprocessing(NumericPreprocessing.defaults(), CategoricalPreprocessing.defaults(), Map.of());
    }

    /** A copy with this preprocessing of numeric columns. */
    public Preprocessing numeric(NumericPreprocessing newNumeric) {
        return new Preprocessing(newNumeric, categorical, columns, target);
    }

    /** A copy with this scaling of numeric targets. */
    public Preprocessing targetScale(Scale scale) {
        return new Preprocessing(numeric, categorical, columns, new TargetPreprocessing(scale));
    }

    /** A copy with this preprocessing of categorical columns. */
    public Preprocessing categorical(CategoricalPreprocessing newCategorical) {
        return new Preprocessing(numeric, newCategorical, columns, target);
    }

    /** A copy in which this column differs from its kind. */
    public Preprocessing column(String name, ColumnPreprocessing own) {
        Map<String, ColumnPreprocessing> all = new LinkedHashMap<>(columns);
        all.put(name, own);
        return new Preprocessing(numeric, categorical, all, target);
    }
}
