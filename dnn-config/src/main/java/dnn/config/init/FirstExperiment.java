package dnn.config.init;

import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.UserText;
import dnn.config.yaml.ExperimentWriter;
import dnn.config.yaml.ValueType;
import java.util.List;
import java.util.Locale;

/** A first experiment for a table: choices that usually work, each with its reason as a comment. */
public final class FirstExperiment {
    /** A numeric target with more different values than this is predicted as a number. */
    private static final int MOST_NUMBERED_CLASSES = 10;

    private static final double COMMON_SHARE = 0.98;

    private final DataProfile profile;
    private final ColumnProfile target;
    private final boolean ofClasses;
    private final ColumnChoice choice;
    private final StringBuilder text = new StringBuilder();

    private FirstExperiment(DataProfile profile, ColumnProfile target, boolean ofClasses) {
        this.profile = profile;
        this.target = target;
        this.ofClasses = ofClasses;
        this.choice = ColumnChoice.of(profile, target.name());
    }

    /** What a target is likely to be: classes if it is text, or a few whole numbers that occur again and again. */
    public static TargetKind kindOf(ColumnProfile target, long items) {
        boolean whole =
                target.commonest().stream().noneMatch(value -> value.value().contains("."));
        boolean few = target.distinct() <= MOST_NUMBERED_CLASSES && target.distinct() * 10L <= items && whole;
        return !ColumnChoice.isMeasured(target) || few ? TargetKind.CLASSES : TargetKind.NUMBERS;
    }

    /** Whether anything is left to predict from. */
    public static boolean hasFeatures(DataProfile profile, String target) {
        return !ColumnChoice.of(profile, target).features().isEmpty();
    }

    /**
     * The experiment as YAML.
     *
     * @param profile of the table, read with this target as {@code kind}
     * @param target the column to predict
     * @param kind what it is taken for
     * @param source the table's path as it is to be written
     * @param schema where the schema is, as seen from the experiment; empty to refer to none
     */
    public static String text(
            DataProfile profile, ColumnProfile target, TargetKind kind, String source, String schema) {
        FirstExperiment first = new FirstExperiment(profile, target, kind == TargetKind.CLASSES);
        if (!schema.isEmpty()) {
            first.line("# yaml-language-server: $schema=" + schema);
        }
        first.head(source);
        first.data(source);
        first.architecture();
        first.training();
        return first.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String yaml(String value) {
        return ExperimentWriter.writeValue(new ValueType.Text(), value);
    }

    private void head(String source) {
        String what = ofClasses ? target.distinct() + " classes" : "a number";
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        line("# A first experiment for " + UserText.escape(file) + ": " + UserText.escape(target.name()) + ", " + what
                + ", from " + UserText.count(choice.features().size(), "column") + ".");
        line("# Check it with `dnn check`, train it with `dnn train`; every key is explained in docs/reference.md.");
        line("name: " + name(file));
        line("seed: 42                      # everything random derives from it");
        if (isUnequal()) {
            line("checks: {D607: ignore}        # nearly all items are of one class: look at f1, not at accuracy");
        }
        line("");
    }

    private boolean isUnequal() {
        return ofClasses
                && profile.target().stream()
                        .flatMap(found -> found.classes().stream())
                        .anyMatch(each -> each.count() >= COMMON_SHARE * profile.items());
    }

    /** The file's name as far as it can be an experiment's. */
    private static String name(String file) {
        String base = file.toLowerCase(Locale.ROOT).replaceAll("\\..*$", "").replaceAll("[^a-z0-9_-]+", "_");
        String name = base.replaceAll("^[^a-z0-9]+|[_-]+$", "");
        return name.isEmpty() ? "table" : name;
    }

    private void data(String source) {
        line("data:");
        line("  source: " + yaml(source) + "   # relative to this file; " + UserText.count(profile.items(), "row"));
        line("  target: " + yaml(target.name()));
        if (!choice.excluded().isEmpty()) {
            line("  exclude:");
            choice.excluded().forEach((name, why) -> line("    - " + yaml(name) + "   # " + why));
        }
        line("  split: {train: 0.7, validation: 0.15, test: 0.15}");
        boolean numbers = choice.hasMissing(true);
        boolean categories = choice.hasMissing(false);
        line("  preprocessing:              # fitted on the training split alone");
        line("    numeric: {scale: standardize" + (numbers ? ", impute: median" : "") + "}");
        if (choice.features().stream().anyMatch(column -> !ColumnChoice.isMeasured(column))) {
            line("    categorical: {encode: one_hot" + (categories ? ", impute: most_frequent" : "") + "}");
        }
        if (!ofClasses) {
            line("    target: {scale: standardize}   # predictions and metrics stay in its own unit");
        }
        line("");
    }

    private List<Integer> hidden() {
        return profile.items() < 300 ? List.of(16) : profile.items() < 20_000 ? List.of(32, 16) : List.of(64, 32);
    }

    private void architecture() {
        line("architecture:                 # n_0 = " + choice.inputs() + " numbers an item, after encoding");
        line("  layers:");
        hidden().forEach(units -> line("    - {type: dense, units: " + units + ", activation: relu}"));
        if (!ofClasses) {
            line("    - {type: dense, units: 1}   # no activation: the target is any number");
        } else if (target.distinct() == 2) {
            line("    - {type: dense, units: 1, activation: sigmoid}   # the probability of "
                    + UserText.escape(positiveClass()));
        } else {
            line("    - {type: dense, units: " + target.distinct()
                    + ", activation: softmax}   # one probability a class");
        }
        line("");
    }

    private String positiveClass() {
        return profile.target()
                .filter(found -> found.classes().size() == 2)
                .map(found -> found.classes().get(1).value())
                .orElse("the second class");
    }

    private void training() {
        line("training:");
        line("  loss: "
                + (!ofClasses
                        ? "mean_squared_error"
                        : target.distinct() == 2 ? "binary_cross_entropy" : "categorical_cross_entropy"));
        line("  optimizer: {type: adam, learning_rate: 0.003}");
        line("  epochs: " + (profile.items() < 20_000 ? 200 : 40));
        line("  batch_size: " + batchSize());
        line("  early_stopping: {monitor: validation.loss, patience: " + (profile.items() < 20_000 ? 20 : 5) + "}");
        line("  metrics: " + (ofClasses ? "[accuracy, f1]" : "[mae, r2]"));
    }

    /** A power of two that leaves no last batch of one item, or everything at once. */
    private String batchSize() {
        int train = profile.split().map(DataProfile.SplitSizes::train).orElse(0);
        List<Integer> sizes = (train < 20_000 ? List.of(32, 16, 8) : List.of(256, 128, 64));
        return sizes.stream()
                .filter(size -> size * 4 <= train && train % size != 1)
                .map(String::valueOf)
                .findFirst()
                .orElse("full");
    }
}
