package dnn.config.check;

import dnn.api.Training;
import dnn.api.grammar.Names;
import dnn.api.metric.Metric;
import dnn.api.optimizer.Optimizer;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.api.profile.TargetProfile;
import dnn.api.training.BatchSize;
import dnn.api.training.EarlyStopping;
import dnn.config.diagnostic.TableDiagnostics;
import dnn.config.diagnostic.TrainingDiagnostics;
import dnn.config.yaml.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Training that cannot work as declared: learning rate (T501), batches (T504, T505), their order (T507), early stopping
 * (T506), warmup (T512).
 */
final class TrainingCheck implements Check {

    /** The beginnings of figures' names that early stopping may watch. */
    private static final List<String> WATCHED = List.of("train.", "validation.");

    @Override
    public void check(Subject subject) {
        Training training = subject.experiment().training();
        if (subject.isUsable(KeyPaths.TRAINING_OPTIMIZER)) {
            learningRate(subject, training.optimizer());
        }
        if (training.warmup() >= training.epochs()
                && subject.isUsable(KeyPaths.TRAINING_WARMUP)
                && subject.isUsable(KeyPaths.TRAINING_EPOCHS)) {
            subject.report(TrainingDiagnostics.longWarmup(
                    KeyPaths.TRAINING_WARMUP, training.warmup(), KeyPaths.TRAINING_EPOCHS, training.epochs()));
        }
        Optional<DataProfile.SplitSizes> sizes = subject.profile().flatMap(DataProfile::split);
        if (sizes.isPresent() && subject.isUsable(KeyPaths.TRAINING_BATCH_SIZE)) {
            batches(subject, training.batchSize(), sizes.get().train());
        }
        sorted(subject, training);
        if (sizes.isPresent()
                && training.crossValidation().isPresent()
                && subject.isUsable(KeyPaths.TRAINING_CROSS_VALIDATION)
                && subject.profile().stream()
                        .flatMap(profile -> profile.problems().stream())
                        .noneMatch(DataProblem.TooManyFolds.class::isInstance)) {
            int items = sizes.get().train() + sizes.get().validation();
            int folds = training.crossValidation().get().folds();
            if (folds > items) {
                subject.report(TableDiagnostics.tooManyFolds(KeyPaths.TRAINING_CROSS_VALIDATION_FOLDS, folds, items));
            }
        }
        if (training.earlyStopping().isPresent() && subject.isUsable(KeyPaths.TRAINING_EARLY_STOPPING)) {
            earlyStopping(subject, training, training.earlyStopping().get());
        }
    }

    private static void learningRate(Subject subject, Optimizer optimizer) {
        Optimizer.UsualRange usual = optimizer.usualLearningRates();
        if (optimizer.learningRate() < usual.low() || optimizer.learningRate() > usual.high()) {
            subject.report(TrainingDiagnostics.unusualRate(
                    KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE,
                    Names.of(optimizer.getClass()),
                    optimizer.learningRate(),
                    usual.low(),
                    usual.high()));
        }
    }

    private static void batches(Subject subject, BatchSize batchSize, int items) {
        if (items > 0 && batchSize instanceof BatchSize.Items batch) {
            boolean written = subject.spanOf(KeyPaths.TRAINING_BATCH_SIZE).isPresent();
            if (batch.count() > items && !(batchSize.equals(Training.defaults().batchSize()) && !written)) {
                subject.report(TrainingDiagnostics.batchTooLarge(KeyPaths.TRAINING_BATCH_SIZE, batch.count(), items));
            } else if (batch.count() > 1
                    && items > batch.count()
                    && items % batch.count() == 1
                    && NormalizationCheck.comparing(subject).isEmpty()) {
                subject.report(TrainingDiagnostics.lastBatchOfOne(KeyPaths.TRAINING_BATCH_SIZE, batch.count(), items));
            }
        }
    }

    /** Matters only where an epoch has several steps. */
    private static void sorted(Subject subject, Training training) {
        Optional<TargetProfile> target = subject.profile().flatMap(DataProfile::target);
        Optional<DataProfile.SplitSizes> sizes = subject.profile().flatMap(DataProfile::split);
        String shuffle = KeyPaths.TRAINING_SHUFFLE;
        if (target.isPresent()
                && target.get().sorted()
                && sizes.isPresent()
                && !training.shuffle()
                && subject.isUsable(shuffle)
                && subject.isUsable(KeyPaths.TRAINING_BATCH_SIZE)
                && training.batchSize().of(sizes.get().train()) < sizes.get().train()) {
            subject.report(TrainingDiagnostics.sortedAndUnshuffled(
                    shuffle,
                    KeyPaths.DATA_SOURCE,
                    target.get().column(),
                    target.get().classes().size()));
        }
    }

    /** By the profile where there is one: files and columns may say which items are watched. */
    private static boolean hasNoValidation(Subject subject) {
        return subject.profile()
                .flatMap(DataProfile::split)
                .map(sizes -> sizes.validation() == 0)
                .orElse(subject.experiment().data().split().validation() == 0);
    }

    private static void earlyStopping(Subject subject, Training training, EarlyStopping stopping) {
        if (!subject.isUsable(KeyPaths.TRAINING_METRICS)) {
            return;
        }
        List<String> figures = new ArrayList<>();
        for (String split : WATCHED) {
            figures.add(split + "loss");
            for (Metric metric : training.metricsFor(outputs(subject))) {
                figures.add(split + Names.of(metric.getClass()));
            }
        }
        String monitor = KeyPaths.TRAINING_EARLY_STOPPING_MONITOR;
        if (!figures.contains(stopping.monitor())) {
            unknownMonitor(subject, monitor, stopping.monitor(), figures);
            return;
        }
        if (stopping.monitor().startsWith("validation.")
                && subject.isUsable(KeyPaths.DATA_SPLIT)
                && hasNoValidation(subject)) {
            subject.report(TrainingDiagnostics.noValidation(monitor, stopping.monitor(), KeyPaths.DATA_SPLIT));
        } else if (subject.isUsable(KeyPaths.TRAINING_EPOCHS) && stopping.patience() >= training.epochs()) {
            subject.report(TrainingDiagnostics.patienceTooLong(
                    KeyPaths.TRAINING_EARLY_STOPPING_PATIENCE,
                    stopping.patience(),
                    KeyPaths.TRAINING_EPOCHS,
                    training.epochs()));
        }
    }

    /** n_L where it is known, else 1. */
    private static int outputs(Subject subject) {
        List<CheckedNetwork.Layer> weighted = subject.network().weighted();
        return weighted.isEmpty() || !weighted.get(weighted.size() - 1).output().isKnown()
                ? 1
                : weighted.get(weighted.size() - 1).output().size();
    }

    /** A metric that exists and is not listed, or nothing that exists. */
    private static void unknownMonitor(Subject subject, String path, String monitor, List<String> figures) {
        Optional<String> metric = new Grammar()
                .union(Metric.class).names().stream()
                        .filter(name -> WATCHED.stream().anyMatch(split -> monitor.equals(split + name)))
                        .findFirst();
        Optional<String> certain = FigureName.certain(monitor, figures);
        subject.report(
                metric.isPresent()
                        ? TrainingDiagnostics.monitorNotComputed(path, monitor, metric.get(), KeyPaths.TRAINING_METRICS)
                        : TrainingDiagnostics.unknownMonitor(path, monitor, figures, certain)
                                .fix(certain.flatMap(figure -> subject.replace(path, figure))));
    }
}
