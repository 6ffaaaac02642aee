package dnn.launcher.command;

import dnn.api.EngineSettings;
import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.equation.Equations;
import dnn.api.plan.Plan;
import dnn.api.profile.DataProfile;
import dnn.api.profile.MemoryNeed;
import dnn.api.shape.Shape;
import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.data.DataLoader;
import dnn.engine.backend.Precision;
import dnn.engine.probe.Probe;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.launcher.terminal.ColumnTable;
import dnn.launcher.terminal.NetworkTable;
import dnn.launcher.terminal.WeightsTable;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.RunDirectory;
import dnn.run.outline.LayerNumbers;
import dnn.run.outline.LearningRates;
import dnn.run.outline.OutlineJson;
import dnn.run.saved.SavedRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dnn inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a network without training it: its layers with shapes and parameters, what memory training takes, "
                    + "the learning rate over the epochs where it changes, "
                    + "and on request the lecture's equations with this network's numbers, or what a run learnt.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  dnn inspect configs/moons.yaml",
            "  dnn inspect configs/lecture/deep.yaml --equations",
            "  dnn inspect runs/moons",
            "  dnn inspect runs/moons --weights",
            "  dnn inspect runs/moons --weights dense1 --format json"
        })
final class InspectCommand implements Callable<Integer> {
    /** Of all layers. */
    private static final String ALL = "";

