package dnn.language;

import dnn.api.grammar.Names;
import dnn.api.layer.LayerSpec;
import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.schema.KeyReference;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import dnn.config.yaml.ValueType;
import dnn.language.Completion.Kind;
import dnn.language.tree.Field;
import dnn.language.tree.MappingForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that the grammar, the data and the layers let one write at a place; whether it fits is not asked here. */
final class Offers {
    /** So many values of a key are offered to be tried, of which the first that fits stays. */
    private static final int MOST_SAMPLES = 4;

    private final Slot slot;
    private final Grammar grammar;
    private final Samples samples;
    private final KnownNames names;
    private final List<Diagnostic> findings;
    private final List<Completion> offers = new ArrayList<>();

    private Offers(Slot slot, Grammar grammar, KnownNames names, List<Diagnostic> findings) {
        this.slot = slot;
        this.grammar = grammar;
        this.samples = new Samples(grammar);
        this.names = names;
        this.findings = findings;
    }

    static List<Completion> at(Slot slot, Grammar grammar, KnownNames names, List<Diagnostic> findings) {
        Offers offers = new Offers(slot, grammar, names, findings);
        if (slot.isKey()) {
            slot.place().around().ifPresent(offers::keys);
        } else {
            offers.values();
        }
        return offers.offers;
    }

    private void keys(MappingForm form) {
        form.choice()
                .filter(union -> !slot.siblings().contains(union.discriminator()))
                .ifPresent(this::discriminators);
        for (Field field : form.fields()) {
            KeyReference reference = field.reference();
            if (!slot.siblings().contains(field.key())) {
                Stream.concat(
                                names.fitting(slot.holder(), field.key()).stream(),
                                samples.of(field.record(), field.component()).stream())
                        .limit(MOST_SAMPLES)
                        .forEach(value -> key(field.key(), value, detail(reference), reference.meaning()));
            }
        }
        form.values().ifPresent(this::freeKeys);
    }

    private void discriminators(UnionGrammar union) {
        String key = union.discriminator();
        if (slot.hasColon()) {
            add(key, key, Kind.KEY, "", "");
            return;
        }
        for (RecordGrammar record : union.records()) {
            boolean named = !record.bare() && record.otherNames().isEmpty();
            Optional<String> rest = named ? samples.required(record, slot.siblings()) : Optional.empty();
            rest.ifPresent(keys -> add(
                    key + ": " + record.name(),
                    key + ": " + record.name() + further(keys),
                    Kind.KEY,
                    "",
                    KeyReference.meaningOf(record.type())));
        }
    }

    /** More keys behind a first one. */
    private String further(String keys) {
        if (keys.isEmpty()) {
            return "";
        }
        String indent = "\n" + " ".repeat(Math.max(0, slot.indent()));
        return slot.isFlow() ? ", " + keys : indent + keys.replace(", ", indent);
    }

    private void freeKeys(ValueType values) {
        if (slot.holder().equals("checks")) {
            Set<String> codes = new LinkedHashSet<>();
            findings.stream()
                    .filter(Catalogue::isIgnorable)
                    .map(Diagnostic::code)
                    .forEach(codes::add);
            codes.forEach(code -> key(
                    code,
                    "ignore",
                    "",
                    Catalogue.find(code).map(Catalogue.Entry::title).orElse("")));
        } else {
            names.keysOf(slot.holder())
                    .forEach(name ->
                            samples.of(values).stream().limit(MOST_SAMPLES).forEach(value -> key(name, value, "", "")));
        }
    }

    private void key(String key, String value, String detail, String meaning) {
        if (!slot.siblings().contains(key)) {
            String written = KnownNames.written(key);
            add(key, slot.hasColon() ? written : written + ": " + value, Kind.KEY, detail, meaning);
        }
    }

    private static String detail(KeyReference key) {
        return key.isRequired() || key.fallback().isEmpty()
                ? key.type()
                : "default " + key.fallback().replace("`", "");
    }

    private void values() {
        slot.place().type().ifPresent(type -> value(type, ""));
    }

    /** @param around brackets to write around it, both in one text */
    private void value(ValueType type, String around) {
        if (type instanceof ValueType.Maybe maybe) {
            value(maybe.value(), around);
        } else if (type instanceof ValueType.Items items) {
            value(items.element(), "[]");
        } else if (type instanceof ValueType.Choice choice) {
            choices(grammar.union(choice.type()), around);
        } else if (type instanceof ValueType.Constant constant) {
            for (Object each : constant.type().getEnumConstants()) {
                plain(Names.of((Enum<?>) each), around, "");
            }
        } else if (type instanceof ValueType.Truth) {
            plain("true", around, "");
            plain("false", around, "");
        } else if (type instanceof ValueType.Mapping mapping && around.isEmpty()) {
            samples.of(mapping).forEach(value -> add(value, value, Kind.MAPPING, "", ""));
        } else {
            numbersAndNames(type, around);
        }
    }

    private void numbersAndNames(ValueType type, String around) {
        Optional<KeyReference> reference = slot.place().field().map(Field::reference);
        String known = reference.map(KeyReference::defaultText).orElse("");
        if (!known.isEmpty() && around.isEmpty()) {
            add(
                    known,
                    known,
                    Kind.VALUE,
                    "default",
                    reference.map(KeyReference::meaning).orElse(""));
        }
        if (type instanceof ValueType.Text) {
            names.valuesAt(slot.place().path()).forEach(name -> named(name, around));
        }
    }

    private void choices(UnionGrammar union, String around) {
        boolean names = slot.place()
                .around()
                .filter(form -> slot.place()
                        .key()
                        .filter(key -> form.isChoice(key.text()))
                        .isPresent())
                .isPresent();
        for (RecordGrammar record : union.records()) {
            String meaning = KeyReference.meaningOf(record.type());
            if (names && !record.bare() && record.otherNames().isEmpty()) {
                samples.required(record, slot.siblings())
                        .ifPresent(keys -> add(record.name(), record.name() + further(keys), Kind.VALUE, "", meaning));
            } else if (!names) {
                samples.choice(union, record, union.type() != LayerSpec.class)
                        .ifPresent(text -> choice(text, record.name(), around, meaning));
            }
        }
    }

    private void choice(String text, String name, String around, String meaning) {
        if (text.equals(name)) {
            plain(name, around, meaning);
        } else if (around.isEmpty()) {
            add(name, text, Kind.MAPPING, text, meaning);
        }
    }

    private void plain(String name, String around, String meaning) {
        add(name, wrapped(name, around), Kind.VALUE, "", meaning);
    }

    private void named(String name, String around) {
        add(name, wrapped(KnownNames.written(name), around), Kind.NAME, names.detail(name), "");
    }

    private static String wrapped(String text, String around) {
        return around.isEmpty() ? text : around.charAt(0) + text + around.charAt(1);
    }

    private void add(String label, String text, Kind kind, String detail, String meaning) {
        offers.add(new Completion(label, slot.word(), slot.lead() + text, kind, detail, meaning));
    }
}
