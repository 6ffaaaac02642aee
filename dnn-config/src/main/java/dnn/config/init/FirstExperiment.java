package dnn.config.init;

import dnn.api.grammar.Names;
import dnn.api.loss.TargetKind;
import dnn.api.profile.CellFormat;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.UserText;
import dnn.config.yaml.ExperimentWriter;
import dnn.config.yaml.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A first experiment for a table: choices that usually work, each with its reason as a comment. */
public final class FirstExperiment {
    /** A numeric target with more different values than this is predicted as a number. */
    private static final int MOST_NUMBERED_CLASSES = 10;

    private final DataProfile profile;
    private final ColumnProfile target;
    private final boolean ofClasses;
    private final SplitChoice split;
    private final ColumnChoice choice;
    private final ClassChoice classes;
    private final Map<String, String> oddTargets;
    private final StringBuilder text = new StringBuilder();

    private FirstExperiment(
            DataProfile profile,
            ColumnProfile target,
            boolean ofClasses,
            SplitChoice split,
            Map<String, String> oddTargets) {
        this.profile = profile;
        this.target = target;
        this.ofClasses = ofClasses;
        this.split = split;
        this.choice = ColumnChoice.of(profile, target.name(), split);
        this.classes = ClassChoice.of(profile);
        this.oddTargets = oddTargets;
    }

    /** The likely kind of a target: classes if it is text, or a few whole numbers that occur again and again. */
    public static TargetKind kindOf(ColumnProfile target, long items) {
        boolean whole =
                target.commonest().stream().noneMatch(value -> value.value().contains("."));
        boolean few = target.distinct() <= MOST_NUMBERED_CLASSES && target.distinct() * 10L <= items && whole;
        return !ColumnChoice.isMeasured(target) || few ? TargetKind.CLASSES : TargetKind.NUMBERS;
    }

    /** Tells whether anything is left to predict from. */
    public static boolean hasFeatures(DataProfile profile, String target, SplitChoice split) {
        return !ColumnChoice.of(profile, target, split).features().isEmpty();
    }

    /**
     * The places of the experiment and its table.
     *
     * @param source the table's path as it is to be written
     * @param remark what a reader should know about the path; may be empty
     * @param schema where the schema is, as seen from the experiment; empty to refer to none
     * @param oddTargets texts of the target that are to count as missing, each with where it stands
     * @param encoding the table's character set, where it is not what the file itself shows
     * @param formats what was chosen where cells can be read in two ways
     */
    public record Place(
            String source,
            String remark,
            String schema,
            Map<String, String> oddTargets,
            Optional<String> encoding,
            FormatChoice formats) {
        /** The choices of formats that an experiment with these columns relies on. */
        public List<Diagnostic> choices(DataProfile profile, String target, SplitChoice split) {
            List<String> used = new ArrayList<>(List.of(target));
            split.time().ifPresent(used::add);
            ColumnChoice.of(profile, target, split).features().forEach(column -> used.add(column.name()));
            return formats.findings(used);
        }
    }

    /** Texts among the numbers of a target that are to count as missing, each with where it stands. */
    public static Map<String, String> oddTexts(DataProfile profile, ColumnProfile target) {
        return ColumnChoice.odd(List.of(target), profile);
    }