    private final Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE|RUN",
            description = "An experiment or a run directory; of runs/<name>, the newest run.")
    private String subject = "";

    @Parameters(
            index = "1..*",
            paramLabel = "path=value",
            description = "Values to use instead of the file's, by their path; read as YAML.")
    private List<String> overrides = List.of();

    @Option(
            names = "--equations",
            description = "Print the lecture's equations with this network's dimensions: (1)-(10) of one hidden "
                    + "layer, (21)-(28) of more.")
    private boolean equations;

    @Option(
            names = "--weights",
            arity = "0..1",
            paramLabel = "LAYER",
            fallbackValue = ALL,
            description = "Print the W and b that a run learnt, of every layer or of one, by its name or number.")
    private @Nullable String weights;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ObjectFormat format = ObjectFormat.text;

    InspectCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        takeSubject();
        Path path = Runs.named(environment, Path.of(subject));
        refuseOthers(path);
        List<LayerNumbers> numbers = new ArrayList<>();
        CheckedExperiment checked = checked(path, numbers);
        Experiment experiment = checked.experiment();
        int inputs = checked.inputs()
                .orElseGet(() -> experiment.architecture().inputs().orElseThrow());
        Optional<DataProfile.SplitSizes> sizes = checked.profile().flatMap(DataProfile::split);
        Optional<Integer> items =
                sizes.map(known -> experiment.training().batchSize().of(known.train()));
        Plan plan = experiment.architecture().plan(Shape.of(inputs));
        Precision precision = precision(experiment.engine());
        Optional<MemoryNeed> memory = sizes.map(known -> Probe.memory(experiment, inputs, known, precision));
        Optional<String> formulas = equations
                ? Optional.of(Equations.render(plan, experiment.training().loss(), items.orElseThrow(this::noItems)))
                : Optional.empty();
        if (format == ObjectFormat.json) {
            OutlineJson json = new OutlineJson(experiment.name(), plan);
            memory.ifPresent(need -> json.memory(items.orElseThrow(), need));
            json.learningRates(LearningRates.of(experiment.training()));
            formulas.ifPresent(json::equations);
            if (weights != null) {
                json.weights(numbers);
            }
            environment.out().println(json.text());
            return ExitCode.DONE;
        }
        PrintStream out = environment.out();
        int width = environment.outWidth();
        if (weights == null) {
            out.print(NetworkTable.render(experiment.name(), plan, width));
            memory.ifPresent(need -> out.print(NetworkTable.memory(items.orElseThrow(), precision, need, width)));
            out.print(NetworkTable.learningRates(LearningRates.of(experiment.training()), width));
            if (experiment.data().source().table().isPresent()) {
                checked.profile().ifPresent(profile -> out.print("\n" + ColumnTable.render(profile, width)));
            }
        }
        formulas.ifPresent(text -> out.print("\n" + text));
        out.print(
                numbers.stream().map(layer -> WeightsTable.render(layer, width)).collect(Collectors.joining("\n")));
        return ExitCode.DONE;
    }

    private Refusal noItems() {
        return Refusal.of(
                "the equations need the number of items, and the data of `" + subject + "` is not there as it was",
                "put the data back, or leave out `--equations`");
    }

    /** Takes the run for what it is where it follows {@code --weights}, in the place of a layer. */
    private void takeSubject() {
        if (subject.isEmpty() && weights != null && !weights.isEmpty()) {
            subject = weights;
            weights = ALL;
        }
        if (subject.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE|RUN'");
        }
    }

    private void refuseOthers(Path path) {
        Path place = environment.directory().resolve(path);
        boolean isRun = Files.isDirectory(place);
        boolean named = subject.endsWith(".yaml") || subject.endsWith(".yml");
        if (!Files.exists(place) && !named) {
            throw new Refusal(RunDiagnostics.noSuchRun(subject, true));
        }
        if (isRun && !Files.exists(place.resolve(RunDirectory.EXPERIMENT))) {
            throw new Refusal(RunDiagnostics.notARun(subject, "it has no " + RunDirectory.EXPERIMENT));
        }
        if (!isRun && weights != null) {
            throw Refusal.of(
                    "`--weights` shows what a run learnt, and `" + subject + "` is an experiment",
                    "train it first, then name the run: `dnn inspect runs/<name> --weights`");
        }
    }

    /**
     * The experiment that was asked for, checked; a run tells the numbers of its layers as well, where they are asked
     * for.
     */
    private CheckedExperiment checked(Path path, List<LayerNumbers> numbers) {
        Path place = environment.directory().resolve(path);
        CheckedExperiment checked;
        if (Files.isDirectory(place)) {
            Optional<String> change = Optional.of("the run is not complete");
            if (weights != null || Files.exists(place.resolve(RunDirectory.RESULT))) {
                try (SavedRun trained = Runs.open(environment, path)) {
                    change = trained.changeOfData();
                    if (weights != null) {
                        numbers.addAll(numbers(trained, weights, change.isEmpty()));
                    }
                }
            }
            checked = ofRun(path, change);
        } else {
            checked = CheckedExperiment.of(environment.directory(), path, overrides);
        }
        if (checked.report().hasErrors()) {
            throw new Refusal(checked.report());
        }
        if (!checked.report().diagnostics().isEmpty()) {
            environment.err().print(environment.findings(checked.report()));
        }
        return checked;
    }

    /**
     * The experiment of a run, which stands alone. Its data is looked at only where it is what it was, or where the
     * user names it.
     *
     * @param change of the data since the training; empty for none
     */
    private CheckedExperiment ofRun(Path run, Optional<String> change) {
        Path place = environment.directory().resolve(run);
        SourceText.Reading reading = SourceText.read(
                place.resolve(RunDirectory.EXPERIMENT),
                run.resolve(RunDirectory.EXPERIMENT).toString());
        SourceText text = reading.text().orElseThrow(() -> new Refusal(new CheckReport(reading.findings(), Map.of())));
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none()).load(text, place, overrides);
        boolean named = overrides.stream().anyMatch(override -> override.startsWith("data"));
        if (change.isEmpty() || named) {
            return CheckedExperiment.of(environment.directory(), loaded, CheckedExperiment.checker());
        }
        environment.say("without its data: " + UserText.escape(change.get()));
        return CheckedExperiment.withoutData(environment.directory(), loaded, CheckedExperiment.checker());
    }

    private static Precision precision(EngineSettings engine) {
        boolean float64 = engine.precision() == EngineSettings.Precision.FLOAT64
                || engine.backend().equals(new EngineSettings.Backend.CommonsMath());
        return float64 ? Precision.FLOAT64 : Precision.FLOAT32;
    }

    /**
     * The numbers of the layers asked for.
     *
     * @param dataIsThere as it was, so that dead units can be found
     */
    private List<LayerNumbers> numbers(SavedRun run, String asked, boolean dataIsThere) {
        List<LayerNumbers> layers = LayerNumbers.of(run, dataIsThere ? Optional.of(trained(run)) : Optional.empty());
        List<LayerNumbers> found = layers.stream()
                .filter(layer -> asked.equals(ALL)
                        || layer.name().equals(asked)
                        || (layer.number() > 0 && String.valueOf(layer.number()).equals(asked)))
                .toList();
        if (found.isEmpty()) {
            String names =
                    layers.stream().map(layer -> "`" + layer.name() + "`").collect(Collectors.joining(", "));
            throw Refusal.of(
                    "`" + subject + "` has no layer `" + asked + "` that keeps numbers",
                    layers.isEmpty() ? "no layer of it does" : "those that do: " + names);
        }
        return found;
    }

    /** The training split, by which dead units are found. */
    private Dataset trained(SavedRun run) {
        Experiment experiment = run.experiment();
        return new DataLoader(environment.directory())
                .load(experiment.data(), experiment.training(), experiment.seedInForce())
                .train();
    }
}
