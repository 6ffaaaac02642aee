package dnn.api;

import dnn.api.grammar.Bare;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.grammar.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

/**
 * The settings of the engine that executes the training loop.
 *
 * @param backend which arithmetic
 * @param precision of how many bits
 * @param threads on how many threads; never changes the result
 */
@Describe("What executes the training loop.")
public record EngineSettings(
        @Describe("Which arithmetic; auto takes the fastest that is usable.") @Valid
        Backend backend,

        @Describe("Size of a number; auto is float32 on the fastest backend, float64 on commons-math.")
        Precision precision,

        @Describe("Number of threads, or auto; never changes the result.") @Valid
        Threads threads) {
    /** More threads than any machine that a network is trained on has processors. */
    public static final int MOST_THREADS = 1024;

    /** Everything automatic. */
    public static EngineSettings defaults() {
        return new EngineSettings(new Backend.Auto(), Precision.AUTO, new Threads.Auto());
    }

    /** A choice of arithmetic, by the name of a backend. */
    public sealed interface Backend permits Backend.Auto, Backend.CommonsMath, Backend.Simd, CustomBackend {
        /** The written name, which is the backend's own. */
        default String id() {
            return Names.of(getClass());
        }

        /** Takes the fastest that is usable. */
        @Describe("the fastest that is usable")
        record Auto() implements Backend {}

        /** The float64 reference on Commons Math. */
        @Named("commons-math")
        @Describe("the float64 reference on Commons Math")
        record CommonsMath() implements Backend {}

        /** The JDK's Vector API. */
        @Describe("the fast one, on the JDK's Vector API")
        record Simd() implements Backend {}
    }

    /** A backend declared outside this library: a record without components, named like its provider. */
    public non-sealed interface CustomBackend extends Backend {}

    /** A choice of number size. */
    public enum Precision {
        /** float32 on simd, float64 on commons-math. */
        AUTO,
        /** 32-bit numbers. */
        FLOAT32,
        /** 64-bit numbers. */
        FLOAT64
    }

    /** The number of threads that compute. */
    public sealed interface Threads permits Threads.Auto, Threads.Count {
        /** Takes as many threads as help. */
        @Describe("as many as help")
        record Auto() implements Threads {}

        /**
         * A fixed count.
         *
         * @param count at least 1
         */
        @Bare
        @Describe("a fixed number")
        record Count(
                @Positive(message = "somebody must compute")
                @Max(value = MOST_THREADS, message = "no processor has so many at once")
                int count)
                implements Threads {}
    }

    /** A copy that computes on this backend. */
    public EngineSettings backend(Backend chosen) {
        return new EngineSettings(chosen, precision, threads);
    }

    /** A copy that computes in this precision. */
    public EngineSettings precision(Precision chosen) {
        return new EngineSettings(backend, chosen, threads);
    }

    /** A copy that computes on this many threads. */
    public EngineSettings threads(int count) {
        return new EngineSettings(backend, precision, new Threads.Count(count));
    }
}
