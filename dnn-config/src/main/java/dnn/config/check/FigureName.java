package dnn.config.check;

import dnn.api.metric.Metric;
import dnn.config.word.Spelling;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figure that is certainly meant by a name which is none: other tools write {@code val_loss} for
 * {@code validation.loss}, and {@code loss} for the one of training.
 */
final class FigureName {
    private static final Map<String, String> SPLITS = Map.of(
            "validation", "validation.",
            "valid", "validation.",
            "val", "validation.",
            "dev", "validation.",
            "eval", "validation.",
            "train", "train.",
            "training", "train.");

    private FigureName() {}

    /** The figure among those there are. */
    static Optional<String> certain(String monitor, List<String> figures) {
        String written = monitor.toLowerCase(Locale.ROOT);
        int end = written.indexOf('_') < 0 ? written.indexOf('.') : written.indexOf('_');
        String split = end < 0 ? "train." : SPLITS.getOrDefault(written.substring(0, end), "");
        String rest = written.substring(end + 1);
        List<String> metrics = new Grammar().union(Metric.class).allNames();
        String figure = rest.equals("loss") || metrics.contains(rest)
                ? rest
                : Vocabulary.ofExperiments()
                        .value(Vocabulary.kind(Metric.class), rest, metrics)
                        .certainWord()
                        .orElse("");
        String whole = split + figure;
        if (figures.contains(whole)) {
            return Optional.of(whole);
        }
        Set<String> slips = Spelling.slips(written, figures);
        return slips.size() == 1 ? slips.stream().findFirst() : Optional.empty();
    }
}
