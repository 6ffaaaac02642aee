package dnn.config.check;

import dnn.api.Training;
import dnn.api.layer.BatchNorm;
import dnn.api.layer.LayerNorm;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProfile;
import dnn.api.training.BatchSize;
import dnn.config.diagnostic.NormalizationDiagnostics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Layers that normalize where they cannot or should not: batches that are too small (A408), a single unit (A409), the
 * output (A410), and a momentum that is counted the other way round (A411).
 */
final class NormalizationCheck implements Check {

    /** Mean and variance of fewer items are mostly chance. */
    private static final int FEW = 8;

    private static final double MOST_MOMENTUM = 0.5;

    /** From here on nobody can mean the share of the new batch. */
    private static final double OTHER_MOMENTUM = 0.9;

    @Override
    public void check(Subject subject) {
        batches(subject);
        for (CheckedNetwork.Layer layer : subject.network().layers()) {
            if (!layer.readable() || !subject.isUsable(layer.path())) {
                continue;
            }
            if (layer.spec() instanceof LayerNorm && layer.input().size() == 1) {
                subject.report(NormalizationDiagnostics.singleUnit(
                        layer.path(), layer.name(), subject.network().inputPath(layer)));
            }
            if (layer.spec() instanceof BatchNorm norm && norm.momentum() > MOST_MOMENTUM && norm.momentum() < 1) {
                momentum(subject, layer, norm.momentum());
            }
        }
        behindOutput(subject);
    }

    /** The first layer that compares the items of a batch with each other, if one does. */
    static Optional<CheckedNetwork.Layer> comparing(Subject subject) {
        return subject.network().layers().stream()
                .filter(layer -> layer.readable() && layer.spec().leastItems() > 1)
                .findFirst();
    }

    private static void batches(Subject subject) {
        Optional<CheckedNetwork.Layer> layer = comparing(subject);
        if (layer.isEmpty() || !subject.isUsable(KeyPaths.TRAINING_BATCH_SIZE)) {
            return;
        }
        Training training = subject.experiment().training();
        String path = layer.get().path();
        String name = layer.get().name();
        int batch = training.batchSize() instanceof BatchSize.Items items ? items.count() : Integer.MAX_VALUE;
        if (batch == 1) {
            subject.report(NormalizationDiagnostics.batchOfOne(KeyPaths.TRAINING_BATCH_SIZE, path, name));
            return;
        }
        Optional<DataProfile.SplitSizes> sizes = subject.profile().flatMap(DataProfile::split);
        if (sizes.isPresent() && leavesOne(sizes.get().train(), batch)) {
            subject.report(NormalizationDiagnostics.lastBatchOfOne(
                    KeyPaths.TRAINING_BATCH_SIZE,
                    path,
                    name,
                    sizes.get().train(),
                    batch,
                    fitting(List.of(sizes.get().train()), batch)));
            return;
        }
        if (sizes.isPresent() && training.crossValidation().isPresent()) {
            int all = sizes.get().train() + sizes.get().validation();
            int folds = Math.max(2, training.crossValidation().get().folds());
            List<Integer> rests = List.of(all - all / folds, all - (all + folds - 1) / folds);
            Optional<Integer> rest =
                    rests.stream().filter(count -> leavesOne(count, batch)).findFirst();
            if (rest.isPresent()) {
                subject.report(NormalizationDiagnostics.lastBatchOfAFold(
                        KeyPaths.TRAINING_BATCH_SIZE, path, name, rest.get(), batch, fitting(rests, batch)));
                return;
            }
        }
        if (batch < FEW) {
            subject.report(NormalizationDiagnostics.smallBatches(KeyPaths.TRAINING_BATCH_SIZE, path, name, batch));
        }
    }

    /** Tells whether the last of the batches of so many items has a single one. */
    private static boolean leavesOne(int items, int batch) {
        return items == 1 || (items > batch && items % batch == 1);
    }

    /** The next greater batch size that leaves more, 0 if none does. */
    private static int fitting(List<Integer> counts, int batch) {
        int most = counts.stream().mapToInt(count -> count).max().orElse(0);
        for (int size = batch; size > 0 && size < most; size++) {
            int candidate = size;
            if (counts.stream().noneMatch(count -> leavesOne(count, candidate))) {
                return size;
            }
        }
        return 0;
    }

    private static void momentum(Subject subject, CheckedNetwork.Layer layer, double momentum) {
        String path = ValuePath.child(layer.path(), "momentum");
        String other = BigDecimal.ONE.subtract(BigDecimal.valueOf(momentum)).toPlainString();
        subject.report(NormalizationDiagnostics.otherMomentum(path, layer.name(), momentum, other)
                .fix(momentum >= OTHER_MOMENTUM ? subject.replace(path, other) : Optional.empty()));
    }

    /** Tells whether a normalization changes what the output's activation has made. */
    private static void behindOutput(Subject subject) {
        List<CheckedNetwork.Layer> weighted = subject.network().weighted();
        if (weighted.isEmpty() || !subject.network().isComplete() || !subject.isUsable(KeyPaths.TRAINING_LOSS)) {
            return;
        }
        CheckedNetwork.Layer output = weighted.get(weighted.size() - 1);
        boolean classes = subject.experiment().training().loss().targetKind() == TargetKind.CLASSES;
        boolean activated = isActivated(output);
        Optional<CheckedNetwork.Layer> found = Optional.empty();
        for (CheckedNetwork.Layer layer : subject.network()
                .layers()
                .subList(output.index() + 1, subject.network().layers().size())) {
            if (layer.spec().normalizes() && subject.isUsable(layer.path())) {
                found = Optional.of(layer);
            } else if (isActivated(layer)) {
                activated = true;
                found = Optional.empty();
            }
        }
        if (found.isPresent() && (activated || !classes)) {
            subject.report(NormalizationDiagnostics.behindOutput(
                    found.get().path(), found.get().name(), classes));
        }
    }

    private static boolean isActivated(CheckedNetwork.Layer layer) {
        return layer.spec()
                .activationApplied()
                .filter(function -> !function.isLinear())
                .isPresent();
    }
}
