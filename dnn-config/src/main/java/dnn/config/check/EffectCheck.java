package dnn.config.check;

import dnn.api.EngineSettings;
import dnn.api.Initialization;
import dnn.api.Training;
import dnn.api.activation.Activation;
import dnn.api.grammar.Names;
import dnn.api.initializer.Initializer;
import dnn.api.layer.ActivationLayer;
import dnn.api.layer.Dropout;
import dnn.api.optimizer.Sgd;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.schedule.Constant;
import dnn.api.schedule.CosineRestarts;
import dnn.api.schedule.Exponential;
import dnn.api.schedule.Schedule;
import dnn.api.schedule.Step;
import dnn.api.shape.TensorSpec;
import dnn.api.training.BatchSize;
import dnn.api.training.CheckpointInterval;
import dnn.api.training.Checkpoints;
import dnn.config.diagnostic.EffectDiagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of network and training that another value makes idle (Y009). */
final class EffectCheck implements Check {

    @Override
    public void check(Subject subject) {
        Training training = subject.experiment().training();
        if (training.optimizer() instanceof Sgd sgd
                && sgd.nesterov()
                && sgd.momentum() == 0
                && subject.isUsable(KeyPaths.TRAINING_OPTIMIZER)) {
            subject.report(EffectDiagnostics.nesterovWithoutMomentum(
                    KeyPaths.TRAINING_OPTIMIZER_NESTEROV, KeyPaths.TRAINING_OPTIMIZER_MOMENTUM));
        }
        if (subject.isUsable(KeyPaths.TRAINING_SCHEDULE)) {
            schedule(subject, training, training.schedule());
        }
        if (training.checkpoints() instanceof Checkpoints.Regular saved
                && saved.every() instanceof CheckpointInterval.Epochs every
                && every.count() >= training.epochs()
                && subject.isUsable(KeyPaths.TRAINING_CHECKPOINTS)
                && subject.isUsable(KeyPaths.TRAINING_EPOCHS)) {
            subject.report(EffectDiagnostics.lateCheckpoint(
                    KeyPaths.TRAINING_CHECKPOINTS_EVERY, every.count(), KeyPaths.TRAINING_EPOCHS, training.epochs()));
        }
        if (training.batchSize() instanceof BatchSize.Full
                && !training.shuffle()
                && subject.isUsable(KeyPaths.TRAINING_BATCH_SIZE)
                && subject.isUsable(KeyPaths.TRAINING_SHUFFLE)) {
            subject.report(EffectDiagnostics.orderOfAll(KeyPaths.TRAINING_SHUFFLE, KeyPaths.TRAINING_BATCH_SIZE));
        }
        if (subject.isUsable(KeyPaths.TRAINING_METRICS)) {
            RepeatedNames.check(
                    subject,
                    KeyPaths.TRAINING_METRICS,
                    training.metrics().orElse(List.of()).stream()
                            .map(metric -> Names.of(metric.getClass()))
                            .toList());
        }
        layers(subject);
        initialization(subject);
        engine(subject, subject.experiment().engine());
    }

    private static void schedule(Subject subject, Training training, Schedule schedule) {
        boolean epochsKnown = subject.isUsable(KeyPaths.TRAINING_EPOCHS);
        double rate = training.optimizer().learningRate();
        if (schedule instanceof Constant) {
            return;
        } else if (epochsKnown && training.epochs() == 1) {
            subject.report(EffectDiagnostics.oneEpoch(KeyPaths.TRAINING_SCHEDULE, KeyPaths.TRAINING_EPOCHS));
        } else if (schedule instanceof Step step && epochsKnown && step.every() >= training.epochs()) {
            subject.report(EffectDiagnostics.lateStep(
                    KeyPaths.TRAINING_SCHEDULE_EVERY, step.every(), KeyPaths.TRAINING_EPOCHS, training.epochs()));
        } else if (schedule instanceof CosineRestarts waves && epochsKnown && waves.every() >= training.epochs()) {
            subject.report(EffectDiagnostics.noRestart(
                    KeyPaths.TRAINING_SCHEDULE_EVERY, waves.every(), KeyPaths.TRAINING_EPOCHS, training.epochs()));
        } else if (schedule instanceof Step step && step.factor() == 1) {
            subject.report(EffectDiagnostics.factorOne(KeyPaths.TRAINING_SCHEDULE_FACTOR));
        } else if (schedule instanceof Exponential exponential && exponential.factor() == 1) {
            subject.report(EffectDiagnostics.factorOne(KeyPaths.TRAINING_SCHEDULE_FACTOR));
        } else if (subject.isUsable(KeyPaths.TRAINING_OPTIMIZER) && schedule.minimum() == rate) {
            subject.report(EffectDiagnostics.flatSchedule(
                    KeyPaths.TRAINING_SCHEDULE_MINIMUM, rate, KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE));
        }
    }

