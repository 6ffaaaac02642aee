package dnn.launcher.command;

import dnn.api.EngineSettings;
import dnn.api.Experiment;
import dnn.api.data.Table;
import dnn.api.grammar.Names;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
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
import dnn.config.render.TextRenderer;
import dnn.engine.backend.Precision;
import dnn.engine.probe.Probe;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.launcher.terminal.ColumnTable;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.RunDirectory;
import dnn.run.outline.Equations;
import dnn.run.saved.SavedRun;
import dnn.run.text.ReadableNumbers;
import dnn.run.text.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a network without training it: its layers with shapes and parameters, what memory training takes, "
                    + "and on request the lecture's equations with this network's numbers.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  dnn inspect configs/moons.yaml",
            "  dnn inspect configs/lecture/deep.yaml --equations",
            "  dnn inspect runs/moons/2026-01-31T12-00-00"
        })
final class InspectCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            index = "0",
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
            description = "Print equations (21)-(28) of the lecture with this network's dimensions.")
    private boolean equations;

    InspectCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Path path = Runs.named(environment, Path.of(subject));
        Path place = environment.directory().resolve(path);
        boolean isRun = Files.isDirectory(place);
        boolean named = subject.endsWith(".yaml") || subject.endsWith(".yml");
        if (!Files.exists(place) && !named) {
            throw new Refusal(RunDiagnostics.noSuchRun(subject, true));
        }
        if (isRun && !Files.exists(place.resolve(RunDirectory.EXPERIMENT))) {
            throw new Refusal(RunDiagnostics.notARun(subject, "it has no " + RunDirectory.EXPERIMENT));
        }
        CheckedExperiment checked =
                isRun ? ofRun(path) : CheckedExperiment.of(environment.directory(), path, overrides);
        if (checked.report().hasErrors()) {
            throw new Refusal(checked.report());
        }
        if (!checked.report().diagnostics().isEmpty()) {
            environment.err().print(new TextRenderer(environment.colourErr()).render(checked.report()));
        }
        Experiment experiment = checked.experiment();
        int inputs = checked.inputs()
                .orElseGet(() -> experiment.architecture().inputs().orElseThrow());
        Optional<DataProfile.SplitSizes> sizes = checked.profile().flatMap(DataProfile::split);
        Optional<Integer> items =
                sizes.map(known -> experiment.training().batchSize().of(known.train()));
        layers(experiment, inputs);
        if (sizes.isPresent()) {
            memory(experiment, inputs, items.orElseThrow(), sizes.get());
        }
        if (experiment.data().source() instanceof Table && checked.profile().isPresent()) {
            environment.out().println();
            environment.out().print(ColumnTable.render(checked.profile().orElseThrow(), environment.outWidth()));
        }
        if (equations) {
            int m = items.orElseThrow(() -> Refusal.of(
                    "the equations need the number of items, and the data of `" + subject + "` is not there as it was",
                    "put the data back, or leave out `--equations`"));
            environment.out().println();
            environment
                    .out()
                    .print(Equations.render(
                            experiment.architecture().plan(Shape.of(inputs)),
                            experiment.training().loss(),
                            m));
        }
        return ExitCode.DONE;
    }

    /**
     * The experiment of a run, which is proven where the run is complete, and stands alone in any case. Its data is
     * looked at only where it is what it was, or where the user names it.
     */
    private CheckedExperiment ofRun(Path run) {
        Path place = environment.directory().resolve(run);
        SourceText.Reading reading = SourceText.read(
                place.resolve(RunDirectory.EXPERIMENT),
                run.resolve(RunDirectory.EXPERIMENT).toString());
        SourceText text = reading.text().orElseThrow(() -> new Refusal(new CheckReport(reading.findings(), Map.of())));
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none()).load(text, place, overrides);
        boolean named = overrides.stream().anyMatch(override -> override.startsWith("data"));
        Optional<String> change = Optional.of("the run is not complete");
        if (Files.exists(place.resolve(RunDirectory.RESULT))) {
            try (SavedRun trained = Runs.open(environment, run)) {
                change = trained.changeOfData();
            }
        }
        if (change.isEmpty() || named) {
            return CheckedExperiment.of(environment.directory(), loaded, CheckedExperiment.checker());
        }
        environment.err().println("without its data: " + UserText.escape(change.get()));
        return CheckedExperiment.withoutData(environment.directory(), loaded, CheckedExperiment.checker());
    }

    private void layers(Experiment experiment, int inputs) {
        PrintStream out = environment.out();
        Plan plan = experiment.architecture().plan(Shape.of(inputs));
        out.println(experiment.name() + ": " + plan.kind());
        out.println();
        TextTable table =
                new TextTable(">l", "layer", "type", "activation", "item in", "item out", "weights", ">parameters");
        for (PlannedLayer row : plan.layers()) {
            table.row(
                    row.hasWeights() ? String.valueOf(row.number()) : "",
                    row.name(),
                    Names.of(row.spec().getClass()),
                    row.spec()
                            .activationApplied()
                            .map(activation -> Names.of(activation.getClass()))
                            .orElse(""),
                    row.input().toString(),
                    row.output().toString(),
                    row.tensors().stream()
                            .findFirst()
                            .map(weights -> weights.shape().toString())
                            .orElse(""),
                    ReadableNumbers.count(row.trainedNumbers()));
        }
        out.print(table.render(environment.outWidth()));
        out.println();
        out.println(ReadableNumbers.counted(plan.trainedNumbers(), "parameter"));
    }

    private void memory(Experiment experiment, int inputs, int items, DataProfile.SplitSizes sizes) {
        PrintStream out = environment.out();
        boolean float64 = experiment.engine().precision() == EngineSettings.Precision.FLOAT64
                || experiment.engine().backend().equals(EngineSettings.Backend.COMMONS_MATH);
        MemoryNeed memory = Probe.memory(experiment, inputs, sizes, float64 ? Precision.FLOAT64 : Precision.FLOAT32);
        out.println("memory to train with steps of " + ReadableNumbers.counted(items, "item") + " in "
                + (float64 ? "float64" : "float32") + ": " + ReadableNumbers.bytes(memory.total()));
        out.println("  parameters "
                + ReadableNumbers.bytes(memory.parameters()) + ", gradients "
                + ReadableNumbers.bytes(memory.gradients())
                + ", optimizer " + ReadableNumbers.bytes(memory.optimizer()) + ", layers "
                + ReadableNumbers.bytes(memory.layers()) + ", data " + ReadableNumbers.bytes(memory.data()));
    }
}
