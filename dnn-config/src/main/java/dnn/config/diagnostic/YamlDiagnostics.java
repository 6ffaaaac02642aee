package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.ValuePath;
import java.util.List;
import java.util.Optional;

/**
 * The Y family: keys and values that are not what the grammar expects; {@link FileDiagnostics} has those about the file
 * as a whole.
 */
public final class YamlDiagnostics {
    private static final int FEW = 12;

    private YamlDiagnostics() {}

    /** Y003. */
    public static Diagnostic duplicateKey(String key, Span second, Span first) {
        return Diagnostic.error("Y003", "", "the key " + quote(key) + " stands here twice")
                .at(second)
                .label("again")
                .related(Related.at("", first, "first"))
                .help("remove one of the two");
    }

    /** Y003 for layers. */
    public static Diagnostic duplicateLayer(String name, String second, String first) {
        return Diagnostic.error("Y003", second, "two layers are called " + quote(name))
                .label("again")
                .related(Related.at(first, "first"))
                .note("initialization and stored weights are addressed by the names of layers; one without a name is"
                        + " called by its type and count")
                .help("rename one of the two");
    }

    /** Y004 for an override that reaches into a list by a key. */
    public static Diagnostic keyIntoList(String path, String key, Span place) {
        return Diagnostic.error("Y004", path, quote(path) + " is a list and has no key " + quote(key))
                .at(place)
                .help("select an element by its number, counted from 0: `" + escape(path) + "[0]." + escape(key)
                        + "=…`");
    }

    /** Y004 for an override whose path starts with no key of an experiment; {@code meant} is the override that was. */
    public static Diagnostic misplacedOverride(String key, Optional<String> meant, List<String> allowed, Span place) {
        return Diagnostic.error("Y004", key, quote(key) + " is not a key of an experiment")
                .at(place)
                .label(meant.isPresent() ? "a path starts at the top" : "")
                .help(meant.map(override -> "write " + quote(override))
                        .orElse("a path starts with one of " + list(allowed, FEW)));
    }

    /** Y004 for an override that reaches past the end of a list; {@code size} is −1 where there is no list. */
    public static Diagnostic noSuchElement(String path, int index, int size, Span place) {
        String found = size < 0 ? "is not a list" : "has " + count(size, "element") + ", counted from 0";
        return Diagnostic.error("Y004", path, "there is no element " + index + ": " + quote(path) + " " + found)
                .at(place);
    }

    /** Y013. */
    public static Diagnostic notAnOverride(String argument, Span place) {
        return Diagnostic.error("Y013", "", quote(argument) + " is not an override")
                .at(place)
                .help("write path=value, for example `training.epochs=50` or `architecture.layers[0].units=8`");
    }

    /** Y013 for an override of the file that is extended. */
    public static Diagnostic extendsInOverride(Span place) {
        return Diagnostic.error("Y013", "", "what an experiment extends cannot be overridden")
                .at(place)
                .note("overrides apply after the files are merged")
                .help("change `extends` in the file");
    }

    /** Y005. */
    public static Diagnostic wrongType(String path, String expected, String found, Span place) {
        return Diagnostic.error("Y005", path, quote(path) + " must be " + expected + ", found " + found)
                .at(place)
                .label("expected " + expected);
    }

    /** Y005 for a text that was probably meant to be a number. */
    public static Diagnostic wrongNumber(
            String path, String expected, String found, Span place, String meant, String why, boolean certain) {
        String write = "write `" + meant + "`";
        Diagnostic finding = wrongType(path, expected, found, place).note(why).help(write);
        return certain ? finding.fix(Fix.replace(place, meant, write)) : finding;
    }

    /** Y005 for a single value in the place of a list. */
    public static Diagnostic listOfOne(String path, String found, String text, Span place) {
        return wrongType(path, "a list", found, place)
                .help("write `[" + escape(text) + "]`")
                .fix(Fix.replace(place, "[" + text + "]", "put brackets around it"));
    }

