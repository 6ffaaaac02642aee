// Longer than 300 lines: one training from its data to its result; its values are handed on from step to step.
package dnn.run.training;

import dnn.api.Data;
import dnn.api.Experiment;
import dnn.api.data.Source;
import dnn.api.data.Table;
import dnn.api.dataset.Dataset;
import dnn.api.plan.Plan;
import dnn.api.profile.ProbeReport;
import dnn.api.shape.Shape;
import dnn.data.DataLoader;
import dnn.data.DataReading;
import dnn.data.PreparedData;
import dnn.data.encoding.Preprocessor;
import dnn.engine.backend.BackendChoice;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Precision;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.evaluation.Judgement;
import dnn.engine.evaluation.Judgement.Judged;
import dnn.engine.network.Network;
import dnn.engine.probe.Probe;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import dnn.engine.training.TrainingState;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.Machine;
import dnn.run.directory.Safetensors;
import dnn.run.text.ReadableNumbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One experiment's way from its data to a trained network and its result. The experiment has been checked: its data has
 * no problems. For one thread at a time; several of them may train side by side.
 */
public final class ExperimentRun {
    private static final int BYTES_PER_EPOCH = 500;
    private static final int BYTES_OF_PICTURES = 1_000_000;
    private static final double NANOSECONDS = 1e9;

    private final Experiment experiment;
    private final DataReading reading;
    private final PreparedData data;
    private final BackendChoice choice;
    private final Plan plan;
    private final ThreadBudget budget;

    private ExperimentRun(
            Experiment experiment, DataReading reading, PreparedData data, BackendChoice choice, ThreadBudget budget) {
        this.experiment = experiment;
        this.reading = reading;
        this.data = data;
        this.choice = choice;
        this.plan =
                experiment.architecture().plan(Shape.of(data.train().features().rows()));
        this.budget = budget;
    }

    /**
     * Reads the data and chooses the backend.
     *
     * @param dataDirectory what the path of a table is relative to
     * @throws dnn.engine.backend.UnusableBackendException if the experiment insists on a backend that cannot run here
     * @throws dnn.data.problem.DataException if the data changed since it was checked
     */
    public static ExperimentRun prepare(Experiment experiment, Path dataDirectory) {
        return of(
                experiment,
                dataDirectory,
                new DataLoader(dataDirectory).read(experiment.data(), experiment.training(), experiment.seedInForce()),
                Backends.discovered().choose(experiment.engine()),
                ThreadBudget.of(experiment.engine()));
    }

    /**
     * Makes ready what was checked, with the data as the check read it, on a backend that was chosen already.
     *
     * @param checked without errors
     * @param budget threads of everything that is done side by side
     * @throws dnn.data.problem.DataException if the data changed since it was checked
     */
    static ExperimentRun of(CheckedExperiment checked, BackendChoice choice, ThreadBudget budget) {
        return of(
                checked.experiment(), checked.dataDirectory(), checked.reading().orElseThrow(), choice, budget);
    }

    private static ExperimentRun of(
            Experiment experiment, Path dataDirectory, DataReading reading, BackendChoice choice, ThreadBudget budget) {
        PreparedData data = reading.load();
        Experiment resolved = withAbsolutePath(experiment, dataDirectory)
                .resolved(data.train().features().rows());
        return new ExperimentRun(resolved, reading, data, choice, budget);
    }

    /** A run is evaluated later and from anywhere: it remembers where its table is, not how the file called it. */
    private static Experiment withAbsolutePath(Experiment experiment, Path dataDirectory) {
        Source source = experiment.data().source();
        if (!(source instanceof Table table)) {
            return experiment;
        }
        Table found = table.located(
                name -> dataDirectory.resolve(name).toAbsolutePath().normalize().toString());
        return new Experiment(
                experiment.name(),
                experiment.description(),
                experiment.seed(),
                experiment.checks(),
                new Data(found, experiment.data().split(), experiment.data().preprocessing()),
                experiment.architecture(),
                experiment.initialization(),
                experiment.training(),
                experiment.engine());
    }

    /** A few lines about what is to happen. */
    public List<String> introduction() {
        Map<String, Integer> items = itemsOfSplits();
        int all = items.values().stream().mapToInt(Integer::intValue).sum();
        List<String> parts = new ArrayList<>();
        items.forEach((split, count) -> parts.add(ReadableNumbers.count(count) + " " + split));
        List<String> lines = new ArrayList<>();
        lines.add(experiment.name() + ": " + ReadableNumbers.counted(all, "item") + " (" + String.join(", ", parts)
                + "), " + ReadableNumbers.counted(data.train().features().rows(), "input"));
        if (data.dropped() > 0) {
            lines.add("left out: " + ReadableNumbers.counted(data.dropped(), "row") + " whose target is missing");
        }
        lines.add("network: " + plan.kind() + ", " + ReadableNumbers.counted(plan.trainedNumbers(), "parameter"));
        lines.add("engine: " + choice.explanation());
        return List.copyOf(lines);
    }

    /** Probes the first batch and one step on it; training starts from the beginning all the same. */
    public ProbeReport probe() {
        return Probe.step(experiment, data.train(), choice.backend());
    }

    /** About how many bytes the run directory will take: the weights, a line for each epoch twice, and pictures. */
    public long expectedBytes() {
        int bytesPerNumber = choice.backend().precision() == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
        return plan.trainedNumbers() * bytesPerNumber
                + (long) experiment.training().epochs() * BYTES_PER_EPOCH
                + BYTES_OF_PICTURES;
    }

