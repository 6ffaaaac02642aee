package dnn.launcher.command;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Similar;
import dnn.config.diagnostic.Span;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Mistakes in arguments, shown like mistakes in files: with the command line as the text that is pointed into. */
public final class ArgumentErrors {
    /** The code of a mistake in the arguments. */
    public static final String ARGUMENTS = "Y013";

    /** The code of a file or folder that cannot be used. */
    public static final String FILE = "Y014";

    private static final String COMMAND_LINE = "<command line>";

    private ArgumentErrors() {}

    /** What picocli objects to, with the argument it objects to marked. */
    public static CheckReport report(CommandLine.ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        Diagnostic diagnostic = Diagnostic.error(ARGUMENTS, "", message(exception));
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
        diagnostic = diagnostic.at(new Span(COMMAND_LINE, 1, start, 1, start + length));
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().optionsMap().keySet().forEach(known::add);
        Optional<String> similar = culprits.stream().findFirst().flatMap(culprit -> Similar.to(culprit, known));
        if (similar.isPresent()) {
            diagnostic = diagnostic.note("a similar name: `" + similar.get() + "`");
        }
        diagnostic = diagnostic.help("`" + name + " --help` lists what it takes");
        return new CheckReport(
                List.of(diagnostic), Map.of(COMMAND_LINE, new SourceText(COMMAND_LINE, line.toString())));
    }

    /** A file or folder named in the arguments that cannot be used. */
    public static Diagnostic file(IOException problem) {
        String file = problem instanceof FileSystemException known && known.getFile() != null ? known.getFile() : "";
        String reason;
        if (problem instanceof NoSuchFileException) {
            reason = "there is no such file or folder";
        } else if (problem instanceof AccessDeniedException) {
            reason = "this user may not read or write it";
        } else if (problem instanceof NotDirectoryException) {
            reason = "it is not a folder";
        } else if (problem instanceof FileAlreadyExistsException) {
            reason = "it exists and is not a folder";
        } else if (problem instanceof FileSystemException known && known.getReason() != null) {
            reason = known.getReason();
        } else {
            reason = String.valueOf(problem.getMessage());
        }
        return Diagnostic.error(
                FILE, "", (file.isEmpty() ? "a file" : "`" + file + "`") + " cannot be used: " + reason);
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
            return "there is no " + kind + " `" + first + "`";
        }
        String text = String.valueOf(exception.getMessage());
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
