package dnn.launcher.command;

import dnn.launcher.lsp.LanguageProcess;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code dnn lsp}. */
@Command(
        name = "lsp",
        mixinStandardHelpOptions = true,
        description = {
            "Answers an editor while an experiment is written: mistakes as you type, shapes behind layers, completion.",
            "",
            "It speaks the Language Server Protocol on standard input and output and is started by the editor; "
                    + "docs/editors.md says how, for Neovim, Helix, Emacs, Kate, VS Code and IntelliJ.",
            ""
        },
        footer = {"", "Exit code 0 once the editor has left, 1 if it left without saying so."})
final class LspCommand implements Callable<Integer> {
    private final Environment environment;

    LspCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        boolean orderly = LanguageProcess.serve(
                Version.number().orElse("built from source"),
                environment.directory(),
                environment.in(),
                environment.out(),
                environment.err());
        return orderly ? ExitCode.DONE : ExitCode.BUG;
    }
}