    /**
     * The experiment as YAML.
     *
     * @param profile of the table, read with this target as {@code kind}
     * @param target the column to predict
     * @param kind what it is taken for
     * @param split which items are trained on, watched and kept for the end
     * @param place where the experiment and its table lie
     */
    public static String text(
            DataProfile profile, ColumnProfile target, TargetKind kind, SplitChoice split, Place place) {
        FirstExperiment first =
                new FirstExperiment(profile, target, kind == TargetKind.CLASSES, split, place.oddTargets);
        if (!place.schema.isEmpty()) {
            first.line("# yaml-language-server: $schema=" + place.schema);
        }
        first.head(place.source);
        first.data(place);
        first.architecture();
        first.training();
        return first.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** A text as it stands in YAML. */
    static String yaml(String value) {
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
        line("");
    }

    /** The file's name as far as it can be an experiment's. */
    private static String name(String file) {
        String base = file.toLowerCase(Locale.ROOT).replaceAll("\\..*$", "").replaceAll("[^a-z0-9_-]+", "_");
        String name = base.replaceAll("^[^a-z0-9]+|[_-]+$", "");
        return name.isEmpty() ? "table" : name;
    }

    private void data(Place place) {
        line("data:");
        if (!place.remark.isEmpty()) {
            line("  # " + place.remark);
        }
        line("  source: " + yaml(place.source) + "   # " + UserText.count(profile.items(), "row"));
        line("  target: " + yaml(target.name()));
        if (profile.dropped() > 0) {
            line("  missing_target: drop   # " + UserText.count(profile.dropped(), "row") + " without a target");
        }
        if (ofClasses && ColumnChoice.isMeasured(target) && target.distinct() > 2) {
            line("  # " + UserText.count(target.distinct(), "different whole number")
                    + ", taken for classes without an order; if they count or measure something, predict "
                    + "a number instead:");
            line("  # one unit without activation, `loss: mean_squared_error`, `metrics: [mae, r2]`");
        }
        if (ofClasses && classes.areTwo()) {
            line("  positive_class: " + yaml(classes.positive()) + "   # " + classes.whyPositive());
        }
        if (!choice.excluded().isEmpty()) {
            line("  exclude:");
            choice.excluded().forEach((name, why) -> line("    - " + yaml(name) + "   # " + why));
        }
        formats(place.formats);
        Map<String, String> odd = new LinkedHashMap<>(oddTargets);
        ColumnChoice.odd(choice.features(), profile).forEach(odd::putIfAbsent);
        if (!odd.isEmpty() || place.encoding.isPresent()) {
            line("  format:");
        }
        place.encoding.ifPresent(name -> line("    encoding: " + yaml(name)));
        if (!odd.isEmpty()) {
            line("    missing:                  # texts among numbers: correct them, or leave them out as here");
            odd.forEach((text, where) -> line("      - " + yaml(text) + "   # " + UserText.escape(where)));
        }
        split.remarks().forEach(remark -> line("  # " + remark));
        boolean drawn = split.group().isEmpty() && split.time().isEmpty();
        line("  split: " + split.text()
                + (drawn ? "   # by chance" + (ofClasses ? ", each class in equal shares" : "") : ""));
        boolean numbers = choice.hasMissing(true, profile);
        boolean categories = choice.hasMissing(false, profile);
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

    /** Columns that are not written as usual: found in their cells, and said, so that nothing is left to be guessed. */
    private void formats(FormatChoice chosen) {
        List<ColumnProfile> written = new ArrayList<>(choice.features());
        written.add(target);
        split.time().flatMap(profile::column).ifPresent(written::add);
        written.removeIf(column -> column.format().isEmpty());
        if (written.isEmpty()) {
            return;
        }
        line("  columns:                    # how cells are written, as found in them; new data are read alike");
        for (ColumnProfile column : written) {
            CellFormat format = column.format().orElseThrow();
            line("    " + yaml(column.name()) + ": {format: " + Names.of(format) + "}   # "
                    + chosen.remark(column.name()).orElse("such as " + format.example()));
        }
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
                    + UserText.escape(classes.areTwo() ? classes.positive() : "the second class"));
        } else {
            line("    - {type: dense, units: " + target.distinct()
                    + ", activation: softmax}   # one probability a class");
        }
        line("");
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
        if (ofClasses && classes.areUnequal()) {
            line("  class_weights: balanced     # a class is rare: every class counts the same, however many "
                    + "items it has");
        }
        String monitor = ofClasses ? classes.monitor() : "validation.loss";
        line("  early_stopping: {monitor: " + monitor + ", patience: " + (profile.items() < 20_000 ? 20 : 5) + "}");
        line("  metrics: " + (ofClasses ? classes.metrics() : "[mae, r2]")
                + (ofClasses && classes.areUnequal()
                        ? "   # accuracy alone would be high without the rare class"
                        : ""));
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
