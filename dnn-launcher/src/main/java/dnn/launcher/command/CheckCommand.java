package dnn.launcher.command;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.UserText;
import dnn.config.render.GitHubRenderer;
import dnn.config.render.JsonRenderer;
import dnn.config.render.SarifRenderer;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.run.check.CheckedExperiment;
import dnn.run.check.Probing;
import dnn.run.check.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Finds every mistake in experiments without training: in the YAML, in the dimensions, in the data.",
            "",
            "Each finding has a stable code, its line and column, both sides of a conflict, and an edit that mends it. "
                    + "Findings as text go to standard error; as JSON, SARIF or GitHub annotations to standard output.",
            ""
        },
        footer = {
            "",
            "Exit code 0 if there are no errors, else 2.",
            "",
            "Examples:",
            "  dnn check configs/*.yaml",
            "  dnn check moons.yaml training.optimizer.learning_rate=3",
            "  dnn check moons.yaml --probe",
            "  dnn check moons.yaml --fix",
            "  dnn check moons.yaml --format json | jq '.diagnostics[].code'"
        })
final class CheckCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            paramLabel = "(FILE|path=value)",
            arity = "1..*",
            description = "Experiments to check, and values to use instead of theirs, by their path; read as YAML.")
    private List<String> arguments = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How findings are shown: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(names = "--deny", paramLabel = "warnings", description = "Exit with 2 also if there are only warnings.")
    private Denied denied = Denied.errors;

    @Option(
            names = "--probe",
            description = "Also try one batch forward and backward, and one step, on networks that are thrown away.")
    private boolean probe;

    @Option(names = "--no-data", description = "Leave the data out: check the YAML and the dimensions alone.")
    private boolean noData;

    @Option(
            names = "--fix",
            description = "Apply the edits that are certain, keeping comments and layout, and show the difference.")
    private boolean fix;

    /** From which severity on a finding makes the check fail. */
    enum Denied {
        errors,
        warnings
    }

    CheckCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (probe && noData) {
            throw new Refusal(RunDiagnostics.contradiction("--probe", "--no-data", "dnn check"));
        }
        List<String> files = new ArrayList<>();
        List<String> overrides = new ArrayList<>();
        for (String argument : arguments) {
            (isOverride(argument) ? overrides : files).add(argument);
        }
        if (files.isEmpty()) {
            throw new Refusal(RunDiagnostics.argument(
                    "values to use instead of a file's, but no file", Optional.empty(), "dnn check"));
        }
        CompletableFuture<Checker> checker = CheckedExperiment.checker();
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (fix) {
            for (String file : files) {
                diagnostics.addAll(FixedFile.fix(
                        environment,
                        Path.of(file),
                        files,
                        checker,
                        format == Format.text ? environment.out() : environment.err()));
            }
        }
        Map<String, SourceText> sources = new LinkedHashMap<>();
        List<String> clean = new ArrayList<>();
        for (String file : files) {
            CheckReport report = check(file, overrides, checker);
            diagnostics.addAll(report.diagnostics());
            sources.putAll(report.sources());
            if (report.diagnostics().isEmpty()) {
                clean.add(file);
            }
        }
        CheckReport all = new CheckReport(diagnostics, sources);
        switch (format) {
            case text -> {
                environment.err().print(environment.findings(all));
                clean.forEach(file -> environment.out().println(UserText.escape(file) + ": no mistakes found"));
            }
            case json -> environment.out().println(new JsonRenderer().render(all));
            case sarif -> environment.out().println(new SarifRenderer(Version.number()).render(all));
            case github -> environment.out().print(new GitHubRenderer().render(all));
        }
        boolean fails = all.hasErrors() || (denied == Denied.warnings && all.warnings() > 0);
        return fails ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /** Any file may be named, also one with an equals sign in its name. */
    private boolean isOverride(String argument) {
        return argument.contains("=") && !Files.exists(environment.directory().resolve(argument));
    }

    private CheckReport check(String file, List<String> overrides, CompletableFuture<Checker> checker) {
        CheckedExperiment checked = noData
                ? CheckedExperiment.withoutData(environment.directory(), Path.of(file), overrides, checker)
                : CheckedExperiment.of(environment.directory(), Path.of(file), overrides, checker);
        CheckReport report = checked.report();
        if (report.hasErrors()) {
            return report;
        }
        try {
            if (probe) {
                return report.plus(Probing.all(checked));
            }
            Probing.chosenBackend(checked.loaded());
            return report;
        } catch (RefusedException refused) {
            return report.plus(refused.report());
        }
    }
}
