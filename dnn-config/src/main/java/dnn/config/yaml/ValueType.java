package dnn.config.yaml;

import dnn.api.initializer.Numbers;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The kinds of values that a component of a record may have. Whoever reads, writes, describes or documents values asks
 * through a {@link Visitor}, so that a new kind is dealt with everywhere or does not compile.
 */
public sealed interface ValueType {
    /** Calls the method of {@code visitor} that belongs to this kind. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of value. */
    interface Visitor<R> {
        /** A whole number. */
        R whole(Whole type);

        /** A number in float64. */
        R decimal(Decimal type);

        /** True or false. */
        R truth(Truth type);

        /** Any text. */
        R text(Text type);

        /** One of the names of an enum. */
        R constant(Constant type);

        /** A row of numbers, or a matrix row by row. */
        R numbers(Matrix type);

        /** A value that may be absent, or taken away by {@code null}. */
        R optional(Maybe type);

        /** A list of values of one kind. */
        R list(Items type);

        /** A mapping from any key to values of one kind. */
        R map(Entries type);

        /** A mapping with the keys of a record. */
        R record(Mapping type);

        /** A choice among the records of a sealed interface. */
        R union(Choice type);
    }

    /**
     * A whole number.
     *
     * @param isLong whether it is kept in 64 bits, not 32
     */
    record Whole(boolean isLong) implements ValueType {
        /** The least number that can be kept. */
        public long least() {
            return isLong ? Long.MIN_VALUE : Integer.MIN_VALUE;
        }

        /** The greatest number that can be kept. */
        public long greatest() {
            return isLong ? Long.MAX_VALUE : Integer.MAX_VALUE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whole(this);
        }
    }

    /** A number in float64. */
    record Decimal() implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decimal(this);
        }
    }

    /** True or false. */
    record Truth() implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }
    }

    /** Any text. */
    record Text() implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * One of the names of an enum.
     *
     * @param type the enum
     */
    record Constant(Class<?> type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A row of numbers, or a matrix row by row. */
    record Matrix() implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numbers(this);
        }
    }

    /**
     * A value that may be absent.
     *
     * @param value its kind where it is there
     * @param type the kind of optional that holds it
     * @param annotations what is annotated on the value inside, if it has a type of its own
     */
    record Maybe(ValueType value, Class<?> type, Optional<AnnotatedType> annotations) implements ValueType {
        /** The optional without a value. */
        public Object empty() {
            if (type == OptionalInt.class) {
                return OptionalInt.empty();
            } else if (type == OptionalLong.class) {
                return OptionalLong.empty();
            }
            return type == OptionalDouble.class ? OptionalDouble.empty() : Optional.empty();
        }

        /** The optional with this value. */
        public Object of(Object present) {
            if (type == OptionalInt.class) {
                return OptionalInt.of((Integer) present);
            } else if (type == OptionalLong.class) {
                return OptionalLong.of((Long) present);
            }
            return type == OptionalDouble.class ? OptionalDouble.of((Double) present) : Optional.of(present);
        }

        /** The value in an optional. */
        public static Optional<Object> in(Object optional) {
            if (optional instanceof OptionalInt number) {
                return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
            } else if (optional instanceof OptionalLong number) {
                return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
            } else if (optional instanceof OptionalDouble number) {
                return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
            }
            return ((Optional<?>) optional).map(value -> value);
        }

        /** Tells whether {@code value} is an optional without a value. */
        public static boolean isAbsent(Object value) {
            return value.equals(Optional.empty())
                    || value.equals(OptionalInt.empty())
                    || value.equals(OptionalLong.empty())
                    || value.equals(OptionalDouble.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.optional(this);
        }
    }

    /**
     * A list of values of one kind.
     *
     * @param element the kind
     * @param annotations what is annotated on an element
     */
    record Items(ValueType element, AnnotatedType annotations) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }
    }

    /**
     * A mapping from any key to values of one kind.
     *
     * @param value the kind
     * @param annotations what is annotated on a value
     */
    record Entries(ValueType value, AnnotatedType annotations) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /**
     * A mapping with the keys of a record.
     *
     * @param type the record
     */
    record Mapping(Class<?> type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.record(this);
        }
    }

    /**
     * A choice among the records of a sealed interface.
     *
     * @param type the interface
     */
    record Choice(Class<?> type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /**
     * The kind that a Java type stands for.
     *
     * @throws IllegalStateException if the grammar has no such kind: the record is wrong
     */
    static ValueType of(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType generic) {
            Class<?> raw = (Class<?>) ((java.lang.reflect.ParameterizedType) generic.getType()).getRawType();
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            AnnotatedType last = arguments[arguments.length - 1];
            if (raw == Optional.class) {
                return new Maybe(of(last), raw, Optional.of(last));
            } else if (raw == List.class) {
                return new Items(of(last), last);
            } else if (raw == Map.class) {
                return new Entries(of(last), last);
            }
        } else if (annotated.getType() instanceof Class<?> type) {
            return ofClass(type);
        }
        throw new IllegalStateException("no grammar for " + annotated);
    }

    private static ValueType ofClass(Class<?> type) {
        if (type == int.class || type == long.class) {
            return new Whole(type == long.class);
        } else if (type == double.class || type == Double.class) {
            return new Decimal();
        } else if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        } else if (type == String.class) {
            return new Text();
        } else if (type.isEnum()) {
            return new Constant(type);
        } else if (type == OptionalInt.class || type == OptionalLong.class) {
            return new Maybe(new Whole(type == OptionalLong.class), type, Optional.empty());
        } else if (type == OptionalDouble.class) {
            return new Maybe(new Decimal(), type, Optional.empty());
        } else if (type == Numbers.class) {
            return new Matrix();
        } else if (type.isRecord()) {
            return new Mapping(type);
        } else if (type.isSealed()) {
            return new Choice(type);
        }
        throw new IllegalStateException("no grammar for " + type);
    }
}