    /** Items of each split that has any. */
    public Map<String, Integer> itemsOfSplits() {
        Map<String, Integer> items = new LinkedHashMap<>();
        splits().forEach((split, dataset) -> items.put(split, dataset.items()));
        return items;
    }

    /** The splits that have items. */
    Map<String, Dataset> splits() {
        Map<String, Dataset> splits = new LinkedHashMap<>();
        splits.put("train", data.train());
        splits.put("validation", data.validation());
        splits.put("test", data.test());
        splits.values().removeIf(dataset -> dataset.items() == 0);
        return splits;
    }

    /**
     * A network that was trained, in memory.
     *
     * @param trained the network, on the backend that is still open
     * @param result what would stand in {@code result.json}
     */
    public record Fitted(TrainingResult trained, RunResult result) {}

    /**
     * Trains, and evaluates the kept weights on every split; nothing is written, and the backend stays open for the
     * network.
     *
     * @param listener told how training goes
     * @param stop asked before every step
     */
    public Fitted fit(TrainingListener listener, BooleanSupplier stop) {
        Optional<FoldTraining.Result> folds = folds(stop);
        long start = System.nanoTime();
        TrainingResult trained = train(Optional.empty(), listener, stop);
        return new Fitted(trained, result(trained, (System.nanoTime() - start) / NANOSECONDS, folds));
    }

    /** Trains on every fold, where folds were asked for. */
    Optional<FoldTraining.Result> folds(BooleanSupplier stop) {
        return experiment
                .training()
                .crossValidation()
                .map(asked -> FoldTraining.run(experiment, reading.folds(asked.folds()), budget, stop));
    }

    /** Trains the network itself, from its beginning or from a state of the same training. */
    TrainingResult train(Optional<TrainingState> from, TrainingListener listener, BooleanSupplier stop) {
        Trainer trainer = new Trainer(experiment, choice.backend());
        return from.isPresent()
                ? trainer.resume(from.get(), data.train(), data.validation(), listener, stop)
                : trainer.train(data.train(), data.validation(), listener, stop);
    }

    /** The training of another experiment, whose data and network are this one's. */
    ExperimentRun of(Experiment other) {
        return new ExperimentRun(other, reading, data, choice, budget);
    }

    /** The experiment with every default written out. */
    Experiment experiment() {
        return experiment;
    }

    /** The data that was read. */
    PreparedData data() {
        return data;
    }

    /** The plan of the network. */
    Plan plan() {
        return plan;
    }

    /** The preprocessing fitted on the training split. */
    public Preprocessor preprocessor() {
        return data.preprocessor();
    }

    /** The backend, which training leaves open where nothing is written. */
    public BackendChoice choice() {
        return choice;
    }

    /** The content of {@code result.json}: the kept weights are evaluated on every split. */
    RunResult result(TrainingResult trained, double seconds, Optional<FoldTraining.Result> folds) {
        Network network = trained.network();
        Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
        splits().forEach((split, dataset) -> metrics.put(split, Evaluation.of(network, experiment, dataset)));
        double[] baseline = Judgement.baseline(data.train());
        Assessment assessment = new Assessment(experiment, data, trained, baseline);
        Map<String, Judged> test = assessment.judged();
        int epochs = trained.epochs().size();
        String reason = switch (trained.status()) {
            case COMPLETED -> "";
            case STOPPED_EARLY ->
                "stopped early after epoch " + epochs + ": `"
                        + experiment.training().earlyStopping().orElseThrow().monitor() + "` had not improved for "
                        + ReadableNumbers.counted(
                                experiment
                                        .training()
                                        .earlyStopping()
                                        .orElseThrow()
                                        .patience(),
                                "epoch");
            case INTERRUPTED ->
                "interrupted after " + ReadableNumbers.counted(epochs, "epoch") + "; what was learnt is saved";
            case DIVERGED -> trained.divergence().orElseThrow();
        };
        Precision precision = choice.backend().precision();
        return new RunResult(
                trained.status().name().toLowerCase(Locale.ROOT),
                reason,
                epochs,
                trained.epochOfWeights(),
                network.parameterCount(),
                experiment.seedInForce(),
                choice.backend().id(),
                precision.name().toLowerCase(Locale.ROOT),
                trained.firstStepDifference(),
                sha256(network),
                metrics,
                seconds,
                test,
                baseline,
                folds,
                data.dropped(),
                Machine.dnn(),
                Machine.java(),
                Machine.processor(),
                assessment.verdict(test));
    }

    /** The hash of a network's parameters as they are stored. */
    String sha256(Network network) {
        return Safetensors.sha256(tensors(network), numberType(choice.backend().precision()));
    }

    /** The parameters of a network as they are stored. */
    static List<Safetensors.Tensor> tensors(Network network) {
        return network.parameters().stream()
                .map(tensor ->
                        new Safetensors.Tensor(tensor.name(), tensor.shape().dimensions(), tensor.values()))
                .toList();
    }

    /** The form in which numbers of this precision are stored. */
    static Safetensors.NumberType numberType(Precision precision) {
        return precision == Precision.FLOAT32 ? Safetensors.NumberType.F32 : Safetensors.NumberType.F64;
    }
}
