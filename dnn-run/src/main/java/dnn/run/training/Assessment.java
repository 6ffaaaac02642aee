package dnn.run.training;

import dnn.api.Experiment;
import dnn.api.Training;
import dnn.api.data.Scale;
import dnn.api.dataset.Dataset;
import dnn.api.grammar.Names;
import dnn.api.loss.TargetKind;
import dnn.api.metric.Accuracy;
import dnn.api.metric.LogLoss;
import dnn.api.metric.Metric;
import dnn.api.metric.RootMeanSquaredError;
import dnn.data.PreparedData;
import dnn.data.encoding.FittedTarget;
import dnn.engine.evaluation.Judgement;
import dnn.engine.evaluation.Judgement.Judged;
import dnn.engine.metric.ClassReport;
import dnn.engine.network.Network;
import dnn.engine.probe.Probe;
import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingResult;
import dnn.run.divergence.LikelyCause;
import dnn.run.verdict.Course;
import dnn.run.verdict.Verdict;
import dnn.run.verdict.Worth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a verdict on a finished training is made from. */
final class Assessment {
    /** Mean or deviation of a target beyond this is far from what a network starts with. */
    private static final double FAR = 100;

    private static final double HALF = 0.5;

    private final Experiment experiment;
    private final PreparedData data;
    private final TrainingResult trained;
    private final double[] baseline;

    Assessment(Experiment experiment, PreparedData data, TrainingResult trained, double[] baseline) {
        this.experiment = experiment;
        this.data = data;
        this.trained = trained;
        this.baseline = baseline;
    }

    /** The figures of the test split beside those of saying the same for every item. */
    Map<String, Judged> judged() {
        return judged(data.test());
    }

    private Map<String, Judged> judged(Dataset items) {
        return Judgement.of(
                experiment.training(),
                trained.network().outputsOf(items.features()),
                items,
                baseline,
                experiment.seedInForce());
    }

    /** The verdict, by the test split or, without one, by the validation split. */
    List<String> verdict(Map<String, Judged> test) {
        boolean tested = data.test().items() > 0;
        Dataset items = tested ? data.test() : data.validation();
        Map<String, Judged> judged = tested ? test : judged(items);
        return Verdict.of(new Verdict.Seen(
                trained.divergedStep().map(step -> LikelyCause.of(experiment, data, step)),
                new Course(losses("train.loss"), losses("validation.loss")),
                trained.epochOfWeights(),
                worth(tested ? "test" : "validation", judged),
                unpredicted(items),
                Probe.deadUnits(experiment, trained.network(), data.train()),
                settings()));
    }

    private List<Double> losses(String figure) {
        return trained.epochs().stream()
                .map(EpochReport::figures)
                .filter(figures -> figures.containsKey(figure))
                .map(figures -> figures.getOrDefault(figure, Double.NaN))
                .toList();
    }

    /** The first of the experiment's metrics, and for classes that count the same how well the probabilities fit. */
    private List<Worth> worth(String split, Map<String, Judged> judged) {
        Training training = experiment.training();
        List<Metric> shown = new ArrayList<>();
        shown.add(training.metricsFor(data.train().targets().rows()).stream()
                .filter(metric -> metric.targetKind() == training.loss().targetKind())
                .findFirst()
                .orElse(isOfClasses() ? new Accuracy() : new RootMeanSquaredError()));
        if (isOfClasses() && training.classWeights().isEmpty()) {
            shown.add(new LogLoss());
        }
        List<Worth> worth = new ArrayList<>();
        for (Metric metric : shown) {
            String name = Names.of(metric.getClass());
            Optional.ofNullable(judged.get(name))
                    .ifPresent(figure -> worth.add(new Worth(
                            split,
                            name,
                            metric.higherIsBetter(),
                            figure.value(),
                            figure.low(),
                            figure.high(),
                            figure.baseline())));
        }
        return worth;
    }

    private boolean isOfClasses() {
        return experiment.training().loss().targetKind() == TargetKind.CLASSES;
    }

    private List<Verdict.Unpredicted> unpredicted(Dataset items) {
        List<Verdict.Unpredicted> unpredicted = new ArrayList<>();
        if (items.items() > 0 && data.preprocessor().target() instanceof FittedTarget.Classes classes) {
            Network network = trained.network();
            ClassReport report = ClassReport.of(network.outputsOf(items.features()), items.targets());
            for (int label = 0; label < classes.labels().size(); label++) {
                int predicted = label;
                long count = report.confusion().stream()
                        .mapToLong(row -> row.get(predicted))
                        .sum();
                long present = report.classes().get(label).items();
                if (count == 0 && present > 0) {
                    unpredicted.add(new Verdict.Unpredicted(classes.labels().get(label), present));
                }
            }
        }
        return unpredicted;
    }

    private Verdict.Settings settings() {
        Training training = experiment.training();
        return new Verdict.Settings(
                training.optimizer().learningRate(),
                training.epochs(),
                training.earlyStopping().isPresent(),
                training.regularization().l1() > 0 || training.regularization().l2() > 0,
                training.classWeights().isPresent() || !areUnequal(),
                isFar());
    }

    /** Tells whether a class of the training split has less than half of an equal share. */
    private boolean areUnequal() {
        double[] shares = baseline.length == 1 ? new double[] {baseline[0], 1 - baseline[0]} : baseline;
        return isOfClasses() && Arrays.stream(shares).anyMatch(share -> share * shares.length < HALF);
    }

    /** Tells whether the target is numbers far from 0 that the network learns as they are. */
    private boolean isFar() {
        if (isOfClasses() || experiment.data().preprocessing().target().scale() != Scale.NONE) {
            return false;
        }
        double squares = 0;
        double[] targets = data.train().targets().values();
        for (double target : targets) {
            squares += target * target / targets.length;
        }
        return Math.sqrt(squares) >= FAR;
    }
}
