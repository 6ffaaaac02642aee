package dnn.config.check;

import dnn.api.Training;
import dnn.api.activation.Activation;
import dnn.api.activation.Identity;
import dnn.api.data.Scale;
import dnn.api.loss.Domain;
import dnn.api.loss.TargetKind;
import dnn.api.metric.BalancedAccuracy;
import dnn.api.metric.F1Macro;
import dnn.api.metric.Metric;
import dnn.api.metric.PrAuc;
import dnn.api.metric.PrecisionMacro;
import dnn.api.metric.RecallMacro;
import dnn.api.path.KeyPaths;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.api.profile.TargetProfile;
import dnn.api.profile.ValueCount;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.TableDiagnostics;
import dnn.config.diagnostic.TargetDiagnostics;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the profile of the column to predict: very unequal classes (D607), a common positive class (D630), numbers far
 * from what a network starts with (D631).
 */
final class TargetCheck implements Check {
    private static final double COMMON_SHARE = 0.98;

    /** A positive class with more of the items than this is hardly what is looked for. */
    private static final double MAJORITY = 2.0 / 3;

    /**
     * Weights drawn for inputs of size 1 give outputs of about that size; a target this many times as large is far
     * away.
     */
    private static final double FAR = 100;

    /** A target that varies less than this is lost in the noise of a step. */
    private static final double TINY = 0.01;

    /** Metrics that a network does not win by always giving the commonest class. */
    private static final Set<Class<? extends Metric>> FAIR_METRICS =
            Set.of(BalancedAccuracy.class, F1Macro.class, PrecisionMacro.class, RecallMacro.class, PrAuc.class);

    @Override
    public void check(Subject subject) {
        if (subject.profile().isEmpty()) {
            return;
        }
        DataProfile profile = subject.profile().get();
        for (TargetProfile target : profile.targets()) {
            classes(subject, target);
            profile.column(target.column()).ifPresent(column -> numbers(subject, column));
        }
    }

    private static String path(Subject subject) {
        return subject.spanOf(KeyPaths.DATA_TARGET).isPresent() ? KeyPaths.DATA_TARGET : KeyPaths.DATA_SOURCE;
    }

    private static void classes(Subject subject, TargetProfile target) {
        List<ValueCount> classes = target.classes();
        long items = classes.stream().mapToLong(ValueCount::count).sum();
        boolean looksAtRareOnes = looksAtRareClasses(subject);
        TextsAlike.first(classes.stream().map(ValueCount::value).toList())
                .ifPresent(pair -> subject.report(
                        TableDiagnostics.alike(path(subject), target.column(), pair.one(), pair.other(), true)));
        if (Counts.areLikely(classes)) {
            subject.report(TargetDiagnostics.countsAsClasses(path(subject), target.column(), classes.size()));
        }
        for (ValueCount each : classes) {
            double share = (double) each.count() / items;
            if (classes.size() > 1 && share >= COMMON_SHARE && !looksAtRareOnes) {
                subject.report(TargetDiagnostics.rareClasses(path(subject), each.value(), share, classes.size() == 2));
            }
        }
        if (classes.size() == 2
                && subject.isUsable(KeyPaths.TRAINING_LOSS)
                && subject.experiment().training().loss().isBinary()
                && subject.experiment()
                        .data()
                        .source()
                        .table()
                        .filter(table -> table.targets().isEmpty()
                                && table.positiveClass().isEmpty())
                        .isPresent()) {
            double share = (double) classes.get(1).count() / items;
            if (share >= MAJORITY) {
                subject.report(TargetDiagnostics.commonPositiveClass(
                        path(subject),
                        classes.get(1).value(),
                        share,
                        classes.get(0).value()));
            }
        }
    }

    /** Tells whether rare classes count in training, and in at least one of the figures that are looked at. */
    private static boolean looksAtRareClasses(Subject subject) {
        Training training = subject.experiment().training();
        return training.classWeights().isPresent()
                && training.metrics().orElse(List.of()).stream()
                        .anyMatch(metric -> FAIR_METRICS.contains(metric.getClass()));
    }

    private static void numbers(Subject subject, ColumnProfile column) {
        if (!subject.isUsable(KeyPaths.TRAINING_LOSS)
                || subject.experiment().training().loss().targetKind() != TargetKind.NUMBERS
                || subject.experiment().training().loss().targetDomain() != Domain.REALS
                || !subject.isUsable(KeyPaths.DATA_PREPROCESSING)
                || subject.experiment().data().preprocessing().target().scale() != Scale.NONE
                || Double.isNaN(column.numbers().standardDeviation())) {
            return;
        }
        boolean far =
                Math.max(Math.abs(column.numbers().mean()), column.numbers().standardDeviation()) >= FAR;
        boolean tiny =
                column.numbers().standardDeviation() > 0 && column.numbers().standardDeviation() <= TINY;
        Activation.Range range = outputActivation(subject).range();
        boolean reached = range.contains(column.numbers().minimum())
                && range.contains(column.numbers().maximum());
        if ((far || tiny) && reached) {
            String scale = range.contains(-FAR) ? "standardize" : "min_max";
            subject.report(TargetDiagnostics.unscaledTarget(
                            path(subject),
                            column.name(),
                            column.numbers().mean(),
                            column.numbers().standardDeviation(),
                            far,
                            scale)
                    .fix(fix(subject, scale)));
        }
    }

    private static Activation outputActivation(Subject subject) {
        List<CheckedNetwork.Layer> weighted = subject.network().weighted();
        return weighted.isEmpty()
                ? new Identity()
                : subject.network()
                        .activationAfter(weighted.get(weighted.size() - 1))
                        .orElse(new Identity());
    }

    /** The edit that scales the target, where its place is certain. */
    private static Optional<Fix> fix(Subject subject, String scale) {
        String entry = "target: {scale: " + scale + "}";
        if (subject.spanOf(KeyPaths.DATA_PREPROCESSING_TARGET_SCALE).isPresent()) {
            return subject.replace(KeyPaths.DATA_PREPROCESSING_TARGET_SCALE, scale);
        } else if (subject.spanOf(KeyPaths.DATA_PREPROCESSING).isEmpty()) {
            return subject.insertBefore(KeyPaths.DATA_TARGET, "preprocessing: {" + entry + "}");
        }
        return List.of("numeric", "categorical", "columns").stream()
                .flatMap(key -> subject.insertBefore(KeyPaths.DATA_PREPROCESSING + "." + key, entry).stream())
                .findFirst();
    }
}
