package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.quote;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Y family as far as it is about the file as a whole: syntax, encoding, limits. */
public final class FileDiagnostics {
    /** The names of what SnakeYAML says was open, in words of the format. */
    private static final Map<String, String> OPENED = Map.of(
            "while parsing a flow sequence", "a list is opened here with `[` and not closed",
            "while parsing a flow mapping", "a mapping is opened here with `{` and not closed",
            "while scanning a quoted scalar", "a quoted text is opened here and not closed",
            "while scanning a simple key", "a key is expected here, with `:` and a space behind it",
            "while parsing a block mapping", "the mapping starts here; its keys stand in this column",
            "while parsing a block collection", "the list starts here; its dashes stand in this column");

    /** The mistakes that SnakeYAML finds, in words for people who do not know its terms. */
    private static final Map<Pattern, String> PROBLEMS = problems();

    private FileDiagnostics() {}

    private static Map<Pattern, String> problems() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(
                Pattern.compile("mapping values are not allowed here"),
                "a colon stands where no key can be; text with a colon and a space in it needs quotes");
        words.put(
                Pattern.compile("could not find expected ':'"), "this line is neither a key with a colon nor a value");
        words.put(
                Pattern.compile("sequence entries are not allowed here"),
                "a dash stands where no list can be; a list starts on a line of its own");
        words.put(Pattern.compile("found unexpected end of stream"), "the file ends in the middle of a text");
        words.put(
                Pattern.compile("found character '(.)[^']*' that cannot start any token.*"),
                "a value cannot start with `$1` unless it is in quotes");
        words.put(
                Pattern.compile("expected <block end>, but found '<(?:block mapping start|block sequence start)>'"),
                "this line is indented further than the keys before it");
        words.put(
                Pattern.compile("expected <block end>, but found '(?:<scalar>|-|\\?)'"),
                "this line is indented differently from the keys before it, or a text before it is not closed");
        words.put(
                Pattern.compile("expected <block end>, but found '([\\[{])'"),
                "`$1` cannot follow here: a dash, or a key with a colon, is missing before it");
        words.put(
                Pattern.compile("expected <block end>, but found '([\\]},])'"),
                "`$1` stands here without an opening bracket");
        words.put(Pattern.compile("expected ',' or '([\\]}])', but got .*"), "`,` or `$1` must stand here");
        words.put(Pattern.compile("found unknown escape character (.).*"), "`\\\\$1` means nothing in quotes");
        return Collections.unmodifiableMap(words);
    }

    /** The parser's complaint, in plain words where there are some. */
    public static String plain(String problem) {
        for (Map.Entry<Pattern, String> words : PROBLEMS.entrySet()) {
            Matcher matcher = words.getKey().matcher(problem);
            if (matcher.matches()) {
                return matcher.replaceFirst(words.getValue());
            }
        }
        return problem;
    }

    /** Y001. */
    public static Diagnostic syntax(String problem, Span place, Optional<Span> opened, String context) {
        String open = OPENED.getOrDefault(context.strip(), context);
        Diagnostic finding = Diagnostic.error("Y001", "", "the file cannot be read as YAML: " + escape(problem))
                .at(place)
                .label("reading gave up here")
                .note("what stands before this place was checked, what stands behind it was not");
        if (open.startsWith("a quoted text")) {
            finding = finding.help("write the closing quote where the text ends");
        }
        return opened.isPresent()
                ? finding.related(Related.at("", opened.get(), open.isEmpty() ? "opened here" : open))
                : finding;
    }

    /**
     * Y001 for a bracket that is not closed.
     *
     * @param certain whether it can only be meant to be closed there
     * @param end the place where it is to be closed
     */
    public static Diagnostic openBracket(String open, char closing, boolean certain, Span end, Span opening) {
        String write = "write `" + closing + "` here";
        return Diagnostic.error("Y001", "", "there is no `" + closing + "` for this `" + open + "`")
                .at(end)
                .label("`" + closing + "` is missing")
                .related(Related.at("", opening, "opened here"))
                .help(certain ? write : write + ", or remove the `" + open + "`")
                .fix(certain ? Optional.of(Fix.replace(end, String.valueOf(closing), write)) : Optional.empty());
    }

    /** Y001 for two keys in braces, on two lines, without a comma between. */
    public static Diagnostic missingComma(Span end) {
        return Diagnostic.error("Y001", "", "there is no `,` before the key of the next line")
                .at(end)
                .label("`,` is missing")
                .note("keys in braces are parted by commas, on several lines, too")
                .help("write `,` here")
                .fix(Fix.replace(end, ",", "write `,` here"));
    }

    /** Y001 for a key that is indented further than the keys beside it. */
    public static Diagnostic indentedFurther(Span place, Span above) {
        return syntax(
                        "this key is indented further than the one above, so that it goes on with its value",
                        place,
                        Optional.of(above),
                        "the value starts here")
                .help("write both keys in the same column; a value with keys of its own is written `{type: …, …}`");
    }

    /** Y001 for an element of a list behind a dash that is none. */
    public static Diagnostic otherDash(int character, Span place) {
        return syntax(
                        String.format("the dash U+%04X does not make an element of a list", character),
                        place,
                        Optional.empty(),
                        "")
                .help("write the dash that is on a keyboard, `-`")
                .fix(Fix.replace(place, "-", "write `-`"));
    }

    /** Y001 for a second document. */
    public static Diagnostic secondDocument(Span place) {
        return Diagnostic.error("Y001", "", "the file holds a second document")
                .at(place)
                .label("a new document starts here")
                .note("a file declares one experiment")
                .help("move what follows into a file of its own");
    }

    /** Y001 for a character that no text has. */
    public static Diagnostic badCharacter(int character, Span place) {
        return Diagnostic.error("Y001", "", String.format("the character U+%04X cannot stand in YAML", character))
                .at(place)
                .help("remove it");
    }

    /** Y001 for a character that ends a line to some programs and not to others. */
    public static Diagnostic otherLineBreak(int character, Span place) {
        return Diagnostic.error(
                        "Y001",
                        "",
                        String.format("the character U+%04X ends a line in some programs and not in others", character))
                .at(place)
                .help("replace it by a space, or end the line as usual");
    }

    /** Y001 for a binary file. */
    public static Diagnostic notText(Span place) {
        return Diagnostic.error("Y001", "", "this is not a text file")
                .at(place)
                .label("the first character that no text has")
                .help("name a YAML file that declares an experiment");
    }

    /** Y001 for bytes that are not UTF-8. */
    public static Diagnostic notUtf8(Span place) {
        return Diagnostic.error("Y001", "", "the file is not encoded in UTF-8")
                .at(place)
                .label("the first byte that does not belong")
                .help("save the file as UTF-8");
    }

    /** Y001 for something that is no file. */
    public static Diagnostic unreadableFile(String file, String reason) {
        return Diagnostic.error("Y001", "", quote(file) + " cannot be read: " + escape(reason));
    }

    /**
     * Y001 for a folder.
     *
     * @param experiments files in it that may be meant, by their paths
     * @param run whether it is a run directory
     */
    public static Diagnostic folder(String folder, List<String> experiments, boolean run) {
        Diagnostic finding = unreadableFile(
                folder, run ? "it is a run directory, and an experiment is a file" : "it is a directory");
        if (run) {
            return finding.help("the experiment of this run is " + UserText.list(experiments, 1)
                    + "; `dnn evaluate`, `dnn predict` and `dnn inspect` take the run itself");
        }
        return finding.help(
                experiments.isEmpty()
                        ? "name the file of an experiment"
                        : "name the file of an experiment, such as " + UserText.list(experiments, 3));
    }

    /** Y001 for a file whose top is no mapping. */
    public static Diagnostic notAnExperiment(String found, Span place) {
        return Diagnostic.error("Y001", "", "an experiment is a mapping of keys to values, found " + found)
                .at(place)
                .help("start with `name: …`, then `data:`, `architecture:` and `training:`");
    }

    /** Y002. */
    public static Diagnostic tab(Span indent, String spaces) {
        return Diagnostic.error("Y002", "", "a tab cannot indent YAML")
                .at(indent)
                .label("a tab")
                .note("how wide a tab is depends on the editor, so YAML allows spaces only")
                .note("what stands before this place was checked, what stands behind it was not")
                .help("indent with spaces")
                .fix(Fix.replace(indent, spaces, "indent with spaces"));
    }

    /** Y002 for other spaces than YAML's. */
    public static Diagnostic otherIndent(Span indent, String what, String spaces) {
        return Diagnostic.error("Y002", "", "this line is indented by other spaces than YAML's")
                .at(indent)
                .note(what)
                .help("indent with the spaces of a keyboard")
                .fix(Fix.replace(indent, spaces, "indent with spaces"));
    }

    /**
     * Y001 for a key without its colon.
     *
     * @param sign what stands in its place, possibly nothing
     * @param instead where the colon belongs
     */
    public static Diagnostic missingColon(String key, String sign, String value, Span place, Span instead) {
        return Diagnostic.error(
                        "Y001",
                        "",
                        sign.isEmpty()
                                ? "there is no colon behind the key " + quote(key)
                                : "a colon, not `" + sign + "`, parts the key " + quote(key) + " from its value")
                .at(place)
                .label("a key without a colon")
                .help("write " + quote((key + ": " + value).strip()))
                .fix(Fix.replace(instead, sign.isEmpty() ? ":" : ": ", "write a colon"));
    }

    /** Y008 for a file without content. */
    public static Diagnostic empty(Span place) {
        return Diagnostic.error("Y008", "", "the file is empty")
                .at(place)
                .help("start with `name: …`, then `data:`, `architecture:` and `training:`");
    }
}
