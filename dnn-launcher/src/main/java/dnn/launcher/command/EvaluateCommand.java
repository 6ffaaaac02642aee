package dnn.launcher.command;

import dnn.api.dataset.Dataset;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.data.encoding.FittedTarget;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewItems;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.launcher.terminal.FiguresTable;
import dnn.launcher.terminal.JudgedTable;
import dnn.run.saved.SavedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
            "Prints loss and metrics of a trained run on its test split, read again from where the experiment "
                    + "found its data, or on "
                    + "another table with the same columns: each with the interval that chance leaves it, and "
                    + "beside it the figure of "
                    + "saying the same for every item.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  dnn evaluate runs/iris/2026-01-31T12-00-00",
            "  dnn evaluate runs/iris/2026-01-31T12-00-00 --data new.csv",
            "  dnn evaluate runs/mnist/2026-01-31T12-00-00 --data t10k-images.gz --labels t10k-labels.gz"
        })
final class EvaluateCommand implements Callable<Integer> {
    /** From this share of rows on it is said that the network was trained on them: a few may be equal by chance. */
    private static final double NOTEWORTHY = 0.1;

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory; of runs/<name>, the newest run.")
    private Path run = Path.of("");

    @Option(names = "--data", paramLabel = "FILE", description = "A table with the features and the target.")
    private @Nullable Path data;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Where --data holds images in the IDX format: the file of their labels.")
    private @Nullable Path labels;

    EvaluateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (data == null && labels != null) {
            throw Refusal.of("`--labels` goes with `--data`", "add the images that they are of: `--data FILE`");
        }
        run = Runs.named(environment, run);
        try (SavedRun trained = Runs.open(environment, run)) {
            String name = data == null ? "test" : String.valueOf(data.getFileName());
            SavedRun.Evaluated evaluated = data == null ? Runs.testSplit(trained, run) : onOtherData(trained, data);
            int width = environment.outWidth();
            environment
                    .out()
                    .print(FiguresTable.render(
                            Map.of(name, evaluated.figures()), Map.of(name, evaluated.items()), Map.of(), width));
            environment.out().println();
            environment.out().print(JudgedTable.render(evaluated.judged(), width));
            if (trained.preprocessor().target() instanceof FittedTarget.Classes target) {
                environment.out().println();
                environment.out().print(JudgedTable.render(evaluated.classes().orElseThrow(), target.labels(), width));
            }
        }
        return ExitCode.DONE;
    }

    private SavedRun.Evaluated onOtherData(SavedRun trained, Path table) {
        Path file = environment.directory().resolve(table);
        boolean exists = Files.isRegularFile(file);
        boolean images = exists && NewData.areImages(file);
        if (images && labels == null) {
            throw Refusal.of(
                    "`" + table + "` holds images, but not what they show",
                    "add the file of their labels: `--labels FILE`");
        }
        if (exists && !images && labels != null) {
            throw Refusal.of(
                    "`--labels` goes with images, and `" + table + "` holds none",
                    "leave it out: a table has its target in a column");
        }
        NewItems items = trained.read(file, Optional.ofNullable(labels).map(environment.directory()::resolve));
        if (!items.problems().isEmpty()) {
            throw new Refusal(DataErrors.report(items.problems(), table));
        }
        if (!items.targetProblems().isEmpty()) {
            throw new Refusal(DataErrors.report(items.targetProblems(), table));
        }
        if (!items.unseenLabels().isEmpty()) {
            throw new Refusal(DataErrors.unseenLabels(items, table));
        }
        Remarks remarks = new Remarks();
        remarks.add(items);
        remarks.lines().forEach(environment::say);
        Dataset dataset = items.dataset(trained.preprocessor().target().units()).orElseThrow();
        int known = trained.trainedOn(dataset).orElse(0);
        if (known >= NOTEWORTHY * dataset.items() && known > 0) {
            environment.say(DataDiagnostics.evaluatedOnTraining(known, dataset.items(), run.toString()));
        }
        return trained.evaluate(dataset);
    }
}
