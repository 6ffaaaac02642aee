package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.ValuePath;
import java.util.List;
import java.util.Optional;

/** The Y family as far as it is about keys that stand where there is no such key. */
public final class KeyDiagnostics {
    private static final int FEW = 12;

    private KeyDiagnostics() {}

    /**
     * Y004.
     *
     * @param meaning what the key probably means
     * @param taken whether the key that is meant stands there already
     */
    public static Diagnostic unknownKey(
            String path, String key, Span place, List<String> allowed, WordMeaning meaning, boolean taken) {
        Diagnostic finding = noSuchKey(path, key, place);
        if (key.indexOf('\u00a0') >= 0) {
            finding = finding.note(
                    "a no-break space (U+00A0) stands in it, which is no space to YAML and does not indent");
        }
        if (!meaning.note().isEmpty()) {
            finding = finding.note(meaning.note());
        }
        Optional<String> word = meaning.word();
        if (word.isPresent() && taken) {
            finding = finding.label("means the same as " + quote(word.get()) + ", which stands here, too");
        } else if (word.isPresent()) {
            boolean similar = Similar.to(key, word.stream().toList()).isPresent();
            finding = finding.label(
                    (similar ? "a key with a similar name: " : meaning.certain() ? "called here " : "comes near: ")
                            + quote(word.get()));
            if (meaning.certain()) {
                finding = finding.fix(Fix.replace(place, word.get(), "write `" + word.get() + "`"));
            }
        } else if (meaning.lacking()) {
            return meaning.nearest().isEmpty()
                    ? finding.help("remove it")
                    : finding.label("comes near: " + list(meaning.nearest(), FEW))
                            .help("say with these what is meant");
        }
        if (allowed.isEmpty()) {
            return finding.help("remove it: no keys are allowed here");
        }
        return finding.help(
                (allowed.size() <= FEW ? "the keys allowed here: " : "some keys allowed here: ") + list(allowed, FEW));
    }

    private static Diagnostic noSuchKey(String path, String key, Span place) {
        return Diagnostic.error(
                        "Y004",
                        ValuePath.child(path, key),
                        quote(key) + " is not a key of " + (path.isEmpty() ? "an experiment" : quote(path)))
                .at(place);
    }

    /**
     * Y004 for a key that stands in another mapping than it should.
     *
     * @param there the path where it belongs
     * @param value what was written behind it, if that is a single value
     * @param keys whether a mapping was written behind it
     * @param move the edit that wraps it where it stands, if it belongs below
     */
    public static Diagnostic misplacedKey(
            String path,
            String key,
            Span place,
            String there,
            Optional<String> value,
            boolean keys,
            Optional<Fix> move) {
        int dot = there.lastIndexOf('.');
        String holder = dot < 0 ? "" : there.substring(0, dot);
        String line = there.substring(dot + 1) + ": " + value.orElse("…");
        String where = holder.isEmpty() ? " at the start of a line" : " in " + quote(holder);
        return noSuchKey(path, key, place)
                .label("its place is " + quote(there))
                .help(keys ? "write its keys in " + quote(there) : "write " + quote(line) + where)
                .fix(move);
    }

    /**
     * Y004 for another tool's word for a key that only siblings of what was chosen have.
     *
     * @param ours the key that the siblings have
     */
    public static Diagnostic keyOfSiblings(
            String path, String key, String ours, String chosen, List<String> siblings, Span place) {
        return noSuchKey(path, key, place)
                .label("called here " + quote(ours) + ", which has no effect with " + chosen)
                .note(quote(ours) + " is used by " + String.join(", ", siblings))
                .help("remove it, or use " + String.join(" or ", siblings));
    }
}
