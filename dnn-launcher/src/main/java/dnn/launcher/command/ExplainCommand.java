package dnn.launcher.command;

import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.Similar;
import dnn.config.diagnostic.UserText;
import dnn.config.explain.Explanation;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dnn explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains a finding: what its code means, why it matters, a failing example and a corrected one.",
            "",
            "Without a code it lists all of them.",
            ""
        },
        footer = {"", "Example:", "  dnn explain S101"})
final class ExplainCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "As shown in brackets, for example S101.")
    private Optional<String> code = Optional.empty();

    ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (code.isEmpty()) {
            for (String each : Catalogue.codes()) {
                Explanation.of(each).ifPresent(explanation -> environment.out().println(explanation.heading()));
            }
            return ExitCode.DONE;
        }
        Explanation explanation =
                Explanation.of(code.get().toUpperCase(Locale.ROOT)).orElseThrow(() -> unknown(code.get()));
        environment.out().println(explanation.heading() + "\n");
        environment.out().print(explanation.text());
        return ExitCode.DONE;
    }

    private static Refusal unknown(String code) {
        return new Refusal(RunDiagnostics.argument(
                        "there is no code " + UserText.quote(code), Similar.to(code, Catalogue.codes()), "dnn explain")
                .help("`dnn explain` without a code lists all of them"));
    }
}
