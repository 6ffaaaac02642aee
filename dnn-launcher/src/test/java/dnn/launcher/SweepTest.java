package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.config.CheckReport;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Severity;
import dnn.launcher.process.ExitCode;
import dnn.run.check.CheckedExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the project, with its table where there is one, with every single key deleted or misspelt in turn
 * and every number changed to 0, −1 and a text: nothing is thrown, no misspelt key passes in silence, and the command
 * ends with 0 or 2. The table of results is printed.
 */
class SweepTest {
    private static final int ROWS = 1000;

    private final CompletableFuture<Checker> checker = CheckedExperiment.checker();

    @TempDir
    private Path folder;

    /** A key where one may stand: behind the indentation, a dash, `{` or a comma; comments are cut off before. */
    private static final Pattern KEY = Pattern.compile("(?<=^|[\\s{,-])([a-z][a-z0-9_]*):(?=\\s|$)");

    private static final Pattern NUMBER = Pattern.compile("(?<=[\\s\\[,])(-?\\d[\\d.e+-]*)(?=\\s|$|[,}\\]])");

    /** What became of the variants of one kind. */
    private static final class Outcomes {
        private int variants;
        private int errors;
        private int warningsOnly;
        private int silent;
    }

    /** A place in a text. */
    private record Place(int line, int start, int end, String word) {}

    private final Map<String, Outcomes> table = new TreeMap<>();

    /** The files made from one example. */
    private final List<String> variants = new ArrayList<>();

