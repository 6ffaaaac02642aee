package dnn.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script with which fish completes a command: a line for each of its subcommands and each of their options. */
final class FishCompletion {
    private static final String NO_SUBCOMMAND_YET = "__fish_use_subcommand";

    private FishCompletion() {}

    /** The script for a command with its subcommands. */
    static String script(CommandLine command) {
        String name = command.getCommandName();
        List<String> lines = new ArrayList<>();
        lines.add("# Completion of " + name + " for fish.");
        options(lines, name, NO_SUBCOMMAND_YET, command.getCommandSpec());
        command.getSubcommands().forEach((subcommand, described) -> {
            lines.add(start(name, NO_SUBCOMMAND_YET) + " -f -a " + subcommand
                    + description(described.getCommandSpec().usageMessage().description()));
            options(lines, name, "__fish_seen_subcommand_from " + subcommand, described.getCommandSpec());
        });
        return String.join("\n", lines) + "\n";
    }

    private static void options(List<String> lines, String name, String condition, CommandSpec spec) {
        for (OptionSpec option : spec.options()) {
            StringBuilder line = new StringBuilder(start(name, condition));
            for (String written : option.names()) {
                line.append(written.startsWith("--") ? " -l " + written.substring(2) : " -s " + written.substring(1));
            }
            if (option.arity().max() > 0) {
                line.append(" -r");
            }
            String values = values(option);
            if (!values.isEmpty()) {
                line.append(" -f -a ").append(quoted(values));
            }
            lines.add(line + description(option.description()));
        }
    }

    private static String values(OptionSpec option) {
        Iterable<String> candidates = option.completionCandidates();
        return candidates == null
                ? ""
                : StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.joining(" "));
    }

    private static String start(String name, String condition) {
        return "complete -c " + name + " -n " + quoted(condition);
    }

    /** The first sentence of a description. */
    private static String description(String... paragraphs) {
        String first = paragraphs.length == 0 ? "" : paragraphs[0];
        int end = first.indexOf(". ");
        String sentence = (end < 0 ? first : first.substring(0, end + 1)).replace("%n", " ");
        return sentence.isEmpty() ? "" : " -d " + quoted(sentence);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
