package dnn.engine.training;

import dnn.api.Experiment;
import dnn.api.Training;
import dnn.api.dataset.Dataset;
import dnn.api.random.RandomStreams;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Kernels;
import dnn.engine.evaluation.Evaluator;
import dnn.engine.evaluation.GatheredFigures;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import dnn.engine.schedule.LearningRate;
import dnn.engine.schedule.Schedules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One run of the training loop: epochs of steps, the figures of each, and how the run ends. */
final class TrainingRun {
    /** Steps after which the host looks whether numbers are still finite; the update itself is refused at once. */
    private static final int STEPS_BETWEEN_CHECKS = 16;

    private static final double NANOSECONDS = 1e-9;
    private static final String FIRST_STEP = "first_step";

    private final Training training;
    private final Network network;
    private final Backend backend;
    private final TrainingListener listener;
    private final LongSupplier nanoTime;
    private final RandomStreams streams;
    private final LearningRate schedule;
    private final Items items;
    private final Items validationItems;
    private final int batchSize;
    private final int stepsPerEpoch;
    private final boolean shuffle;
    private final StepLoop loop;
    private final GatheredFigures figures;
    private final Evaluator evaluator;
    private final GatheredFigures validationFigures;
    private final Optional<Patience> patience;
    private final Supplier<TrainingState> state = this::state;
    private final Experiment experiment;
    private final Dataset train;
    private final DivergenceSearch search;

    private final List<EpochReport> reports = new ArrayList<>();
    private double firstStepDifference;
    private int epoch = 1;
    private int step;
    private double secondsBefore;
    private long start;
    private Optional<String> divergence = Optional.empty();
    private Optional<DivergedStep> diverged = Optional.empty();
    private boolean backToInitial;

    TrainingRun(
            Experiment experiment,
            Network network,
            Dataset train,
            Dataset validation,
            TrainingListener listener,
            LongSupplier nanoTime) {
        this.training = experiment.training();
        this.network = network;
        this.backend = network.backend();
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.streams = new RandomStreams(experiment.seedInForce());
        this.schedule = Schedules.of(training);
        this.batchSize = training.batchSize().of(train.items());
        this.stepsPerEpoch = (train.items() + batchSize - 1) / batchSize;
        this.shuffle = StepItems.shuffles(experiment, train.items());
        this.items = new Items(backend, train).inBatches(batchSize, shuffle);
        this.validationItems = new Items(backend, validation);
        Kernels kernels = backend.kernels();
        this.loop = new StepLoop(experiment, network, kernels, batchSize);
        this.figures = new GatheredFigures(training, network, batchSize);
        this.evaluator = new Evaluator(network, kernels, validation.items());
        this.validationFigures = evaluator.figures(experiment);
        this.patience = training.earlyStopping()
                .map(rule ->
                        new Patience(rule, training.metricsFor(train.targets().rows()), network));
        this.experiment = experiment;
        this.train = train;
        this.search = new DivergenceSearch(experiment, network, train, validation);
    }

    /** Begins at the first epoch: compares the backend's first step with the reference's. */
    void begin() {
        FirstStep firstStep = FirstStep.compare(experiment, network, train);
        firstStepDifference = firstStep.difference();
        firstStep.warning().ifPresent(listener::warned);
    }

    /** Goes on from where a run of the same experiment and items was. */
    void restore(TrainingState from) {
        if (from.epoch() < 1 || from.step() < 0 || from.step() > stepsPerEpoch) {
            throw new IllegalArgumentException("the state is of epoch " + from.epoch() + ", step " + from.step()
                    + ", an epoch of this training has " + stepsPerEpoch + " steps");
        }
        epoch = from.epoch();
        step = from.step();
        secondsBefore = from.seconds();
        reports.addAll(from.reports());
        firstStepDifference = from.numbers(FIRST_STEP, 1)[0];
        loop.restore(from);
        figures.restore(from::numbers);
        patience.ifPresent(waiting -> waiting.restore(from));
    }

    /** Everything that this run remembers between two steps. */
    private TrainingState state() {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        loop.save(numbers);
        figures.save(numbers);
        patience.ifPresent(waiting -> waiting.save(numbers));
        numbers.put(FIRST_STEP, new double[] {firstStepDifference});
        return new TrainingState(epoch, step, loop.stepsDone(), step == 0 ? 0 : seconds(), reports, numbers);
    }

    private double seconds() {
        return secondsBefore + (nanoTime.getAsLong() - start) * NANOSECONDS;
    }

    TrainingResult run(BooleanSupplier stop) {
        listener.started(new TrainingPlan(training.epochs(), stepsPerEpoch, network.parameterCount(), items.count()));
        Status status = hasWaitedEnough() ? Status.STOPPED_EARLY : Status.COMPLETED;
        while (epoch <= training.epochs() && status == Status.COMPLETED) {
            status = epoch(stop);
        }
        if (status == Status.COMPLETED || status == Status.STOPPED_EARLY) {
            listener.ended(state);
        }
        int epochOfWeights = backToInitial ? 0 : reports.size();
        if (status != Status.DIVERGED && patience.isPresent() && patience.get().restoreBest()) {
            epochOfWeights = patience.get().restore();
        }
        return new TrainingResult(status, network, reports, epochOfWeights, divergence, diverged, firstStepDifference);
    }

