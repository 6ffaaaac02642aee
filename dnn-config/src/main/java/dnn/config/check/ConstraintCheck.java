package dnn.config.check;

import dnn.api.Experiment;
import dnn.api.constraint.Finite;
import dnn.api.grammar.Inlined;
import dnn.api.grammar.Key;
import dnn.api.grammar.Names;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.ValueDiagnostics;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Payload;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** The constraints that the records declare on their components, by Bean Validation. */
final class ConstraintCheck implements Check {
    /** The greatest length of a name: what is longer was hardly meant as one. */
    private static final int LONGEST_NAME = 40;

    /** Held, since a logger that nobody holds forgets its level. */
    private final Logger silenced = Logger.getLogger("org.hibernate.validator");

    private final Validator validator;

    ConstraintCheck() {
        silenced.setLevel(Level.OFF);
        // The factory is never closed: its validator lives as long as this check, and it holds nothing but memory.
        validator = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        // Learns the records' constraints now, when there may be a second thread for it, rather than in the first
        // check.
        validator.validate(Experiment.defaults());
    }

    /** A violated constraint at its path. */
    private record Violation(
            String path,
            ConstraintDescriptor<?> constraint,
            String why,
            @Nullable Object value) {
        String code() {
            for (Class<? extends Payload> payload : constraint.getPayload()) {
                return payload.getSimpleName();
            }
            return "Y011";
        }

        String kind() {
            return constraint.getAnnotation().annotationType().getSimpleName();
        }
    }

    @Override
    public void check(Subject subject) {
        Map<String, List<Violation>> byPath = new TreeMap<>();
        for (ConstraintViolation<Experiment> violation : validator.validate(subject.experiment())) {
            String path = path(violation.getPropertyPath(), subject.experiment());
            boolean absent = violation.getInvalidValue() == null; // an empty optional: no component is null
            if (!absent && subject.isUsable(path)) {
                byPath.computeIfAbsent(path, key -> new ArrayList<>())
                        .add(new Violation(
                                path,
                                violation.getConstraintDescriptor(),
                                violation.getMessage(),
                                violation.getInvalidValue()));
            }
        }
        byPath.forEach((path, violations) -> {
            report(subject, violations);
            subject.lose(path);
        });
    }

    /** Each constraint once; for a number that is none, only that. */
    private static void report(Subject subject, List<Violation> violations) {
        Set<String> seen = new HashSet<>();
        Map<String, Violation> ordered = new TreeMap<>();
        violations.forEach(violation -> ordered.putIfAbsent(violation.kind(), violation));
        Violation infinite = ordered.get(Finite.class.getSimpleName());
        for (Violation violation : infinite != null ? List.of(infinite) : ordered.values()) {
            if (seen.add(violation.kind())) {
                Diagnostic finding = ValueDiagnostics.violated(
                        violation.code(),
                        violation.path,
                        violation.value,
                        violation.constraint.getAnnotation(),
                        violation.why);
                Optional<String> name = wellFormed(violation);
                subject.report(
                        name.isEmpty()
                                ? finding
                                : finding.help("write `" + name.get() + "`")
                                        .fix(subject.replace(violation.path, name.get())));
            }
        }
    }

    /** A name with small letters, and underscores for spaces, if that is of the form that is asked for. */
    private static Optional<String> wellFormed(Violation violation) {
        Object value = violation.value instanceof Optional<?> optional ? optional.orElse(null) : violation.value;
        if (violation.constraint.getAnnotation() instanceof Pattern pattern
                && value instanceof String text
                && text.length() <= LONGEST_NAME
                && text.matches("[\\w .-]+")) {
            String name = text.strip().toLowerCase(Locale.ROOT).replaceAll("[ .]+", "_");
            return name.matches(pattern.regexp()) ? Optional.of(name) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The path as written: keys instead of component names, nothing for what is written without a key of its own. */
    private static String path(Path path, Object root) {
        String written = "";
        Optional<Object> current = Optional.of(root);
        for (Path.Node node : path) {
            Object key = node.getKey();
            if (node.getIndex() != null) {
                int index = node.getIndex();
                written = ValuePath.element(written, index);
                current = current.map(list -> ((List<?>) list).get(index));
            } else if (key != null) {
                written = ValuePath.child(written, String.valueOf(key));
                current = current.map(map -> ((Map<?, ?>) map).get(key));
            }
            if (node.getKind() == ElementKind.PROPERTY && current.isPresent()) {
                RecordComponent component = component(current.get(), node.getName());
                if (!component.isAnnotationPresent(Inlined.class)
                        && !current.get().getClass().isAnnotationPresent(dnn.api.grammar.Bare.class)) {
                    written = ValuePath.child(written, key(component));
                }
                current = current.map(record -> unwrapped(record, component));
            }
        }
        return written;
    }

    private static RecordComponent component(Object record, String name) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        throw new IllegalStateException(record.getClass() + " has no component " + name);
    }

    private static String key(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key != null ? key.value() : Names.snakeCase(component.getName());
    }

    private static @Nullable Object unwrapped(Object record, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(record);
            if (value instanceof Optional<?> optional) {
                return optional.orElse(null);
            }
            return value instanceof OptionalInt number && number.isPresent() ? (Object) number.getAsInt() : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor is public", e);
        }
    }
}
