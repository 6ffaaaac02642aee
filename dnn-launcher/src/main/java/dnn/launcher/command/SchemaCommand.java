package dnn.launcher.command;

import dnn.config.schema.ExperimentSchema;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.run.directory.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dnn schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the JSON Schema of experiments, with which an editor completes keys and marks mistakes "
                    + "while they are "
                    + "typed.",
            "",
            "An experiment refers to it in its first line: # yaml-language-server: $schema=experiment.schema.json",
            ""
        },
        footer = {"", "Example:", "  dnn schema --output experiment.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    private final Environment environment;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "Replace FILE if it exists and holds something else.")
    private boolean overwrite;

    SchemaCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (output == null) {
            environment.out().print(ExperimentSchema.text());
        } else {
            Path file = environment.directory().resolve(output);
            if (!overwrite) {
                Existing.refuse(file, Optional.of(ExperimentSchema.text()));
            }
            AtomicFiles.write(file, ExperimentSchema.text());
        }
        return ExitCode.DONE;
    }
}
