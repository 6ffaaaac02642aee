package dnn.run.divergence;

import dnn.api.Experiment;
import dnn.api.data.Scale;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.config.diagnostic.UserText;
import dnn.data.ItemPlaces;
import dnn.data.PreparedData;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.Preprocessor;
import dnn.engine.training.DivergedStep;
import dnn.engine.training.NotFinite;
import dnn.run.divergence.StepFile.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The likely cause of a divergence, and what mends it: a cell of the data, a scaling that is missing, or the learning
 * rate. Immutable and thread-safe.
 *
 * @param words the cause
 * @param byHand what mends it where no edit of the experiment does; empty for nothing
 * @param edits {@code path=value}, the most promising first
 */
public record LikelyCause(String words, String byHand, List<String> edits) {
    /** Beyond this, numbers that enter or leave a network are far from what its initial weights are made for. */
    private static final double FAR = 100;

    /** A scaled column reaches so far in one cell alone that is like no other. */
    private static final double FAR_WHEN_SCALED = 20;

    /** A cell so many times as far from 0 as its column usually is stands alone. */
    private static final double ALONE = 1000;

    private static final String SCALED_FEATURES = KeyPaths.DATA_PREPROCESSING_NUMERIC + "={scale: standardize}";
    private static final String SCALED_TARGET = KeyPaths.DATA_PREPROCESSING_TARGET + "={scale: standardize}";
    private static final String BY_HAND = "correct that cell, or leave its row out";
    private static final String MORE_PRECISION = KeyPaths.ENGINE_PRECISION + "=float64";

    public LikelyCause {
        edits = List.copyOf(edits);
    }

    /**
     * The number of a split that is farthest from 0.
     *
     * @param value it
     * @param row feature or target
     * @param item of the split
     * @param usual the median of how far from 0 the others of its row are
     */
    private record Farthest(double value, int row, int item, double usual) {
        static Farthest of(Matrix matrix) {
            int at = 0;
            for (int i = 0; i < matrix.values().length; i++) {
                double value = Math.abs(matrix.values()[i]);
                if (Double.isNaN(value)) {
                    at = i;
                    break;
                }
                at = value > Math.abs(matrix.values()[at]) ? i : at;
            }
            int row = at % matrix.rows();
            double[] distances = new double[matrix.columns()];
            for (int i = 0; i < distances.length; i++) {
                distances[i] = Math.abs(matrix.get(row, i));
            }
            Arrays.sort(distances);
            return new Farthest(matrix.values()[at], row, at / matrix.rows(), distances[(distances.length - 1) / 2]);
        }

        boolean isAlone() {
            return Math.abs(value) > FAR && usual > 0 && Math.abs(value) > ALONE * usual;
        }
    }

    /**
     * Finds it. What a cell did to the weights shows in later steps, too: it is looked for in the whole split.
     *
     * @param data what was trained on
     */
    public static LikelyCause of(Experiment experiment, PreparedData data, DivergedStep step) {
        Preprocessor preprocessor = data.preprocessor();
        Dataset split = step.inTraining() ? data.train() : data.validation();
        IntFunction<ItemPlaces.Place> placeOf =
                step.inTraining() ? data.places()::ofTraining : data.places()::ofValidation;
        IntFunction<String> places = item -> Item.of(placeOf.apply(item)).inWords();
        Farthest feature = Farthest.of(split.features());
        Farthest target = Farthest.of(split.targets());
        String name = UserText.quote(preprocessor.inputNames().get(feature.row));
        boolean scaled = isScaled(preprocessor, feature.row);
        if (step.first().quantity() == NotFinite.Quantity.FEATURES) {
            return new LikelyCause(
                    "a cell of the data: " + name + " in " + places.apply(feature.item) + " is "
                            + UserText.figure(feature.value) + ", beyond the numbers of this precision",
                    "",
                    List.of(MORE_PRECISION));
        }
        if (feature.isAlone() || (scaled && Math.abs(feature.value) > FAR_WHEN_SCALED)) {
            return new LikelyCause(
                    "a cell of the data: " + name + " in " + places.apply(feature.item) + " reaches the network as "
                            + UserText.figure(feature.value) + ", where the column usually has "
                            + UserText.figure(feature.usual),
                    BY_HAND,
                    rate(step));
        }
        if (!scaled && Math.abs(feature.value) > FAR) {
            return new LikelyCause(
                    "a missing scaling: " + name + " reaches the network as it stands, up to "
                            + UserText.figure(feature.value),
                    "",
                    both(SCALED_FEATURES, step));
        }
        boolean isNumbers = experiment.training().loss().targetKind() == TargetKind.NUMBERS;
        if (isNumbers && target.isAlone()) {
            return new LikelyCause(
                    "a cell of the data: the target in " + places.apply(target.item) + " is "
                            + UserText.figure(target.value) + ", where the column usually has "
                            + UserText.figure(target.usual),
                    BY_HAND,
                    rate(step));
        }
        if (isNumbers && Math.abs(target.value) > FAR) {
            return new LikelyCause(
                    "a missing scaling: the target reaches the loss as it stands, up to "
                            + UserText.figure(target.value),
                    "",
                    both(SCALED_TARGET, step));
        }
        return new LikelyCause(
                "the learning rate: with " + UserText.number(step.learningRate())
                        + " each update overshoots farther than the one before",
                "",
                rate(step));
    }

    /** The cause, and what mends it by hand. */
    String inWords() {
        return byHand.isEmpty() ? words : words + "; " + byHand;
    }

    /** The remedy to try first, and why. */
    public String advice() {
        return (byHand.isEmpty() ? "`" + edits.get(0) + "`" : byHand) + "; likely cause: " + words;
    }

    private static List<String> both(String edit, DivergedStep step) {
        return List.of(edit, rate(step).get(0));
    }

    private static List<String> rate(DivergedStep step) {
        return List.of(KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE + "=" + UserText.number(step.learningRate() / 10));
    }

    private static boolean isScaled(Preprocessor preprocessor, int row) {
        int before = 0;
        for (FittedColumn column : preprocessor.columns()) {
            if (row < before + column.width()) {
                return column.accept(new FittedColumn.Visitor<Optional<Scale>>() {
                            @Override
                            public Optional<Scale> numeric(FittedColumn.Numeric numeric) {
                                return Optional.of(numeric.scaling().scale());
                            }

                            @Override
                            public Optional<Scale> categorical(FittedColumn.Categorical categorical) {
                                return Optional.empty();
                            }
                        })
                        .filter(scale -> scale != Scale.NONE)
                        .isPresent();
            }
            before += column.width();
        }
        return false;
    }
}