    private static void layers(Subject subject) {
        for (CheckedNetwork.Layer layer : subject.network().layers()) {
            if (!subject.isUsable(layer.path())) {
                continue;
            }
            if (layer.spec() instanceof Dropout dropout && dropout.rate() == 0) {
                subject.report(EffectDiagnostics.dropoutOfNothing(layer.path(), layer.name()));
            }
            Optional<Activation> applied = layer.spec().activationApplied();
            if (layer.spec() instanceof ActivationLayer
                    && applied.isPresent()
                    && applied.get().isLinear()) {
                subject.report(EffectDiagnostics.identityLayer(
                        layer.path(), layer.name(), Names.of(applied.get().getClass())));
            }
        }
    }

    private static void initialization(Subject subject) {
        if (!subject.isUsable(KeyPaths.INITIALIZATION) || !subject.network().isComplete()) {
            return;
        }
        Initialization initialization = subject.experiment().initialization();
        initialization.layers().forEach((name, start) -> {
            if (start.weights().isEmpty() && start.biases().isEmpty()) {
                subject.report(
                        EffectDiagnostics.emptyStart(ValuePath.child(KeyPaths.INITIALIZATION_LAYERS, name), name));
            }
        });
        List<Optional<Initializer>> weights = new ArrayList<>();
        List<Optional<Initializer>> biases = new ArrayList<>();
        for (CheckedNetwork.Layer layer : subject.network().weighted()) {
            Optional<Initialization.OfLayer> own =
                    Optional.ofNullable(initialization.layers().get(layer.name()));
            weights.add(own.flatMap(Initialization.OfLayer::weights));
            biases.add(own.flatMap(Initialization.OfLayer::biases));
        }
        if (initialization.weights().isPresent()) {
            replaced(subject, TensorSpec.WEIGHTS, initialization.weights().get(), weights);
        }
        if (!initialization.biases().equals(Initialization.defaults().biases())) {
            replaced(subject, TensorSpec.BIASES, initialization.biases(), biases);
        }
    }

    /**
     * A layer that repeats the common start does not contradict it; an experiment with every default written out is
     * full of them.
     */
    private static void replaced(Subject subject, String role, Initializer common, List<Optional<Initializer>> own) {
        if (!own.isEmpty()
                && own.stream()
                        .allMatch(start -> start.isPresent() && !start.get().equals(common))) {
            subject.report(EffectDiagnostics.replacedStart(
                    ValuePath.child(KeyPaths.INITIALIZATION, role), role, KeyPaths.INITIALIZATION_LAYERS));
        }
    }

    private static void engine(Subject subject, EngineSettings engine) {
        if (engine.backend().equals(new EngineSettings.Backend.CommonsMath())
                && engine.threads() instanceof EngineSettings.Threads.Count threads
                && threads.count() > 1
                && subject.isUsable(KeyPaths.ENGINE)) {
            subject.report(EffectDiagnostics.idleThreads(
                    KeyPaths.ENGINE_THREADS, threads.count(), engine.backend().id(), KeyPaths.ENGINE_BACKEND));
        }
    }
}
