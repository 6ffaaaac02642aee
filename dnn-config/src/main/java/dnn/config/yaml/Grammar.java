package dnn.config.yaml;

import dnn.api.grammar.Bare;
import dnn.api.grammar.Discriminator;
import dnn.api.grammar.FilePath;
import dnn.api.grammar.GrammarExtension;
import dnn.api.grammar.Inlined;
import dnn.api.grammar.Key;
import dnn.api.grammar.KeyedBy;
import dnn.api.grammar.Named;
import dnn.api.grammar.Names;
import dnn.api.grammar.OtherNames;
import dnn.api.grammar.Required;
import dnn.api.grammar.Unit;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form in which records are written, read off the records and their grammar annotations; nothing here knows a
 * record by name. Thread-safe.
 */
public final class Grammar {
    /** Reading it off takes much longer than reading an experiment by it, so that is done once. */
    private static final ClassValue<RecordGrammar> RECORDS = new ClassValue<>() {
        @Override
        protected RecordGrammar computeValue(Class<?> type) {
            return RecordGrammar.of(type);
        }
    };

    /** The records that other libraries add, by the class loader that finds them. */
    private static final Map<ClassLoader, List<Class<?>>> ADDED = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<Class<?>, UnionGrammar> unions = new ConcurrentHashMap<>();

    /** The grammar of a record. */
    public RecordGrammar record(Class<?> type) {
        return RECORDS.get(type);
    }

    /** The grammar of the choices that a component has. */
    public UnionGrammar unionOf(Component component) {
        return union(((ValueType.Choice) component.type()).type());
    }

    /** The grammar of a sealed interface. */
    public UnionGrammar union(Class<?> type) {
        UnionGrammar known = unions.get(type);
        if (known == null) {
            Discriminator discriminator = type.getAnnotation(Discriminator.class);
            known = new UnionGrammar(
                    type,
                    discriminator == null ? "type" : discriminator.value(),
                    kindsOf(type).map(RECORDS::get).toList());
            unions.put(type, known);
        }
        return known;
    }

    /** The records that a sealed interface permits, and behind an open door those of other libraries. */
    private static Stream<Class<?>> kindsOf(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        Stream<Class<?>> declared = Arrays.stream(permitted)
                .flatMap(kind -> kind.isSealed() ? kindsOf(kind) : Stream.<Class<?>>of(kind))
                .filter(Class::isRecord);
        boolean open = Arrays.stream(permitted).anyMatch(kind -> kind.isInterface() && !kind.isSealed());
        return open ? Stream.concat(declared, added(type)) : declared;
    }

