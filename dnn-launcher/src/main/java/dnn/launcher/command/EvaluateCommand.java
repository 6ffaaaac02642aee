package dnn.launcher.command;

import dnn.data.FittedTarget;
import dnn.data.NewItems;
import dnn.launcher.Environment;
import dnn.launcher.ExitCode;
import dnn.launcher.Refusal;
import dnn.launcher.run.TrainedRun;
import dnn.launcher.terminal.Figures;
import dnn.launcher.terminal.JudgedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Prints loss and metrics of a trained run on its test split, read again from where the experiment found its data, or on "
                    + "another table with the same columns: each with the interval that chance leaves it, and beside it the figure of "
                    + "saying the same for every item.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  dnn evaluate runs/iris/2026-01-31T12-00-00",
            "  dnn evaluate runs/iris/2026-01-31T12-00-00 --data new.csv"
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory.")
    private Path run = Path.of("");

    @Option(names = "--data", paramLabel = "FILE", description = "A table with the features and the target.")
    private @Nullable Path data;

    EvaluateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (TrainedRun trained = Runs.open(environment, run)) {
            String name = data == null ? "test" : String.valueOf(data.getFileName());
            TrainedRun.Evaluated evaluated = data == null ? Runs.testSplit(trained, run) : onOtherData(trained, data);
            environment.out().print(Figures.render(Map.of(name, evaluated.figures()), Map.of(name, evaluated.items())));
            environment.out().println();
            environment.out().print(JudgedTable.render(evaluated.judged()));
            if (trained.preprocessor().target() instanceof FittedTarget.Classes target) {
                environment.out().println();
                environment.out().print(JudgedTable.render(evaluated.classes().orElseThrow(), target.labels()));
            }
        }
        return ExitCode.DONE;
    }

    private TrainedRun.Evaluated onOtherData(TrainedRun trained, Path table) {
        NewItems items = trained.read(environment.directory().resolve(table));
        if (!items.problems().isEmpty()) {
            throw new Refusal(DataErrors.report(items.problems(), table));
        }
        if (!items.targetProblems().isEmpty()) {
            throw new Refusal(DataErrors.report(items.targetProblems(), table));
        }
        if (!items.unseenLabels().isEmpty()) {
            throw new Refusal(DataErrors.unseenLabels(items, table));
        }
        DataErrors.unseenCategories(items).forEach(environment.err()::println);
        return trained.evaluate(
                items.dataset(trained.preprocessor().target().units()).orElseThrow());
    }
}
