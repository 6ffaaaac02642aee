package dnn.config.check;

import dnn.api.Training;
import dnn.api.activation.Activation;
import dnn.api.activation.Relu;
import dnn.api.activation.Sigmoid;
import dnn.api.activation.Softmax;
import dnn.api.grammar.Names;
import dnn.api.loss.Domain;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.metric.Metric;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.DataProblem;
import dnn.api.profile.TargetProfile;
import dnn.api.profile.ValueCount;
import dnn.config.diagnostic.OutputDiagnostics;
import dnn.config.diagnostic.ShapeDiagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks whether outputs, loss, target and metrics go together: S107, O301–O306, O308, O309, O311, O313. */
final class OutputCheck implements Check {

    @Override
    public void check(Subject subject) {
        Training training = subject.experiment().training();
        if (!subject.isUsable(KeyPaths.TRAINING_LOSS)) {
            return;
        }
        metrics(subject, training);
        if (training.classWeights().isPresent()
                && training.loss().targetKind() == TargetKind.NUMBERS
                && subject.isUsable(KeyPaths.TRAINING_CLASS_WEIGHTS)) {
            subject.report(OutputDiagnostics.classWeightsForNumbers(
                    KeyPaths.TRAINING_CLASS_WEIGHTS, Names.of(training.loss().getClass()), KeyPaths.TRAINING_LOSS));
        }
        List<CheckedNetwork.Layer> weighted = subject.network().weighted();
        if (weighted.isEmpty() || !subject.network().isComplete()) {
            classes(subject, training.loss());
            return;
        }
        CheckedNetwork.Layer last = weighted.get(weighted.size() - 1);
        Optional<Activation> activation = subject.network().activationAfter(last);
        boolean reported = activation.isPresent() && activation(subject, training.loss(), last, activation.get());
        if (!classes(subject, training.loss()) && !reported && last.readable()) {
            outputs(subject, training.loss(), last);
        }
    }

