package dnn.launcher.command;

import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dnn completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {"Prints a script with which a shell completes commands and options of dnn on Tab.", ""},
        footer = {
            "",
            "Examples:",
            "  dnn completion bash > ~/.local/share/bash-completion/completions/dnn",
            "  dnn completion zsh > ~/.dnn-completion && echo 'source ~/.dnn-completion' >> ~/.zshrc",
            "  dnn completion fish > ~/.config/fish/completions/dnn.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.bash;

    CompletionCommand(Environment environment) {
        this.environment = environment;
    }

    /** A shell by the name it has on the command line. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Override
    public Integer call() {
        CommandLine whole = DnnCommand.commandLine(environment);
        String script = switch (shell) {
            // One script serves both: in zsh it loads zsh's emulation of bash's completion.
            case bash, zsh -> AutoComplete.bash("dnn", whole);
            case fish -> FishCompletion.script(whole);
        };
        environment.out().print(script.endsWith("\n") ? script : script + "\n");
        return ExitCode.DONE;
    }
}