    /** Y004 for the digits behind a decimal comma. */
    public static Diagnostic decimalComma(String path, String key, String before, Span number) {
        return Diagnostic.error(
                        "Y004",
                        ValuePath.child(path, key),
                        "the comma in `" + escape(before) + "," + escape(key)
                                + "` ends the value: a number has a decimal point")
                .at(number)
                .help("write `" + escape(before) + "." + escape(key) + "`")
                .fix(Fix.replace(number, before + "." + key, "write a decimal point"));
    }

    /** Y005 for a number in quotes. */
    public static Diagnostic quotedNumber(String path, String expected, String text, Span place) {
        return wrongType(path, expected, "the text " + quote(text), place)
                .note("quotes make a text of a number")
                .help("write " + escape(text) + " without quotes")
                .fix(Fix.replace(place, text, "remove the quotes"));
    }

    /** Y005 for a number the machine cannot hold. */
    public static Diagnostic outOfRange(String path, String text, Span place, long least, long most) {
        return wrongType(path, "a whole number from " + least + " to " + most, quote(text), place);
    }

    /** Y005 for a key and its value without a space between. */
    public static Diagnostic gluedKey(String path, String key, String value, Span keyAndColon) {
        return Diagnostic.error(
                        "Y005", ValuePath.child(path, key), "there is no space behind the colon of " + quote(key + ":"))
                .at(keyAndColon)
                .label("a text, not a key and a value")
                .help("write " + quote(key + ": " + value))
                .fix(Fix.replace(keyAndColon.end(), " ", "put a space behind the colon"));
    }

    /** Y005 for a key whose value stands behind another space than YAML's. */
    public static Diagnostic otherSpace(String key, String what, Span space) {
        return Diagnostic.error("Y005", "", "there is no space behind the colon of " + quote(key + ":"))
                .at(space)
                .note(what)
                .help("write the space of a keyboard")
                .fix(Fix.replace(space, " ", "write a space"));
    }

    /** Y005 for a tag. */
    public static Diagnostic tag(String tag, Span place) {
        return Diagnostic.error("Y005", "", "the tag " + quote(tag) + " has no meaning in an experiment")
                .at(place)
                .help("remove the tag");
    }

    /** Y005 for a key that is a list or a mapping. */
    public static Diagnostic keyNotText(Span place) {
        return Diagnostic.error("Y005", "", "a key must be text, found a list or a mapping")
                .at(place);
    }

    /** Y005 for a value that is neither a name nor a mapping. */
    public static Diagnostic notAChoice(
            String path, List<String> names, Optional<String> listKey, String found, Span place) {
        String expected = "a name or a mapping with `type`";
        Diagnostic finding = Diagnostic.error("Y005", path, quote(path) + " must be " + expected + ", found " + found)
                .at(place)
                .label("expected " + expected)
                .note("the names allowed here: " + list(names, 2 * FEW));
        return listKey.map(key -> finding.help("write numbers as `{" + key + ": …}`"))
                .orElse(finding);
    }

    /** Y006 for a value that is what it looks like only to YAML 1.1. */
    public static Diagnostic textIn12(String path, String text, String meant, Span place) {
        return Diagnostic.error("Y006", path, quote(text) + " is text in YAML 1.2, and " + meant + " in YAML 1.1")
                .at(place)
                .label("write " + meant)
                .note("experiments are read by YAML 1.2")
                .fix(Fix.replace(place, meant, "write " + meant));
    }

    /** Y006 for a number that YAML 1.1 reads differently. */
    public static Diagnostic differsIn11(String path, String text, String value, Optional<String> in11, Span place) {
        return Diagnostic.warning(
                        "Y006",
                        path,
                        quote(text) + " is " + value + " in YAML 1.2, and " + in11.orElse("text") + " in YAML 1.1")
                .at(place)
                .label("read as " + value)
                .help("write " + value)
                .fix(Fix.replace(place, value, "write " + value));
    }

