package dnn.config.yaml;

import dnn.config.yaml.Grammar.RecordGrammar;
import java.util.Optional;

/** Reads one node as a value of the kind that is asked for; nothing where it cannot be read. */
final class NodeReader implements ValueType.Visitor<Optional<Object>> {
    private final Binder binder;
    private final YamlNode node;
    private final String path;
    private boolean optional;

    NodeReader(Binder binder, YamlNode node, String path) {
        this.binder = binder;
        this.node = node;
        this.path = path;
    }

    @Override
    public Optional<Object> whole(ValueType.Whole type) {
        Object number = binder.scalars().integer(node, path, type.least(), type.greatest());
        return Optional.ofNullable(number instanceof Long value && !type.isLong() ? (Object) value.intValue() : number);
    }

    @Override
    public Optional<Object> decimal(ValueType.Decimal type) {
        return Optional.ofNullable(binder.scalars().number(node, path));
    }

    @Override
    public Optional<Object> truth(ValueType.Truth type) {
        return Optional.ofNullable(binder.scalars().truth(node, path));
    }

    @Override
    public Optional<Object> text(ValueType.Text type) {
        return Optional.ofNullable(binder.scalars().text(node, path));
    }

    @Override
    public Optional<Object> constant(ValueType.Constant type) {
        return Optional.ofNullable(binder.scalars().constant(type.type(), node, path));
    }

    @Override
    public Optional<Object> numbers(ValueType.Matrix type) {
        return Optional.ofNullable(binder.rows().numbers(node, path));
    }

    @Override
    public Optional<Object> optional(ValueType.Maybe type) {
        if (isWrittenNull(node)) {
            return Optional.of(type.empty());
        }
        optional = true;
        return type.value().accept(this).map(type::of);
    }

    @Override
    public Optional<Object> list(ValueType.Items type) {
        return Optional.ofNullable(binder.list(type.element(), node, path));
    }

    @Override
    public Optional<Object> map(ValueType.Entries type) {
        return Optional.ofNullable(binder.map(type.value(), node, path));
    }

    @Override
    public Optional<Object> record(ValueType.Mapping type) {
        RecordGrammar record = binder.grammar().record(type.type());
        return Optional.ofNullable(
                node instanceof MappingNode mapping
                        ? binder.record(record, mapping, path, null)
                        : binder.forms().notAMapping(record, node, path, optional));
    }

    @Override
    public Optional<Object> union(ValueType.Choice type) {
        return Optional.ofNullable(binder.union(binder.grammar().union(type.type()), node, path));
    }

    /**
     * A written {@code null} or {@code ~}, which takes an optional value away; nothing at all after the colon is an
     * omission.
     */
    private static boolean isWrittenNull(YamlNode node) {
        return node instanceof ScalarNode scalar
                && YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING
                && !scalar.text().isEmpty();
    }
}
