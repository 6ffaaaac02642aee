package dnn.run;

import dnn.api.Architecture;
import dnn.api.Data;
import dnn.api.Experiment;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.config.CheckReport;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.engine.backend.BackendChoice;
import dnn.engine.backend.Backends;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import dnn.run.check.CheckedExperiment;
import dnn.run.check.RefusedException;
import dnn.run.check.SlowReference;
import dnn.run.directory.RunDirectory;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ExperimentRun;
import dnn.run.training.ReadyTraining;
import dnn.run.training.ResumedTraining;
import dnn.run.training.ThreadBudget;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The door for programs: check an experiment, train it, predict with it. Values go in and come out; nothing is printed
 * and the process is never ended. Thread-safe: trainings may run side by side, each with its own budget of threads.
 *
 * <pre>{@code
 * CheckReport report = Dnn.check(Path.of("configs/iris.yaml"));
 * report.diagnostics().forEach(finding -> System.out.println(finding.message()));
 *
 * try (TrainedModel model = Dnn.train(
 *         Path.of("configs/iris.yaml"), epoch -> System.out.println(epoch.epoch() + " " + epoch.figures()))) {
 *     System.out.println(model.figures());
 *     model.save(Path.of("models/iris"));
 * }
 *
 * try (SavedRun run = SavedRun.open(Path.of("models/iris"))) {
 *     Prediction prediction = run.predictor()
 *             .predict(Map.of("sepal_length", 5.1, "sepal_width", 3.5, "petal_length", 1.4, "petal_width", 0.2));
 *     System.out.println(prediction.label() + " " + prediction.probability(prediction.label()));
 * }
 * }</pre>
 */
public final class Dnn {
    private static final Logger LOGGER = System.getLogger("dnn.run");

    private Dnn() {}

    /**
     * Every finding about a file, as values: checked against its data, nothing trained. Paths in it are relative to it.
     */
    public static CheckReport check(Path file) {
        return read(file).report();
    }

    /**
     * Every finding about an experiment declared in Java: checked against its data, nothing trained. Paths in it are
     * relative to the current directory; places are those in the text that means the same.
     */
    public static CheckReport check(Experiment experiment) {
        return CheckedExperiment.of(here(), experiment).report();
    }

    /**
     * Trains what a file says.
     *
     * @throws RefusedException if it has errors; its report has all findings
     */
    public static TrainedModel train(Path file) {
        return train(file, TrainingOptions.defaults());
    }

    /**
     * Trains what a file says, and tells a listener, which a lambda of an epoch's report may be.
     *
     * @throws RefusedException if it has errors; its report has all findings
     */
    public static TrainedModel train(Path file, TrainingListener listener) {
        return train(file, TrainingOptions.defaults().listener(listener));
    }

    /**
     * Trains what a file says.
     *
     * @throws RefusedException if it has errors; its report has all findings
     */
    public static TrainedModel train(Path file, TrainingOptions options) {
        return train(read(file), options);
    }

    /**
     * Trains what a file says and leaves a run directory behind, with checkpoints on the way: what is cut off goes on
     * with {@link #resume}.
     *
     * @param directory a new or empty folder, made if need be
     * @throws RefusedException if the experiment has errors; its report has all findings
     * @throws dnn.run.directory.OccupiedRunDirectoryException if there is something in the folder
     * @throws IOException if it cannot be written
     */
    public static DirectoryTraining.Outcome train(Path file, Path directory, TrainingOptions options)
            throws IOException {
        CheckedExperiment checked = read(file);
        if (checked.report().hasErrors()) {
            throw new RefusedException(checked.report());
        }
        ReadyTraining ready = ReadyTraining.of(checked, budget(checked.experiment(), options.threads()));
        try (RunDirectory place = RunDirectory.at(directory)) {
            return new DirectoryTraining(ready.run(), place)
                    .train(options.listener(), options.stop(), messages(ready.report()));
        } finally {
            ready.run().choice().backend().close();
        }
    }

    /**
     * Goes on with a run where it stopped, in its own directory.
     *
     * @param run the run directory
     * @param overrides {@code path=value}, for what is to be other than it was; what may be is in the reference
     * @throws RefusedException if it cannot go on; its report says why
     * @throws dnn.run.directory.OccupiedRunDirectoryException if another training writes into it
     * @throws IOException if it is no run, or cannot be read or written
     */
    public static DirectoryTraining.Outcome resume(Path run, List<String> overrides, TrainingOptions options)
            throws IOException {
        try (ResumedTraining training = ResumedTraining.of(here(), run, overrides, options.threads())) {
            return training.goOn(options.listener(), options.stop(), messages(training.report()));
        }
    }

    private static String messages(CheckReport report) {
        return report.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
    }

    /**
     * Trains an experiment declared in Java, and tells a listener, which a lambda of an epoch's report may be.
     *
     * @throws RefusedException if it has errors; its report has all findings
     */
    public static TrainedModel train(Experiment experiment, TrainingListener listener) {
        return train(experiment, TrainingOptions.defaults().listener(listener));
    }

