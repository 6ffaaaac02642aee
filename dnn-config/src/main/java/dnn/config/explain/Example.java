package dnn.config.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files and the commands that are run on them.
 *
 * @param files contents by file name
 * @param commands what is run, one command a line, the last of them the one that is explained; by default the check of
 *     the experiment
 */
public record Example(Map<String, byte[]> files, List<String> commands) {
    /** The file of a block of YAML without a name. */
    public static final String EXPERIMENT = "experiment.yaml";

    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";

    /**
     * The example that a section of Markdown gives in fenced blocks: {@code yaml} is the experiment, {@code yaml
     * base.yaml} or {@code csv table.csv} a file of that name, {@code hex images.idx} one of bytes, {@code console}
     * commands after {@code $}.
     */
    static Example of(String section) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        Optional<String> opened = Optional.empty();
        StringBuilder block = new StringBuilder();
        for (String line : section.split("\n", -1)) {
            if (!line.startsWith(FENCE)) {
                block.append(line).append('\n');
            } else if (opened.isEmpty()) {
                opened = Optional.of(line.substring(FENCE.length()).strip());
                block.setLength(0);
            } else {
                add(opened.get(), block.toString(), files, commands);
                opened = Optional.empty();
            }
        }
        if (commands.isEmpty()) {
            commands.add("dnn check " + EXPERIMENT);
        }
        return new Example(Map.copyOf(files), List.copyOf(commands));
    }

    private static void add(String opened, String block, Map<String, byte[]> files, List<String> commands) {
        String[] words = opened.split(" ", 2);
        if (words[0].equals("console")) {
            block.lines()
                    .filter(line -> line.startsWith(PROMPT))
                    .forEach(line -> commands.add(line.substring(PROMPT.length())));
        } else {
            byte[] content = words[0].equals("hex")
                    ? HexFormat.of().parseHex(block.replaceAll("\\s", ""))
                    : block.getBytes(StandardCharsets.UTF_8);
            files.put(words.length > 1 ? words[1] : EXPERIMENT, content);
        }
    }
}
