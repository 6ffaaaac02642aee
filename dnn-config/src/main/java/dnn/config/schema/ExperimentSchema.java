// Longer than 300 lines: one case for each kind of value, which call each other, and the forms that they share.
package dnn.config.schema;

import dnn.api.Experiment;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Names;
import dnn.config.diagnostic.Catalogue;
import dnn.config.yaml.ExperimentWriter;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import dnn.config.yaml.JsonTree;
import dnn.config.yaml.Merge;
import dnn.config.yaml.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema (draft 7, which editors know best) of experiments, read off the records. It says what a schema can:
 * keys, types, names, bounds, what is required. A file that extends another may leave out what the other has, so each
 * definition exists twice, complete and partial.
 */
public final class ExperimentSchema {
    /** The name of the file that holds it. */
    public static final String FILE_NAME = "experiment.schema.json";

    private static final String PARTIAL = "partial_";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Grammar grammar = new Grammar();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    private ExperimentSchema() {}

    /** The schema as text, ending in a line break. */
    public static String text() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indent);
        JsonMapper mapper = JsonMapper.builder().defaultPrettyPrinter(printer).build();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(generate()) + "\n";
    }

    /** The schema. */
    public static ObjectNode generate() {
        return new ExperimentSchema().root();
    }

    private ObjectNode root() {
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "dnn experiment");
        root.put("description", describe(Experiment.class));
        root.putObject("if").put("type", "object").putArray("required").add(Merge.EXTENDS);
        root.set("then", reference(Experiment.class, true));
        root.set("else", reference(Experiment.class, false));
        ObjectNode all = root.putObject("definitions");
        definitions.forEach(all::set);
        return root;
    }

    private ObjectNode reference(Class<?> type, boolean partial) {
        String name = Names.snakeCase(type.getSimpleName());
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            throw new IllegalStateException(owner + " and " + type + " would share the definition " + name);
        }
        String key = partial ? PARTIAL + name : name;
        if (!definitions.containsKey(key)) {
            definitions.put(key, JSON.objectNode()); // stands in while it is being made, for types that hold themselves
            definitions.put(
                    key, type.isRecord() ? record(grammar.record(type), partial) : union(grammar.union(type), partial));
        }
        return JSON.objectNode().put("$ref", "#/definitions/" + key);
    }

    private ObjectNode record(RecordGrammar record, boolean partial) {
        Optional<Component> inlined =
                record.components().stream().filter(Component::inlined).findFirst();
        if (inlined.isEmpty()) {
            ObjectNode schema = describedObject(record.type());
            ArrayNode required = JSON.arrayNode();
            if (record.type() == Experiment.class && partial) {
                schema.withObjectProperty("properties")
                        .putObject(Merge.EXTENDS)
                        .put("type", "string")
                        .put("description", KeyReference.EXTENDS.meaning());
            }
            components(record, schema, required, partial);
            return closed(schema, required, partial);
        }
        UnionGrammar union = grammar.unionOf(inlined.get());
        ObjectNode schema = JSON.objectNode();
        schema.put("description", describe(record.type()));
        ArrayNode choices = schema.putArray("anyOf");
        for (RecordGrammar choice : union.records()) {
            ObjectNode object = describedObject(choice.type());
            ArrayNode required = JSON.arrayNode().add(union.discriminator());
            if (choice.otherNames().isEmpty()) {
                object.withObjectProperty("properties").set(union.discriminator(), names(choice));
            }
            components(choice, object, required, partial);
            choice.otherNames().ifPresent(form -> putForm(named(object, union.discriminator()), form));
            components(record, object, required, partial);
            choices.add(closed(object, required, partial));
        }
        return schema;
    }

    /** The components' keys; of those that are required, the names are added to {@code required}. */
    private void components(RecordGrammar record, ObjectNode schema, ArrayNode required, boolean partial) {
        ObjectNode properties = schema.withObjectProperty("properties");
        for (Component component : record.components()) {
            if (component.inlined()) {
                continue;
            }
            ObjectNode property = value(component.type(), boundsOf(component), partial);
            describe(record, component).ifPresent(text -> property.put("description", text));
            if (isRequired(record, component)) {
                boolean known =
                        required.valueStream().anyMatch(name -> name.asString().equals(component.key()));
                if (!known) {
                    required.add(component.key());
                }
            } else {
                putDefault(record, component, property);
            }
            properties.set(component.key(), property);
        }
    }

    /**
     * Tells whether a mapping without this key is refused: it has no default, or one that only says that a part is
     * absent.
     */
    static boolean isRequired(RecordGrammar record, Component component) {
        Bounds bounds = Bounds.of(component.accessor());
        return record.requires(component)
                || record.defaultOf(component)
                        .filter(value -> !bounds.admit(value))
                        .isPresent();
    }

    private static void putDefault(RecordGrammar record, Component component, ObjectNode property) {
        defaultText(record, component).flatMap(JsonTree::read).ifPresent(value -> property.set("default", value));
    }

    /**
     * The value of an absent component, as it would be written; nothing where its own parts have defaults, or where the
     * data decides.
     */
    static Optional<String> defaultText(RecordGrammar record, Component component) {
        return record.defaultOf(component)
                .filter(value -> !ValueType.Maybe.isAbsent(value) && !(value instanceof Map<?, ?> map && map.isEmpty()))
                .map(value -> ExperimentWriter.writeValue(component.type(), value))
                .filter(text -> !text.equals("{}"));
    }

    /** The constraints on a component. */
    private static Bounds boundsOf(Component component) {
        return Bounds.of(component.accessor(), component.accessor().getAnnotatedReturnType());
    }

    private ObjectNode value(ValueType type, Bounds bounds, boolean partial) {
        return type.accept(new ValueSchema(bounds, partial));
    }

    /** The schema of one kind of value within its bounds. */
    private final class ValueSchema implements ValueType.Visitor<ObjectNode> {
        private final Bounds bounds;
        private final boolean partial;

        private ValueSchema(Bounds bounds, boolean partial) {
            this.bounds = bounds;
            this.partial = partial;
        }

        @Override
        public ObjectNode whole(ValueType.Whole type) {
            ObjectNode schema = JSON.objectNode();
            schema.put("type", "integer");
            // The type's own limits are whole numbers of its size.
            if (type.isLong()) {
                schema.put("maximum", type.greatest()).put("minimum", type.least());
            } else {
                schema.put("maximum", (int) type.greatest()).put("minimum", (int) type.least());
            }
            bounds.putOn(schema, true);
            return schema;
        }

        @Override
        public ObjectNode decimal(ValueType.Decimal type) {
            ObjectNode schema = JSON.objectNode().put("type", "number");
            bounds.putOn(schema, false);
            return schema;
        }

        @Override
        public ObjectNode truth(ValueType.Truth type) {
            return JSON.objectNode().put("type", "boolean");
        }

        @Override
        public ObjectNode text(ValueType.Text type) {
            ObjectNode schema = JSON.objectNode();
            ExperimentSchema.text(schema, bounds);
            return schema;
        }

        @Override
        public ObjectNode constant(ValueType.Constant type) {
            ObjectNode schema = JSON.objectNode();
            ArrayNode names = schema.putArray("enum");
            for (Object each : type.type().getEnumConstants()) {
                Names.all((Enum<?>) each).forEach(names::add);
            }
            return schema;
        }

        @Override
        public ObjectNode numbers(ValueType.Matrix type) {
            ObjectNode schema = JSON.objectNode();
            ObjectNode row = JSON.objectNode().put("type", "array");
            row.putObject("items").put("type", "number");
            schema.putArray("anyOf")
                    .add(row)
                    .add(JSON.objectNode().put("type", "array").set("items", row.deepCopy()));
            return schema;
        }

        @Override
        public ObjectNode optional(ValueType.Maybe type) {
            Bounds inner = type.annotations().map(Bounds::of).orElseGet(Bounds::of);
            return orNull(value(type.value(), bounds.and(inner), partial));
        }

        @Override
        public ObjectNode list(ValueType.Items type) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", value(type.element(), Bounds.of(type.annotations()), false)); // lists are not merged
            bounds.putOn(list, false);
            return list;
        }

        @Override
        public ObjectNode map(ValueType.Entries type) {
            ObjectNode map = JSON.objectNode().put("type", "object");
            if (type.value() instanceof ValueType.Constant constant && constant.type() == Experiment.CheckLevel.class) {
                ArrayNode codes = map.putObject("propertyNames").putArray("enum");
                Catalogue.codes().stream()
                        .filter(code -> Catalogue.find(code)
                                .filter(entry -> !entry.isBinding())
                                .isPresent())
                        .forEach(codes::add);
            }
            map.set("additionalProperties", value(type.value(), Bounds.of(type.annotations()), partial));
            return map;
        }

        @Override
        public ObjectNode record(ValueType.Mapping type) {
            return byReference(type.type());
        }

        @Override
        public ObjectNode union(ValueType.Choice type) {
            return byReference(type.type());
        }

        /** Draft 7 ignores what stands beside a reference, so descriptions need a mapping of their own around it. */
        private ObjectNode byReference(Class<?> type) {
            ObjectNode schema = JSON.objectNode();
            schema.putArray("allOf").add(reference(type, partial));
            return schema;
        }
    }

    /** Any single value but nothing reads as text; a form leaves out what cannot have it. */
    private static void text(ObjectNode schema, Bounds bounds) {
        Optional<String> form = bounds.pattern();
        if (form.isEmpty()) {
            schema.putArray("type").add("string").add("number").add("boolean");
        } else {
            putForm(schema, form.get());
        }
        bounds.putOn(schema, false);
    }

    private static void putForm(ObjectNode schema, String form) {
        ArrayNode types = schema.putArray("type").add("string");
        if ("0".matches(form)) {
            types.add("integer");
            if (!"-1".matches(form)) {
                schema.put("minimum", 0);
            }
        }
        if ("true".matches(form)) {
            types.add("boolean");
        }
        schema.put("pattern", anchored(form));
    }

    private static ObjectNode named(ObjectNode schema, String property) {
        return schema.withObjectProperty("properties").withObjectProperty(property);
    }

    private static String anchored(String expression) {
        return "^(?:" + expression + ")$";
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private ObjectNode union(UnionGrammar union, boolean partial) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode choices = schema.putArray("anyOf");
        for (RecordGrammar choice : union.records()) {
            if (!choice.units().isEmpty()) {
                choices.add(JSON.objectNode()
                        .put("type", "string")
                        .put("pattern", anchored(choice.measureForm()))
                        .put("description", describe(choice.type())));
                continue;
            }
            if (choice.bare()) {
                Component only = choice.components().get(0);
                ObjectNode bare = value(only.type(), boundsOf(only), partial);
                choices.add(bare.put("description", describe(choice.type())));
                continue;
            }
            if (choice.components().stream().noneMatch(choice::requires)) {
                choices.add(names(choice));
            }
            ObjectNode object = describedObject(choice.type());
            ArrayNode required = JSON.arrayNode();
            if (choice.keyedBy().isEmpty()) {
                required.add(union.discriminator());
            }
            object.withObjectProperty("properties").set(union.discriminator(), names(choice));
            components(choice, object, required, partial);
            choices.add(closed(object, required, partial));
        }
        return schema;
    }

    /** The name of a choice and its twins. */
    private static ObjectNode names(RecordGrammar choice) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode names = schema.putArray("enum");
        choice.names().forEach(names::add);
        return schema.put("description", describe(choice.type()));
    }

    private static ObjectNode describedObject(Class<?> type) {
        return JSON.objectNode().put("type", "object").put("description", describe(type));
    }

    private static ObjectNode closed(ObjectNode schema, ArrayNode required, boolean partial) {
        if (!partial && !required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    static String describe(Class<?> type) {
        Describe description = type.getAnnotation(Describe.class);
        if (description == null) {
            throw new IllegalStateException(type + " has no description");
        }
        return description.value();
    }

    static Optional<String> describe(RecordGrammar record, Component component) {
        List<String> texts = new ArrayList<>();
        for (java.lang.reflect.RecordComponent part : record.type().getRecordComponents()) {
            Describe description = part.getAnnotation(Describe.class);
            if (part.getAccessor().equals(component.accessor()) && description != null) {
                texts.add(description.value());
            }
        }
        return texts.stream().findFirst();
    }
}