    /** Tells whether early stopping had ended training where it would go on. */
    private boolean hasWaitedEnough() {
        return patience.isPresent()
                && step == 0
                && epoch <= training.epochs()
                && !reports.isEmpty()
                && patience.get().isExhaustedAfter(reports.get(reports.size() - 1));
    }

    /**
     * Trains what is left of an epoch and reports it; how the run ends with it, or {@code COMPLETED} if it may go on.
     */
    private Status epoch(BooleanSupplier stop) {
        double learningRate = schedule.at(training.optimizer().learningRate(), epoch - 1, training.epochs());
        start = nanoTime.getAsLong();
        if (shuffle) {
            items.shuffle(streams.stream(StepItems.stream(epoch)));
        }
        if (step == 0) {
            backend.clear(loop.workspace().sums());
            figures.clear();
        }
        long stepsBefore = loop.stepsDone() - step;
        boolean stopped = false;
        while (step < stepsPerEpoch && !stopped) {
            stopped = stop.getAsBoolean();
            if (!stopped) {
                step++;
                step(learningRate);
            }
            boolean look = stopped || step % STEPS_BETWEEN_CHECKS == 0 || step == stepsPerEpoch;
            if (look && hasDiverged(stopped ? step + 1 : step, learningRate, stepsBefore)) {
                return Status.DIVERGED;
            }
            if (!stopped) {
                listener.between(state);
            }
        }
        if (stopped) {
            listener.stopped(state);
            return Status.INTERRUPTED;
        }
        double seconds = seconds();
        EpochReport report = new EpochReport(epoch, epochFigures(), learningRate, seconds);
        Optional<String> notFinite = validationLossNotFinite(report);
        if (notFinite.isPresent()) {
            divergence = notFinite;
            diverged = Optional.of(search.validation(epoch, step, loop.stepsDone(), learningRate));
            keepLastGood();
            return Status.DIVERGED;
        }
        reports.add(report);
        listener.epochEnded(report);
        boolean exhausted = patience.isPresent() && patience.get().isExhaustedBy(report);
        boolean last = epoch == training.epochs();
        epoch++;
        step = 0;
        secondsBefore = 0;
        listener.between(state);
        return exhausted && !last ? Status.STOPPED_EARLY : Status.COMPLETED;
    }

    private void step(double learningRate) {
        int from = (step - 1) * batchSize;
        int count = Math.min(batchSize, items.count() - from);
        loop.step(
                items.features(from, count),
                items.targets(from, count),
                items.weights(from, count),
                count,
                learningRate,
                step);
        figures.add(backend, loop.workspace().lastOutput(), items, from, count);
        listener.stepped(epoch, step);
    }

    /**
     * Tells whether a loss, a gradient or, after the last of the steps looked at, a parameter is not finite; finds out
     * where first.
     */
    private boolean hasDiverged(int mark, double learningRate, long stepsBefore) {
        int before = (int) loop.firstNotFinite();
        loop.checkParameters(mark);
        int marked = (int) loop.firstNotFinite();
        if (marked == 0) {
            return false;
        }
        loop.restoreRemembered();
        DivergedStep found = find(before, marked, learningRate, stepsBefore);
        diverged = Optional.of(found);
        divergence = Optional.of(found.first().phrase() + " no longer finite in epoch " + epoch + ", step "
                + found.step() + " (learning rate " + learningRate + "); that update is not in the weights");
        if (found.first().inItems()) {
            loop.restoreRemembered();
        } else {
            keepLastGood();
        }
        return true;
    }

    private DivergedStep find(int before, int marked, double learningRate, long stepsBefore) {
        List<ParameterTensor> last = network.parameters();
        if (DivergenceSearch.isFinite(last)) {
            return search.step(epoch, marked, stepsBefore + marked - 1, learningRate, last);
        }
        // What the update of a step left shows in the next one, or where the host looked.
        int updated = Math.max(1, before > 0 ? marked - 1 : step);
        loop.restoreLastGood();
        return search.update(epoch, updated, stepsBefore + updated - 1, learningRate, network.parameters(), last);
    }

    /** The last good parameters; the initial ones where it took several updates until a number was missed. */
    private void keepLastGood() {
        loop.restoreLastGood();
        if (!DivergenceSearch.isFinite(network.parameters())) {
            network.setParameters(
                    Network.initialized(experiment, train.features().rows(), backend)
                            .parameters());
            backToInitial = true;
        }
    }

    private Optional<String> validationLossNotFinite(EpochReport report) {
        Double loss = report.figures().get("validation.loss");
        return loss == null || Double.isFinite(loss)
                ? Optional.empty()
                : Optional.of("the validation loss is no longer finite after epoch " + report.epoch()
                        + " (learning rate " + report.learningRate() + "); its last update is not in the weights");
    }

    private Map<String, Double> epochFigures() {
        Map<String, Double> train = figures.values(backend.read(loop.workspace().sums(), 0) / items.count());
        Map<String, Double> validation =
                validationItems.count() == 0 ? Map.of() : evaluator.evaluate(validationItems, validationFigures);
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("train.loss", train.get("loss"));
        if (!validation.isEmpty()) {
            all.put("validation.loss", validation.get("loss"));
        }
        train.forEach((name, value) -> all.putIfAbsent("train." + name, value));
        validation.forEach((name, value) -> all.putIfAbsent("validation." + name, value));
        return all;
    }
}
