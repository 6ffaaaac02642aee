package dnn.launcher.command;

import dnn.api.EngineSettings;
import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.config.CheckReport;
import dnn.data.DataLoader;
import dnn.data.PreparedData;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Precision;
import dnn.engine.probe.Difference;
import dnn.engine.probe.GradientCheck;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.run.check.CheckedExperiment;
import dnn.run.check.Probing;
import dnn.run.text.TextTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dnn gradcheck}. */
@Command(
        name = "gradcheck",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the gradients of backward propagation with central differences of the loss, for this very "
                    + "network on a few of "
                    + "its own items, in float64 on the reference backend.",
            "",
            "For every tensor it prints |a - n| / (|a| + |n|), the relative difference of the analytic gradient "
                    + "a and the numeric one n.",
            ""
        },
        footer = {
            "",
            "Exit code 0 if all differences are small enough, 4 if some are not, 2 if the experiment has errors.",
            "",
            "Example:",
            "  dnn gradcheck configs/moons.yaml"
        })
final class GradcheckCommand implements Callable<Integer> {
    /** Enough items to make every path through the network likely, few enough to take a moment. */
    private static final int ITEMS = 8;

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "FILE", description = "The experiment.")
    private String file = "";

    @Parameters(
            index = "1..*",
            paramLabel = "path=value",
            description = "Values to use instead of the file's, by their path; read as YAML.")
    private List<String> overrides = List.of();

    GradcheckCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        CheckedExperiment checked = CheckedExperiment.of(environment.directory(), Path.of(file), overrides);
        if (checked.report().hasErrors()) {
            throw new Refusal(checked.report());
        }
        CheckReport memory = Probing.memory(checked, Precision.FLOAT64);
        if (memory.hasErrors()) {
            throw new Refusal(memory);
        }
        Experiment experiment = checked.experiment();
        PreparedData data = new DataLoader(checked.dataDirectory())
                .load(experiment.data(), experiment.training().loss(), experiment.seedInForce());
        EngineSettings reference = new EngineSettings(
                new EngineSettings.Backend.CommonsMath(),
                EngineSettings.Precision.FLOAT64,
                experiment.engine().threads());
        List<Difference> differences;
        try (Backend backend = Backends.discovered().choose(reference).backend()) {
            differences = GradientCheck.run(experiment, first(data.train(), ITEMS), backend);
        }
        TextTable table = new TextTable("tensor", ">relative difference", "");
        for (Difference difference : differences) {
            table.row(
                    difference.tensor(),
                    String.format(Locale.ROOT, "%.1e", difference.relative()),
                    difference.passed() ? "ok" : "differs");
        }
        environment.out().print(table.render(environment.outWidth()));
        int exit = exitCode(differences);
        environment
                .out()
                .println(
                        exit == ExitCode.DONE
                                ? "all gradients agree to "
                                        + String.format(Locale.ROOT, "%.0e", GradientCheck.TOLERANCE)
                                : "some gradients differ: this is a mistake in dnn, please report it with "
                                        + "the experiment");
        return exit;
    }

    /** Done if every tensor's gradients agree. */
    static int exitCode(List<Difference> differences) {
        return differences.stream().allMatch(Difference::passed) ? ExitCode.DONE : ExitCode.DISAGREES;
    }

    private static Dataset first(Dataset data, int items) {
        int count = Math.min(items, data.items());
        return new Dataset(first(data.features(), count), first(data.targets(), count));
    }

    private static Matrix first(Matrix matrix, int columns) {
        return new Matrix(matrix.rows(), columns, Arrays.copyOf(matrix.values(), matrix.rows() * columns));
    }
}
