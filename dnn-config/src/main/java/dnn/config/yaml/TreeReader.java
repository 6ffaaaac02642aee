package dnn.config.yaml;

import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FileDiagnostics;
import dnn.config.diagnostic.LimitDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.word.Lookalikes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML text into a tree, whatever the text is: mistakes become findings, and what stands before and beside them
 * is kept.
 */
public final class TreeReader {
    /** Longer texts are refused: a megabyte, about fifty times the size of a large network's explicit weights. */
    public static final int SIZE_LIMIT = 1 << 20;

    private static final int REPAIR_LIMIT = 50;
    private static final int BAD_CHARACTER_LIMIT = 5;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r]");

    /** Ends of lines to YAML 1.1, and to the parser, but neither to YAML 1.2 nor to editors. */
    private static final String OTHER_LINE_BREAKS = "\u0085\u2028\u2029";

    private static final Pattern KEY_AND_PLAIN_VALUE =
            Pattern.compile("^(\\s*)(?:- +)?[\\w-]+:\\s+([^\\s#&*!|>'\"%@`{\\[].*)$");
    private static final Pattern LONE_KEY = Pattern.compile("^\\s*[\\w-]+:");

    /** The start of a text over several lines. */
    private static final Pattern BLOCK_TEXT = Pattern.compile("[|>][-+0-9]{0,3}$");

    /** Dashes and bullets that word processors make of a hyphen. */
    private static final Pattern OTHER_DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\u2022] ");

    /** Every pattern that is held against a line; none may read a long line more than a few times. */
    static final List<Pattern> LINE_PATTERNS = List.of(KEY_AND_PLAIN_VALUE, LONE_KEY, BLOCK_TEXT, OTHER_DASH);

    private final String source;
    private final Repairs repairs;
    private final List<Diagnostic> findings = new ArrayList<>();
    private List<AliasPlace> aliases = List.of();

    private TreeReader(String source, List<String> lines) {
        this.source = source;
        this.repairs = new Repairs(lines);
    }

    /**
     * A text as a tree.
     *
     * @param root nothing if there is nothing to read
     * @param findings what is wrong with the text as YAML
     * @param aliases where others of its values are repeated
     */
    public record Tree(Optional<YamlNode> root, List<Diagnostic> findings, List<AliasPlace> aliases) {
        private static Tree refused(Diagnostic finding) {
            return new Tree(Optional.empty(), List.of(finding), List.of());
        }
    }

    /** The lines of a text as every part of this module counts them, and editors do. */
    public static List<String> lines(String text) {
        return List.of(LINE_BREAK.split(text, -1));
    }

    /** Reads a text whose places are called {@code source}. */
    public static Tree read(String source, String text) {
        if (text.length() > SIZE_LIMIT) {
            return Tree.refused(LimitDiagnostics.tooLarge(Span.startOf(source), text.length(), SIZE_LIMIT));
        }
        List<Diagnostic> characters = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : lines(text)) {
            lines.add(printable(source, line, lines.size() + 1, characters));
        }
        if (characters.size() > BAD_CHARACTER_LIMIT) {
            return Tree.refused(
                    FileDiagnostics.notText(characters.get(0).span().orElseGet(() -> Span.startOf(source))));
        }
        TreeReader reader = new TreeReader(source, lines);
        reader.repairIndentation();
        Optional<YamlNode> root = reader.read();
        characters.addAll(reader.findings);
        return new Tree(root, characters, reader.aliases);
    }

    private static String printable(String source, String line, int number, List<Diagnostic> findings) {
        int[] characters = line.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            boolean otherBreak = OTHER_LINE_BREAKS.indexOf(characters[i]) >= 0;
            if (otherBreak || !StreamReader.isPrintable(characters[i])) {
                Span place = new Span(source, number, i + 1, number, i + 2);
                findings.add(
                        otherBreak
                                ? FileDiagnostics.otherLineBreak(characters[i], place)
                                : FileDiagnostics.badCharacter(characters[i], place));
                characters[i] = ' ';
            }
        }
        return new String(characters, 0, characters.length);
    }

    private Optional<YamlNode> read() {
        while (true) {
            Composer composer = new Composer(source, repairs);
            Optional<YamlNode> root = composer.compose();
            Optional<RuntimeException> failure = composer.failure();
            if (failure.isPresent()) {
                if (repairs.count() < REPAIR_LIMIT
                        && new SyntaxRepairs(source, repairs, findings).repair(failure.get())) {
                    continue;
                }
                findings.add(finding(failure.get()));
            }
            findings.addAll(composer.findings());
            aliases = composer.aliases();
            return root;
        }
    }

    /**
     * Other spaces than YAML's before a key or a dash do not indent it; with plain ones in their place reading goes on.
     */
    private void repairIndentation() {
        for (int line = 0; line < repairs.lineCount(); line++) {
            if (BLOCK_TEXT.matcher(repairs.line(line)).find()) {
                return; // lines of text may be indented by anything
            }
        }
        for (int line = 0; line < repairs.lineCount() && repairs.count() < REPAIR_LIMIT; line++) {
            String text = repairs.line(line);
            int end = 0;
            while (end < text.length() && (text.charAt(end) == ' ' || Lookalikes.isOtherSpace(text.charAt(end)))) {
                end++;
            }
            String indent = text.substring(0, end);
            boolean starts = text.startsWith("- ", end)
                    || LONE_KEY.matcher(text.substring(end)).lookingAt();
            Optional<String> other = starts ? Lookalikes.in(indent) : Optional.empty();
            if (other.isPresent()) {
                findings.add(FileDiagnostics.otherIndent(stretch(line, 0, end), other.get(), " ".repeat(end)));
                repairs.replace(line, 0, " ".repeat(end));
            }
        }
    }

    private Diagnostic finding(RuntimeException failure) {
        if (!(failure instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return FileDiagnostics.syntax(
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
                    Span.startOf(source),
                    Optional.empty(),
                    "");
        }
        Mark problem = marked.getProblemMark();
        Span place = place(problem);
        String line = problem.getLine() < repairs.lineCount() ? repairs.line(problem.getLine()) : "";
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        if (indent.contains("\t") && problem.getColumn() <= indent.length()) {
            Span whole = new Span(source, place.line(), 1, place.line(), indent.length() + 1);
            return FileDiagnostics.tab(whole, indent.replace("\t", "  "));
        }
        Optional<Diagnostic> usual = usualSlip(problem, line);
        if (usual.isPresent()) {
            return usual.get();
        }
        Optional<Span> opened = Optional.ofNullable(marked.getContextMark()).map(this::place);
        return FileDiagnostics.syntax(
                FileDiagnostics.plain(String.valueOf(marked.getProblem())),
                place,
                opened,
                String.valueOf(marked.getContext()));
    }

    /** Slips whose cause lies beside what the parser says. */
    private Optional<Diagnostic> usualSlip(Mark problem, String line) {
        String content = line.stripLeading();
        int indent = line.length() - content.length();
        if (OTHER_DASH.matcher(content).lookingAt()) {
            Span dash = stretch(problem.getLine(), indent, indent + 1);
            return Optional.of(FileDiagnostics.otherDash(content.charAt(0), dash));
        }
        String above = problem.getLine() > 0 ? repairs.line(problem.getLine() - 1) : "";
        Matcher value = KEY_AND_PLAIN_VALUE.matcher(above.stripTrailing());
        Matcher key = LONE_KEY.matcher(line);
        if (value.matches() && key.lookingAt() && key.end() == problem.getColumn() + 1 && indent > value.end(1)) {
            return Optional.of(FileDiagnostics.indentedFurther(
                    stretch(problem.getLine(), indent, key.end() - 1),
                    stretch(problem.getLine() - 1, value.start(2), value.end(2))));
        }
        return Optional.empty();
    }

    private Span stretch(int line, int start, int end) {
        return repairs.stretch(source, line, start, end);
    }

    /** One character, or nothing at the end of a line. */
    private Span place(Mark mark) {
        int line = Math.min(mark.getLine(), repairs.lineCount() - 1);
        int length = repairs.line(line).codePointCount(0, repairs.line(line).length());
        int column = line < mark.getLine() ? length : Math.min(mark.getColumn(), length);
        return repairs.between(source, line, column, Math.min(column + 1, length));
    }
}
