package dnn.config.schema;

import dnn.api.grammar.Names;
import dnn.config.yaml.ValueType;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names each kind of value in words.
 *
 * @param section names a record or a choice that is described elsewhere
 */
record TypeWords(Function<Class<?>, String> section) implements ValueType.Visitor<String> {
    @Override
    public String whole(ValueType.Whole type) {
        return "whole number";
    }

    @Override
    public String decimal(ValueType.Decimal type) {
        return "number";
    }

    @Override
    public String truth(ValueType.Truth type) {
        return "`true` or `false`";
    }

    @Override
    public String text(ValueType.Text type) {
        return "text";
    }

    @Override
    public String constant(ValueType.Constant type) {
        return Arrays.stream(type.type().getEnumConstants())
                .flatMap(each -> Names.all((Enum<?>) each).stream())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    @Override
    public String numbers(ValueType.Matrix type) {
        return "list of numbers, or list of such rows";
    }

    @Override
    public String optional(ValueType.Maybe type) {
        return type.value().accept(this);
    }

    @Override
    public String list(ValueType.Items type) {
        return "list of " + type.element().accept(this);
    }

    @Override
    public String map(ValueType.Entries type) {
        return "mapping to " + type.value().accept(this);
    }

    @Override
    public String record(ValueType.Mapping type) {
        return section.apply(type.type());
    }

    @Override
    public String union(ValueType.Choice type) {
        return section.apply(type.type());
    }
}
