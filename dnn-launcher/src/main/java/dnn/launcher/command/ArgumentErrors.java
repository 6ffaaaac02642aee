package dnn.launcher.command;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.Similar;
import dnn.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Mistakes in arguments, shown like mistakes in files: with the command line as the text that is pointed into. */
public final class ArgumentErrors {
    private static final String COMMAND_LINE = "<command line>";

    private ArgumentErrors() {}

    /** The objection of picocli, with the argument that it concerns marked. */
    public static CheckReport report(CommandLine.ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        List<String> culprits = culprits(exception);
        Optional<Integer> at = culprits.stream()
                .findFirst()
                .map(culprit -> List.of(arguments).indexOf(culprit))
                .filter(index -> index >= 0);
        StringBuilder line = new StringBuilder("dnn");
        int column = 0;
        for (int i = 0; i < arguments.length; i++) {
            line.append(' ');
            if (at.isPresent() && at.get() == i) {
                column = line.codePointCount(0, line.length()) + 1;
            }
            line.append(arguments[i]);
        }
        int start = at.isPresent() ? column : line.codePointCount(0, line.length()) + 1;
        int length = at.map(index -> arguments[index].codePointCount(0, arguments[index].length()))
                .orElse(1);
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().optionsMap().keySet().forEach(known::add);
        Optional<String> similar = culprits.stream().findFirst().flatMap(culprit -> Similar.to(culprit, known));
        boolean noCommand = command.getParent() == null && exception instanceof CommandLine.UnmatchedArgumentException;
        Diagnostic diagnostic = culprits.stream()
                .findFirst()
                .filter(culprit -> noCommand)
                .flatMap(ArgumentErrors::commandsFor)
                .map(help -> RunDiagnostics.argument(message(exception), help))
                .orElseGet(() -> RunDiagnostics.argument(message(exception), similar, name))
                .at(new Span(COMMAND_LINE, 1, start, 1, start + length));
        return new CheckReport(
                List.of(diagnostic), Map.of(COMMAND_LINE, new SourceText(COMMAND_LINE, line.toString())));
    }

    /** The commands that take what was named in the place of one. */
    private static Optional<String> commandsFor(String culprit) {
        String file = culprit.toLowerCase(Locale.ROOT);
        if (file.endsWith(".yaml") || file.endsWith(".yml")) {
            return Optional.of(
                    "`dnn check " + culprit + "` checks this experiment, `dnn train " + culprit + "` trains it");
        }
        if (Stream.of(".csv", ".tsv", ".csv.gz", ".tsv.gz").anyMatch(file::endsWith)) {
            return Optional.of("`dnn init " + culprit + " --target COLUMN` writes a first experiment for a table");
        }
        return culprit.contains("/")
                ? Optional.of("`dnn evaluate " + culprit + "` and `dnn inspect " + culprit + "` show a run")
                : Optional.empty();
    }

    private static List<String> culprits(CommandLine.ParameterException exception) {
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched.getUnmatched();
        }
        return exception.getValue() == null ? List.of() : List.of(exception.getValue());
    }

    private static String message(CommandLine.ParameterException exception) {
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            boolean root = exception.getCommandLine().getParent() == null;
            String kind = unmatched.isUnknownOption() ? "option" : root ? "command" : "argument";
            return RunDiagnostics.unknownArgument(kind, first);
        }
        String text = String.valueOf(exception.getMessage());
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