    private static Stream<Class<?>> added(Class<?> type) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        List<Class<?>> kinds = ADDED.computeIfAbsent(
                loader,
                finding -> ServiceLoader.load(GrammarExtension.class, finding).stream()
                        .<Class<?>>flatMap(extension -> extension.get().kinds().stream())
                        .toList());
        return kinds.stream().filter(type::isAssignableFrom);
    }

    /**
     * One component of a record.
     *
     * @param key as written
     * @param type the kind of its values
     * @param accessor reads it
     * @param required whether it has no default
     * @param inlined whether its keys stand beside those of its record
     * @param filePath whether it names a file
     */
    public record Component(
            String key, ValueType type, Method accessor, boolean required, boolean inlined, boolean filePath) {
        /** Its value in a record. */
        public Object valueIn(Object record) {
            return invoke(accessor, record);
        }
    }

    /**
     * A record.
     *
     * @param type its class
     * @param name as written
     * @param names every name accepted
     * @param components in order
     * @param constructor the canonical one
     * @param defaults what absent components take their value from; a record without components is its own default
     * @param bare whether its one component is written without a key
     * @param units words for the unit of its bare number, the one that is written first; none where it has no unit
     * @param keyedBy the key that tells it from its siblings
     * @param otherNames the pattern of further discriminators it takes
     */
    public record RecordGrammar(
            Class<?> type,
            String name,
            List<String> names,
            List<Component> components,
            Constructor<?> constructor,
            Optional<Object> defaults,
            boolean bare,
            List<String> units,
            Optional<String> keyedBy,
            Optional<String> otherNames) {

        static RecordGrammar of(Class<?> type) {
            List<Component> components = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Key key = component.getAnnotation(Key.class);
                components.add(new Component(
                        key != null ? key.value() : Names.snakeCase(component.getName()),
                        ValueType.of(component.getAccessor().getAnnotatedReturnType()),
                        component.getAccessor(),
                        component.isAnnotationPresent(Required.class),
                        component.isAnnotationPresent(Inlined.class),
                        component.isAnnotationPresent(FilePath.class)));
            }
            List<String> names = new ArrayList<>(List.of(Names.of(type)));
            Named named = type.getAnnotation(Named.class);
            if (named != null) {
                names.addAll(List.of(named.twins()));
            }
            Constructor<?> constructor;
            try {
                constructor = type.getConstructor(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " has no public canonical constructor", e);
            }
            return new RecordGrammar(
                    type,
                    names.get(0),
                    names,
                    components,
                    constructor,
                    defaults(type, components),
                    type.isAnnotationPresent(Bare.class),
                    units(type.getAnnotation(Unit.class)),
                    Optional.ofNullable(type.getAnnotation(KeyedBy.class)).map(KeyedBy::value),
                    Optional.ofNullable(type.getAnnotation(OtherNames.class)).map(OtherNames::value));
        }

        private static List<String> units(@org.jspecify.annotations.Nullable Unit unit) {
            List<String> words = new ArrayList<>();
            if (unit != null) {
                words.add(unit.value());
                words.addAll(List.of(unit.others()));
            }
            return List.copyOf(words);
        }

        private static Optional<Object> defaults(Class<?> type, List<Component> components) {
            if (components.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(invoke(type.getMethod("defaults"), null));
            } catch (NoSuchMethodException e) {
                return Optional.empty(); // every component is required
            }
        }

        /** Tells whether a component has no default. */
        public boolean requires(Component component) {
            return component.required() || defaults.isEmpty();
        }

        /** The value of an absent component; for a required one a placeholder. */
        public Optional<Object> defaultOf(Component component) {
            return defaults.map(component::valueIn);
        }

        /** The form of the texts that are numbers with its unit, as a regular expression. */
        public String measureForm() {
            boolean whole = components.get(0).type() instanceof ValueType.Whole;
            String number = whole ? "\\+?[0-9]+" : "\\+?[0-9.]+([eE][-+]?[0-9]+)?";
            return number + " *(" + String.join("|", units) + ")";
        }

        /** Tells whether a mapping of its keys can be no other choice's and needs none of them. */
        boolean isToldByItsKeys(MappingNode mapping) {
            return keyedBy.isPresent()
                    && components.stream().noneMatch(this::requires)
                    && mapping.entries().stream()
                            .allMatch(entry -> components.stream()
                                    .anyMatch(component ->
                                            component.key().equals(entry.key().text())));
        }

        /** A record with these values. */
        public Object construct(List<Object> values) {
            try {
                return constructor.newInstance(values.toArray());
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(type + " refuses values of the right types", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * A sealed interface: a choice among records.
     *
     * @param type the interface
     * @param discriminator the key that tells them apart
     * @param records the choices
     */
    public record UnionGrammar(Class<?> type, String discriminator, List<RecordGrammar> records) {
        /** The choice with this name. */
        public Optional<RecordGrammar> named(String name) {
            return records.stream()
                    .filter(choice -> choice.names().contains(name))
                    .findFirst();
        }

        /** The choice that takes this name though it is not its own. */
        public Optional<RecordGrammar> takingOther(String name) {
            return records.stream()
                    .filter(choice -> choice.otherNames()
                            .filter(form -> Pattern.compile(form, Pattern.DOTALL)
                                    .matcher(name)
                                    .matches())
                            .isPresent())
                    .findFirst();
        }

        /** The choice written as a number alone. */
        public Optional<RecordGrammar> bare() {
            return records.stream()
                    .filter(choice -> choice.bare() && choice.units().isEmpty())
                    .findFirst();
        }

        /** The choices written as a number with a unit. */
        public List<RecordGrammar> measured() {
            return records.stream().filter(choice -> !choice.units().isEmpty()).toList();
        }

        /** Names a user may write, for messages: each choice once. */
        public List<String> names() {
            return records.stream()
                    .filter(choice -> !choice.bare() && choice.otherNames().isEmpty())
                    .map(RecordGrammar::name)
                    .toList();
        }

        /** Every name accepted, twins included. */
        public List<String> allNames() {
            return records.stream()
                    .filter(choice -> !choice.bare() && choice.otherNames().isEmpty())
                    .flatMap(choice -> choice.names().stream())
                    .toList();
        }
    }

    private static Object invoke(Method method, @org.jspecify.annotations.Nullable Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method + " cannot be called", e);
        }
    }
}
