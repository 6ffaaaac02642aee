package dnn.launcher.command;

import dnn.launcher.Environment;
import dnn.launcher.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command itself: says what there is. */
@Command(
        name = "dnn",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Trains the deep network a YAML file declares, and finds every mistake in the file before training starts.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "A first look:",
            "  dnn check configs/moons.yaml            every mistake, with its line",
            "  dnn train configs/moons.yaml            checks, trains, tests; writes runs/moons/<time>/",
            "  dnn train configs/moons.yaml training.epochs=50 seed=7",
            "                                          any value can be overridden by its path",
            "  dnn inspect configs/moons.yaml --equations",
            "                                          layers, shapes, and the equations with this network's numbers",
            "",
            "Exit codes: 0 done; 1 a mistake in dnn; 2 a mistake in a file or an argument;",
            "3 training stopped because numbers were no longer finite; 130 interrupted."
        })
public final class DnnCommand implements Callable<Integer> {
    private final Environment environment;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private DnnCommand(Environment environment) {
        this.environment = environment;
    }

    /** The command with its subcommands, working in this environment. */
    public static CommandLine commandLine(Environment environment) {
        return new CommandLine(new DnnCommand(environment))
                .addSubcommand(new CheckCommand(environment))
                .addSubcommand(new TrainCommand(environment))
                .addSubcommand(new EvaluateCommand(environment))
                .addSubcommand(new PredictCommand(environment))
                .addSubcommand(new InspectCommand(environment))
                .addSubcommand(new GradcheckCommand(environment))
                .addSubcommand(new ExplainCommand(environment))
                .addSubcommand(new SchemaCommand(environment))
                .addSubcommand(new InitCommand(environment))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(environment.out());
        return ExitCode.DONE;
    }
}