    private static void metrics(Subject subject, Training training) {
        List<Metric> metrics = training.metrics().orElse(List.of());
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            String path = ValuePath.element(KeyPaths.TRAINING_METRICS, i);
            if (subject.isUsable(path) && metric.targetKind() != training.loss().targetKind()) {
                subject.report(OutputDiagnostics.otherTask(
                        path,
                        Names.of(metric.getClass()),
                        metric.targetKind() == TargetKind.CLASSES,
                        Names.of(training.loss().getClass())));
            }
        }
    }

    /** Tells whether probabilities are computed from what is bounded already. */
    private static boolean squashedTwice(Subject subject, CheckedNetwork.Layer last) {
        List<Applied> applied = applied(subject, last);
        if (applied.size() < 2) {
            return false;
        }
        Applied first = applied.get(applied.size() - 2);
        Applied second = applied.get(applied.size() - 1);
        boolean probabilities = second.activation.range().equals(Activation.Range.PROBABILITIES);
        boolean bounded = first.activation.range().equals(Activation.Range.PROBABILITIES);
        boolean half = first.activation instanceof Relu && second.activation instanceof Sigmoid;
        if (probabilities && (bounded || half)) {
            subject.report(OutputDiagnostics.squashedTwice(
                    second.path,
                    Names.of(second.activation.getClass()),
                    first.path,
                    Names.of(first.activation.getClass())));
        }
        return probabilities && (bounded || half);
    }

    /**
     * Tells whether the output activation is wrong for the loss, so that the number of outputs is not yet worth a word.
     */
    private static boolean activation(Subject subject, Loss loss, CheckedNetwork.Layer last, Activation activation) {
        String path = activationPath(subject, last);
        String name = Names.of(activation.getClass());
        String lossName = Names.of(loss.getClass());
        boolean coupled = activation instanceof Softmax;
        if (coupled && last.output().size() == 1) {
            subject.report(OutputDiagnostics.softmaxOfOne(path, last.sizePath()));
            return true;
        }
        if (squashedTwice(subject, last)) {
            return true;
        }
        if (loss.accepts(activation)) {
            targets(subject, loss, path, activation);
            return false;
        }
        Activation.Range range = activation.range();
        if (!loss.outputDomain().containsAllOf(activation)) {
            subject.report(OutputDiagnostics.outputsOutside(
                            path, name, range, KeyPaths.TRAINING_LOSS, lossName, loss.outputDomain())
                    .fix(subject.replace(path, "softplus")
                            .or(() -> subject.insertBefore(last.sizePath(), "activation: softplus"))));
            return false;
        } else if (!loss.isBinary()) {
            subject.report(OutputDiagnostics.notADistribution(path, name, KeyPaths.TRAINING_LOSS, lossName));
            return false;
        } else if (coupled) {
            subject.report(OutputDiagnostics.coupledOutputs(path, name, KeyPaths.TRAINING_LOSS, lossName));
            return true;
        }
        subject.report(OutputDiagnostics.notAProbability(
                path, name, range.low(), range.high(), KeyPaths.TRAINING_LOSS, lossName));
        return false;
    }

    /** Losses for numbers: what the output can reach, and whether the numbers are classes in truth. */
    private static void targets(Subject subject, Loss loss, String path, Activation activation) {
        if (loss.targetKind() != TargetKind.NUMBERS) {
            return;
        }
        Activation.Range range = activation.range();
        boolean bounded = range.equals(Activation.Range.PROBABILITIES);
        String name = Names.of(activation.getClass());
        if (bounded && subject.declaredClasses().isPresent()) {
            subject.report(OutputDiagnostics.squaredErrorForClasses(
                    KeyPaths.TRAINING_LOSS, Names.of(loss.getClass()), path, name));
            return;
        }
        // Targets that the loss is not defined on are a finding of their own.
        subject.profile()
                .flatMap(profile -> profile.target())
                .filter(target -> loss.targetDomain().contains(target.minimum()))
                .filter(target -> !(range.contains(target.minimum()) && range.contains(target.maximum())))
                .filter(target -> !Double.isNaN(target.minimum()))
                .ifPresent(target -> subject.report(OutputDiagnostics.outOfReach(
                        path,
                        name,
                        range,
                        target.minimum(),
                        target.maximum(),
                        targetPath(subject),
                        loss.outputDomain() == Domain.REALS ? "identity" : "softplus")));
    }

    /** A function and where it is declared. */
    private record Applied(Activation activation, String path) {}

    /** The functions that the last layer with weights and those behind it apply, the identity only on the first. */
    private static List<Applied> applied(Subject subject, CheckedNetwork.Layer last) {
        List<Applied> applied = new ArrayList<>();
        for (CheckedNetwork.Layer layer : subject.network()
                .layers()
                .subList(last.index(), subject.network().layers().size())) {
            layer.spec()
                    .activationApplied()
                    .filter(activation -> layer.index() == last.index() || !activation.isLinear())
                    .ifPresent(activation ->
                            applied.add(new Applied(activation, ValuePath.child(layer.path(), "activation"))));
        }
        return applied;
    }

    /** The place where the function that gives the outputs is declared. */
    private static String activationPath(Subject subject, CheckedNetwork.Layer last) {
        List<Applied> applied = applied(subject, last);
        return applied.isEmpty() ? last.path() : applied.get(applied.size() - 1).path;
    }

    private static String targetPath(Subject subject) {
        return subject.spanOf(KeyPaths.DATA_TARGET).isPresent() ? KeyPaths.DATA_TARGET : KeyPaths.DATA_SOURCE;
    }

    private record Classes(int count, List<String> names) {}

    private static Optional<Classes> classesOf(Subject subject) {
        List<ValueCount> profiled = subject.profile()
                .flatMap(profile -> profile.target())
                .map(TargetProfile::classes)
                .orElse(List.of());
        if (!profiled.isEmpty()) {
            return Optional.of(new Classes(
                    profiled.size(), profiled.stream().map(ValueCount::value).toList()));
        }
        OptionalInt declared = subject.declaredClasses();
        return declared.isPresent() ? Optional.of(new Classes(declared.getAsInt(), List.of())) : Optional.empty();
    }

    /** Tells whether a loss for two classes meets another count. */
    private static boolean classes(Subject subject, Loss loss) {
        Optional<Classes> classes = classesOf(subject);
        if (!loss.isBinary() || classes.isEmpty() || classes.get().count() == 2) {
            return false;
        }
        subject.report(OutputDiagnostics.notTwoClasses(
                KeyPaths.TRAINING_LOSS,
                Names.of(loss.getClass()),
                classes.get().names(),
                classes.get().count(),
                targetPath(subject)));
        return true;
    }

    /** Each of several columns to predict needs outputs of its own. */
    private static int severalTargets(Subject subject) {
        return subject.isUsable(KeyPaths.DATA)
                ? subject.experiment()
                        .data()
                        .source()
                        .table()
                        .map(table -> Math.max(1, table.targets().size()))
                        .orElse(1)
                : 1;
    }

    private static void outputs(Subject subject, Loss loss, CheckedNetwork.Layer last) {
        boolean forClasses = loss.targetKind() == TargetKind.CLASSES;
        if (!forClasses && isText(subject)) {
            return; // how many outputs it needs is open until it has numbers or a loss for classes
        }
        Optional<Classes> classes = forClasses ? classesOf(subject) : Optional.of(new Classes(0, List.of()));
        if (classes.isEmpty() && loss.isBinary()) {
            classes = Optional.of(new Classes(2, List.of()));
        }
        int outputs = last.output().size();
        boolean forOneLabel = !forClasses || loss.isBinary() || severalTargets(subject) == 1;
        if (classes.isPresent() && outputs >= 0 && forOneLabel) {
            int needed = loss.outputsFor(classes.get().count()) * severalTargets(subject);
            if (outputs != needed) {
                subject.report(ShapeDiagnostics.outputs(
                        last.sizePath(),
                        outputs,
                        needed,
                        Names.of(loss.getClass()),
                        classes.get().names(),
                        classes.get().count(),
                        areMeasured(classes.get().names())));
            }
        }
    }

    /** Tells whether cells of the target are known to be no numbers. */
    private static boolean isText(Subject subject) {
        return subject.profile().stream()
                .flatMap(profile -> profile.problems().stream())
                .anyMatch(problem -> problem instanceof DataProblem.BadCells cells
                        && cells.kind() == DataProblem.BadCells.Kind.NOT_NUMERIC
                        && cells.path().startsWith(KeyPaths.DATA_TARGET));
    }

    /** Tells whether labels are numbers, some of them with decimals: no one numbers classes so. */
    private static boolean areMeasured(List<String> labels) {
        return !labels.isEmpty()
                && labels.stream().allMatch(label -> label.matches("[-+]?[0-9]+([.][0-9]+)?"))
                && labels.stream().anyMatch(label -> label.matches(".*[.][0-9]*[1-9][0-9]*"));
    }
}