    /** Copies of the examples, with the tables they read beside them. */
    private List<Path> examples() throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path from : List.of(
                CommandRun.configs(),
                CommandRun.configs().resolve("lecture"),
                CommandRun.configs().resolve("elsewhere"))) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    copies.add(Files.copy(file, folder.resolve(String.valueOf(file.getFileName()))));
                }
            }
        }
        Files.createDirectory(folder.resolve("tables"));
        assumeTrue(Files.isDirectory(CommandRun.tables()), "skipped: the tables are not beside the project");
        for (String table : List.of("breast_cancer.csv", "penguins.csv", "mpg.csv", "diamonds.csv")) {
            copyBeginning(CommandRun.tables().resolve(table));
        }
        try (Stream<Path> shipped = Files.list(CommandRun.configs().resolve("tables"))) {
            for (Path table :
                    shipped.filter(file -> file.toString().endsWith(".csv")).toList()) {
                copyBeginning(table);
            }
        }
        return copies;
    }

    /** The first rows will do: names of columns are misspelt here, not cells. */
    private void copyBeginning(Path table) throws IOException {
        try (Stream<String> lines = Files.lines(table)) {
            Files.write(
                    folder.resolve("tables").resolve(String.valueOf(table.getFileName())),
                    lines.limit(ROWS).toList());
        }
    }

    @Test
    void everyKeyAndEveryNumber() throws IOException {
        List<String> accepted = new ArrayList<>();
        for (Path example : examples()) {
            variants.clear();
            List<String> lines = Files.readAllLines(example);
            List<Place> keys = places(lines, KEY);
            assertThat(keys).as("%s", example).hasSizeGreaterThan(10);
            for (Place key : keys) {
                check("key deleted", lines, key, deleted(lines, key));
                String misspelt = misspelt(key.word);
                CheckReport report = check("key misspelt", lines, key, replaced(lines, key, misspelt));
                if (report.diagnostics().stream().noneMatch(SweepTest::concernsKeys)) {
                    accepted.add(example + ":" + (key.line + 1) + " " + misspelt);
                }
            }
            for (Place number : places(lines, NUMBER)) {
                check("number to 0", lines, number, replaced(lines, number, "0"));
                check("number to -1", lines, number, replaced(lines, number, "-1"));
                check("number to text", lines, number, replaced(lines, number, "many"));
            }
            CommandRun run = CommandRun.of(
                    folder, Stream.concat(Stream.of("check"), variants.stream()).toArray(String[]::new));
            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).doesNotContain("\tat ");
        }
        System.out.printf("%-16s %9s %9s %14s %13s%n", "change", "variants", "errors", "warnings only", "no findings");
        table.forEach((kind, outcomes) -> System.out.printf(
                "%-16s %9d %9d %14d %13d%n",
                kind, outcomes.variants, outcomes.errors, outcomes.warningsOnly, outcomes.silent));
        assertThat(table.get("key misspelt").variants).isGreaterThan(150);
        assertThat(table.get("number to 0").variants).isGreaterThan(50);
        assertThat(accepted).isEmpty();
    }

    /** A misspelt key is an error, whatever else is reported. */
    private static boolean concernsKeys(Diagnostic finding) {
        return finding.severity() == Severity.ERROR && finding.code().matches("Y00[48]|S109|D609");
    }

    /** What is found; nothing may be thrown. */
    private CheckReport check(String kind, List<String> before, Place place, List<String> after) throws IOException {
        assertThat(after).isNotEqualTo(before);
        Outcomes outcomes = table.computeIfAbsent(kind, key -> new Outcomes());
        outcomes.variants++;
        Path file = folder.resolve("variant-" + variants.size() + ".yaml");
        Files.writeString(file, String.join("\n", after) + "\n");
        variants.add(file.toString());
        CheckReport report;
        try {
            report = CheckedExperiment.of(CommandRun.environment(folder).directory(), file, List.of(), checker)
                    .report();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(kind + ", line " + (place.line + 1) + ", " + place.word + "\n" + after, e);
        }
        if (report.hasErrors()) {
            outcomes.errors++;
        } else if (report.warnings() > 0 || report.notes() > 0) {
            outcomes.warningsOnly++;
        } else {
            outcomes.silent++;
        }
        return report;
    }

    private static List<Place> places(List<String> lines, Pattern pattern) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
            Matcher matcher = pattern.matcher(comment < 0 ? line : line.substring(0, comment));
            int number = i;
            if (line.strip().startsWith("description:")) {
                matcher.region(0, line.indexOf(':') + 1);
            }
            matcher.results().map(match -> place(number, match)).forEach(places::add);
        }
        return places;
    }

    private static Place place(int line, MatchResult match) {
        return new Place(line, match.start(1), match.end(1), match.group(1));
    }

    private static List<String> replaced(List<String> lines, Place place, String word) {
        List<String> copy = new ArrayList<>(lines);
        String line = lines.get(place.line);
        copy.set(place.line, line.substring(0, place.start) + word + line.substring(place.end));
        return copy;
    }

    /** The second and third letter exchanged, or the last one doubled where that changes nothing. */
    private static String misspelt(String key) {
        String swapped = key.length() > 2 ? key.charAt(0) + "" + key.charAt(2) + key.charAt(1) + key.substring(3) : key;
        return swapped.equals(key) ? key + key.charAt(key.length() - 1) : swapped;
    }

    /**
     * Without the key and its value: in one line up to the comma or the brace, else the line and those indented deeper
     * below it.
     */
    private static List<String> deleted(List<String> lines, Place key) {
        List<String> copy = new ArrayList<>(lines);
        String line = lines.get(key.line);
        if (line.substring(0, key.start).contains("{")) {
            int end = key.end;
            int depth = 0;
            while (depth > 0 || (line.charAt(end) != ',' && line.charAt(end) != '}')) {
                depth += "[{".indexOf(line.charAt(end)) >= 0 ? 1 : "]}".indexOf(line.charAt(end)) >= 0 ? -1 : 0;
                end++;
            }
            boolean last = line.charAt(end) == '}';
            String before = line.substring(0, key.start);
            copy.set(
                    key.line,
                    last
                            ? before.replaceAll(",\\s*$", "") + line.substring(end)
                            : before + line.substring(end + 1).stripLeading());
            return copy;
        }
        copy.remove(key.line);
        while (key.line < copy.size() && indent(copy.get(key.line)) > key.start) {
            copy.remove(key.line);
        }
        return copy;
    }

    private static int indent(String line) {
        return line.isBlank()
                ? Integer.MAX_VALUE
                : line.length() - line.stripLeading().length();
    }
}