    /**
     * Y007.
     *
     * @param kind what kind of thing is named, with its article
     * @param names the values allowed
     * @param meaning what the word probably means
     * @param otherwise what else is allowed
     */
    public static Diagnostic unknownValue(
            String path,
            String text,
            Span place,
            String kind,
            List<String> names,
            WordMeaning meaning,
            Optional<String> otherwise) {
        String message = meaning.lacking()
                ? "dnn has no " + kind.substring(kind.indexOf(' ') + 1) + " " + quote(text)
                : quote(text) + " is not a value of " + quote(path);
        Diagnostic finding = Diagnostic.error("Y007", path, message)
                .at(place)
                .help("the values allowed here: " + list(names, 2 * FEW)
                        + otherwise.map(more -> ", " + more).orElse(""));
        if (!meaning.note().isEmpty()) {
            finding = finding.note(meaning.note());
        }
        if (!meaning.nearest().isEmpty()) {
            boolean similar = Similar.to(text, meaning.nearest()).isPresent();
            String label = meaning.lacking()
                    ? "nearest: "
                    : similar ? "a similar value: " : meaning.certain() ? "called here " : "comes near: ";
            finding = finding.label(label + list(meaning.nearest(), FEW));
        }
        return finding.fix(meaning.certainWord().map(word -> Fix.replace(place, word, "write `" + word + "`")));
    }

    /** The finding about a name that stands without the mapping that holds it, {@code relu} in place of a layer. */
    public static Diagnostic wrapped(Diagnostic finding, Span place, String replacement) {
        String write =
                replacement.startsWith("{") ? replacement : "{type: " + replacement.replaceAll("\n *", ", ") + "}";
        return finding.help("write " + quote(write)).fix(Fix.replace(place, replacement, "write " + quote(write)));
    }

    /** Y008 for a choice whose name is written as a key. */
    public static Diagnostic nameAsKey(
            String path, String name, String discriminator, String written, Span place, Optional<Fix> fix) {
        return Diagnostic.error("Y008", path, quote(path) + " lacks the key " + quote(discriminator))
                .at(place)
                .label("a name, not a key")
                .help("write " + quote(written))
                .fix(fix);
    }

    /** Y008. */
    public static Diagnostic missingKey(String path, String key, String record, List<String> names, Span place) {
        return missingKey(path, key, names).at(place);
    }

    /** Y008, placed where the mapping at the path is written. */
    public static Diagnostic missingKey(String path, String key, List<String> names) {
        String holder = path.isEmpty() ? "the experiment" : quote(path);
        String example = names.isEmpty() ? "…" : names.get(0);
        Diagnostic finding = Diagnostic.error("Y008", path, holder + " lacks the key " + quote(key))
                .label(quote(key) + " is missing")
                .help("add `" + key + ": " + example + "`");
        return names.isEmpty() ? finding : finding.note("the values allowed: " + list(names, 2 * FEW));
    }

    /** Y008 for the key that says which of several things this is. */
    public static Diagnostic missingName(
            String path, String key, List<String> names, Optional<String> likely, Span place) {
        return missingKey(path, key, "", likely.map(List::of).orElse(names), place)
                .withNotes(List.of("the values allowed: " + list(names, 2 * FEW)));
    }

    /** Y009. */
    public static Diagnostic noEffect(String path, String key, String chosen, List<String> users, Span place) {
        List<String> named = users.stream()
                .map(user -> user.equals("table") ? "a table in a file" : user)
                .toList();
        boolean table = users.equals(List.of("table"));
        return Diagnostic.warning("Y009", path, quote(key) + " has no effect with " + chosen)
                .at(place)
                .label("used by " + String.join(", ", named))
                .help(
                        table
                                ? "remove it: " + chosen
                                        + " needs no such thing; or name a file as the source, for example"
                                        + " `source: data/table.csv`"
                                : "remove it, or use " + String.join(" or ", named));
    }
}
