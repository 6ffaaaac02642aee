package dnn.launcher.command;

import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
            "3 training stopped because numbers were no longer finite; 4 a check that disagrees;",
            "130 interrupted; 143 asked to end."
        })
public final class DnnCommand implements Callable<Integer> {
    private final Environment environment;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private DnnCommand(Environment environment) {
        this.environment = environment;
    }

    /** Each subcommand by its name, in the order of the overview. */
    private static Map<String, Function<Environment, Object>> subcommands() {
        Map<String, Function<Environment, Object>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand::new);
        commands.put("train", TrainCommand::new);
        commands.put("resume", ResumeCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("predict", PredictCommand::new);
        commands.put("inspect", InspectCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("replay", ReplayCommand::new);
        commands.put("gradcheck", GradcheckCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("lsp", LspCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /** True where there is a subcommand of this name. */
    public static boolean isCommand(String name) {
        return subcommands().containsKey(name);
    }

    /**
     * The command with its subcommands, working in this environment. Where the arguments start with the name of one,
     * that one alone: describing the others takes a good part of a short command's time.
     */
    public static CommandLine commandLine(Environment environment, String... arguments) {
        CommandLine commandLine = new CommandLine(new DnnCommand(environment));
        Map<String, Function<Environment, Object>> subcommands = subcommands();
        Function<Environment, Object> named = arguments.length == 0 ? null : subcommands.get(arguments[0]);
        if (named != null) {
            commandLine.addSubcommand(named.apply(environment));
        } else {
            subcommands.values().forEach(subcommand -> commandLine.addSubcommand(subcommand.apply(environment)));
        }
        return commandLine
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