    /**
     * Trains an experiment declared in Java.
     *
     * @throws RefusedException if it has errors; its report has all findings
     */
    public static TrainedModel train(Experiment experiment, TrainingOptions options) {
        return train(CheckedExperiment.of(here(), experiment), options);
    }

    /**
     * Trains on items that the program holds as matrices. What the experiment says of data is not looked at; see
     * {@link dnn.api.ExperimentBuilder#buildWithoutData()}.
     *
     * @param train items to learn from
     * @param validation items to watch, such as for early stopping; possibly none
     * @throws RefusedException if the architecture, initialization or training have errors for items of this shape
     * @throws IllegalArgumentException if items, shapes, loss and output do not fit each other
     */
    public static TrainedNetwork train(
            Experiment experiment, Dataset train, Optional<Dataset> validation, TrainingOptions options) {
        Experiment fitting =
                of(experiment, train.features().rows(), train.targets().rows());
        CheckReport report = withoutData(new Checker().check(fitting, Optional.empty()));
        if (report.hasErrors()) {
            throw new RefusedException(report);
        }
        BackendChoice choice =
                Backends.discovered().choose(budget(fitting, options.threads()).limit(fitting.engine()));
        try {
            Optional<String> slowness = slowness(fitting, choice);
            TrainingResult result = new Trainer(fitting, choice.backend())
                    .train(train, validation.orElseGet(() -> noItems(train)), options.listener(), options.stop());
            return new TrainedNetwork(fitting, result, choice.backend(), slowness);
        } catch (RuntimeException e) {
            choice.backend().close();
            throw e;
        }
    }

    private static TrainedModel train(CheckedExperiment checked, TrainingOptions options) {
        if (checked.report().hasErrors()) {
            throw new RefusedException(checked.report());
        }
        Experiment experiment = checked.experiment();
        ReadyTraining ready = ReadyTraining.of(checked, budget(experiment, options.threads()));
        ExperimentRun run = ready.run();
        try {
            Optional<String> slowness = slowness(experiment, run.choice());
            ExperimentRun.Fitted fitted = run.fit(options.listener(), options.stop());
            return new TrainedModel(run, fitted, ready.report(), slowness);
        } catch (RuntimeException e) {
            run.choice().backend().close();
            throw e;
        }
    }

    private static CheckedExperiment read(Path file) {
        return CheckedExperiment.of(here(), file, List.of());
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }

    private static ThreadBudget budget(Experiment experiment, OptionalInt threads) {
        return threads.isPresent() ? new ThreadBudget(threads.getAsInt()) : ThreadBudget.of(experiment.engine());
    }

    /** A word that a program that expects speed should not miss: in its log, and with the result. */
    private static Optional<String> slowness(Experiment experiment, BackendChoice choice) {
        Optional<String> word =
                SlowReference.word(experiment.engine(), choice.backend().id());
        word.ifPresent(text -> LOGGER.log(Logger.Level.WARNING, text));
        return word;
    }

    private static Dataset noItems(Dataset like) {
        return new Dataset(
                Matrix.zeros(like.features().rows(), 0),
                Matrix.zeros(like.targets().rows(), 0));
    }

    /**
     * The experiment for items of n_0 numbers with targets of n_L, which are columns of their own unless they say one
     * of several classes.
     */
    private static Experiment of(Experiment experiment, int inputs, int outputs) {
        if (experiment.training().classWeights().isPresent()) {
            throw new IllegalArgumentException(
                    "`training.class_weights` weighs items of declared data; of matrices, give each item's "
                            + "weight in the Dataset");
        }
        if (experiment.training().crossValidation().isPresent()) {
            throw new IllegalArgumentException(
                    "`training.cross_validation` makes folds of declared data; of matrices, train on each "
                            + "fold's items");
        }
        OptionalInt declared = experiment.architecture().inputs();
        if (declared.isPresent() && declared.getAsInt() != inputs) {
            throw new IllegalArgumentException("the experiment declares " + declared.getAsInt()
                    + " numbers an item as `architecture.inputs`, X has " + inputs);
        }
        Loss loss = experiment.training().loss();
        boolean oneOfSeveral = loss.targetKind() == TargetKind.CLASSES && !loss.isBinary();
        String[] targets = IntStream.rangeClosed(1, oneOfSeveral ? 1 : outputs)
                .mapToObj(target -> "y" + target)
                .toArray(String[]::new);
        return new Experiment(
                experiment.name(),
                experiment.description(),
                experiment.seed(),
                experiment.checks(),
                new Data(Table.defaults().targets(targets), Split.STANDARD, Preprocessing.defaults()),
                new Architecture(
                        OptionalInt.of(inputs), experiment.architecture().layers()),
                experiment.initialization(),
                experiment.training(),
                experiment.engine());
    }

    private static CheckReport withoutData(CheckReport report) {
        return new CheckReport(
                report.diagnostics().stream()
                        .filter(finding -> !ValuePath.isWithin(finding.path(), KeyPaths.DATA))
                        .toList(),
                Map.of());
    }
}
