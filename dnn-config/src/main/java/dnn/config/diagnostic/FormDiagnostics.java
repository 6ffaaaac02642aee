package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.escape;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Y family as far as it is about values in forms that other tools have. */
public final class FormDiagnostics {
    private static final int FEW = 12;

    private FormDiagnostics() {}

    /** Y015. */
    public static Diagnostic otherFormat(String format, String advice, Span place) {
        return Diagnostic.error("Y015", "", "this is " + format + ", not an experiment in YAML")
                .at(place)
                .label("the line that shows it")
                .help(advice);
    }

    /** Y007 for a name that is written as a call. */
    public static Diagnostic call(
            String path,
            String text,
            String name,
            String discriminator,
            Optional<String> mapping,
            List<String> names,
            Span place) {
        String write = mapping.orElse("{" + discriminator + ": …}");
        return Diagnostic.error("Y007", path, quote(text) + " is not a value of " + quote(path))
                .at(place)
                .label("a call, as programs have it")
                .note("an experiment is no program: " + quote(name) + " and what stands in its parentheses are keys and"
                        + " values here")
                .help("write " + quote(write)
                        + (mapping.isPresent() ? "" : "; the values allowed here: " + list(names, FEW)))
                .fix(mapping.map(edit -> Fix.replace(place, edit, "write `" + edit + "`")));
    }

    /**
     * Y007 for layers that are stacked as programs do.
     *
     * @param layers what says the same here, if that is certain
     */
    public static Diagnostic stack(String path, String name, Optional<String> layers, Span place) {
        Diagnostic finding = Diagnostic.error("Y007", path, quote(name + "(…)") + " is not a value of " + quote(path))
                .at(place)
                .label("a call, as programs have it")
                .note("an experiment is no program: each layer is an element of a list, with its options as keys");
        return layers.map(list -> finding.help("write each layer as a mapping")
                        .fix(Fix.replace(place, list, "write the layers as a list")))
                .orElseGet(() -> finding.help("write each layer as a mapping, for example"
                        + " `- {type: dense, units: 20, activation: relu}`, below each other"));
    }

    /** Y005 for one name or call in brackets of its own. */
    public static Diagnostic inBrackets(String path, String text, Span place, Fix fix) {
        return YamlDiagnostics.wrongType(path, "a name or a mapping with `type`", "a list", place)
                .help("write " + quote(text) + " without the brackets around it")
                .fix(fix);
    }

    /**
     * Y005 for a value that is no number with one of these units.
     *
     * @param number that was written, without a unit or with another one
     */
    public static Diagnostic measure(
            String path, List<String> units, String found, Optional<String> number, Span place) {
        String example = number.orElse("5");
        return YamlDiagnostics.wrongType(path, "a number with its unit", found, place)
                .note("the units allowed here: " + list(units, FEW))
                .help("write "
                        + units.stream()
                                .map(unit -> quote(example + " " + unit))
                                .collect(Collectors.joining(" or ")));
    }

    /** Y005 for a truth value in the place of an optional mapping. */
    public static Diagnostic switched(
            String path, String expected, String found, String written, boolean on, Span place) {
        return YamlDiagnostics.wrongType(path, expected, found, place)
                .note(on ? "it is switched on by being there" : "it is switched off by not being there")
                .help(on ? "write " + quote(written) : "remove it, or write `null`")
                .fix(Fix.replace(place, written, "write `" + written + "`"));
    }

    /** Y005 for the value of a key in the place of the mapping with that key. */
    public static Diagnostic valueOfKey(String path, String expected, String found, String written, Span place) {
        return YamlDiagnostics.wrongType(path, expected, found, place)
                .help("write " + quote(written))
                .fix(Fix.replace(place, written, "write `" + written + "`"));
    }

    /** Y005 for layers that are given by their sizes alone. */
    public static Diagnostic sizes(String path, List<String> sizes, Span place) {
        List<String> layers = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            layers.add("{type: dense, units: " + sizes.get(i) + (i + 1 < sizes.size() ? ", activation: relu}" : "}"));
        }
        return YamlDiagnostics.wrongType(path, "a list of layers", "a list of numbers", place)
                .note("if " + sizes.get(0) + " is the number of inputs, it is no layer: the data gives it")
                .help("write `[" + String.join(", ", layers) + "]`, with the activations that are meant");
    }

    /** Y005 for several numbers where one layer has one. */
    public static Diagnostic severalUnits(String path, String expected, List<String> numbers, Span place) {
        return YamlDiagnostics.wrongType(path, expected, "a list", place)
                .note("each number is a layer of its own")
                .help("write "
                        + list(
                                numbers.stream()
                                        .map(number -> "- {type: dense, units: " + number + "}")
                                        .toList(),
                                FEW) + " below each other");
    }

    /** Y005 for layers under their names. */
    public static Diagnostic namesAsKeys(String path, List<String> names, Span place) {
        return YamlDiagnostics.wrongType(path, "a list", "a mapping", place)
                .note("layers have an order: each stands behind a dash, with its name inside")
                .help("write `- {name: " + escape(names.get(0)) + ", …}` for each of " + list(names, FEW));
    }

    /** Y005 for one element in the place of a list of them. */
    public static Diagnostic oneOfSeveral(String path, Span place) {
        return YamlDiagnostics.wrongType(path, "a list", "a mapping", place)
                .help("put a dash before it, or brackets around it");
    }

    /** Y008 for an element that is spread over several. */
    public static Diagnostic spread(String path, List<String> keys, int dashes, Optional<Fix> fix, Span place) {
        return Diagnostic.error("Y008", path, quote(path) + " lacks the key " + quote(keys.get(0)))
                .at(place)
                .label("one element, written behind " + dashes + " dashes")
                .note("every dash starts an element of its own: " + list(keys, FEW) + " belong to this one")
                .help("remove the dashes before " + list(keys, FEW))
                .fix(fix);
    }

    /** Y005 for several values of a list without the brackets around them. */
    public static Diagnostic withoutBrackets(String path, String found, String list, boolean certain, Span place) {
        return YamlDiagnostics.wrongType(path, "a list", found, place)
                .help("write `" + escape(list) + "`")
                .fix(certain ? Optional.of(Fix.replace(place, list, "put brackets around it")) : Optional.empty());
    }

    /** Y008 for numbers by name in the place of the mapping that holds them under a key. */
    public static Diagnostic entriesAlone(String path, String key, String whole, boolean isOneLine, Span place) {
        return Diagnostic.error("Y008", path, quote(path) + " lacks the key " + quote(key))
                .at(place)
                .label("numbers by name, which stand below " + quote(key))
                .help("write `" + escape(whole) + "`")
                .fix(
                        isOneLine
                                ? Optional.of(Fix.replace(place, whole, "write them below `" + key + "`"))
                                : Optional.empty());
    }

    /** Y005 for the key of a mapping without its value. */
    public static Diagnostic keyAlone(String path, String expected, String found, String key, Span place) {
        return YamlDiagnostics.wrongType(path, expected, found, place).help("write `{" + key + ": …}` with its value");
    }
}
