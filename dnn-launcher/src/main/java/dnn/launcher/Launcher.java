package dnn.launcher;

import dnn.config.diagnostic.RunDiagnostics;
import dnn.data.problem.DataException;
import dnn.launcher.command.ArgumentErrors;
import dnn.launcher.command.DnnCommand;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.MemoryShortage;
import dnn.launcher.process.Refusal;
import dnn.run.check.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import picocli.CommandLine;

/** Turns arguments into a command's work and its outcome into an exit code. */
public final class Launcher {
    private final Environment environment;

    /** A launcher that works in this environment. */
    public Launcher(Environment environment) {
        this.environment = environment;
    }

    /**
     * Runs a command. Nothing is thrown: what the user can mend ends in 2, what only we can mend in 1 with a stack
     * trace.
     */
    public int run(String... given) {
        String[] arguments = asked(given);
        CommandLine commandLine = DnnCommand.commandLine(environment, arguments);
        commandLine.setOut(writer(environment.out()));
        commandLine.setErr(writer(environment.err()));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(
                environment.colourOut() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        commandLine.setParameterExceptionHandler((exception, parsed) -> {
            show(new Refusal(ArgumentErrors.report(exception, parsed)));
            return ExitCode.REFUSED;
        });
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception));
        int exit = execute(commandLine, arguments);
        // A stream keeps silent about what it could not write, until it is asked.
        if (environment.out().checkError()) {
            show(new Refusal(RunDiagnostics.standardOutput()));
            return exit == ExitCode.DONE ? ExitCode.REFUSED : exit;
        }
        return exit;
    }

    private int execute(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            show(MemoryShortage.refusal(e));
            return ExitCode.REFUSED;
        }
    }

    /** {@code dnn help train} is {@code dnn train --help}. */
    private static String[] asked(String... given) {
        if (given.length == 0 || !given[0].equals("help")) {
            return given;
        }
        if (given.length == 1) {
            return new String[] {"--help"};
        }
        // What is no command is to be refused as such.
        return DnnCommand.isCommand(given[1]) ? new String[] {given[1], "--help"} : new String[] {given[1]};
    }

    private PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, environment.charset());
    }

    private int failed(Exception exception) {
        if (exception instanceof Refusal refusal) {
            show(refusal);
            return ExitCode.REFUSED;
        }
        if (exception instanceof RefusedException refused) {
            show(new Refusal(refused.report()));
            return ExitCode.REFUSED;
        }
        if (exception instanceof IOException problem) {
            show(new Refusal(RunDiagnostics.file(problem)));
            return ExitCode.REFUSED;
        }
        if (exception instanceof UncheckedIOException hidden) {
            show(new Refusal(RunDiagnostics.file(Objects.requireNonNull(hidden.getCause()))));
            return ExitCode.REFUSED;
        }
        if (exception instanceof InvalidPathException noPath) {
            show(new Refusal(RunDiagnostics.noPath(noPath.getInput(), noPath.getReason())));
            return ExitCode.REFUSED;
        }
        if (exception instanceof DataException changed) {
            show(new Refusal(RunDiagnostics.dataUnfit(String.valueOf(changed.getMessage()))));
            return ExitCode.REFUSED;
        }
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        environment
                .err()
                .print("dnn: this is a mistake in dnn, not in your files. Please report it with the lines below.\n"
                        + trace);
        return ExitCode.BUG;
    }

    private void show(Refusal refusal) {
        environment.err().print(environment.findings(refusal.report()));
        environment.err().flush();
    }
}
