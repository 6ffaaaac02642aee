package dnn.bench;

import dnn.api.random.RandomStream;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Precision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The three products of training on one backend, in floating point operations a second: 2·n_l·n_(l−1)·m of them a call.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:-UseFPUForSpilling"})
@State(Scope.Benchmark)
public class KernelBenchmark {
    /** {@code units x inputs x items}. */
    @Param({"512x784x128", "512x512x128", "4096x4096x512"})
    private String shape = "";

    @Param("1")
    private int threads;

    private Backend backend =
            Backends.discovered().provider("commons-math").orElseThrow().create(Precision.FLOAT64, 1);
    private Kernels kernels = backend.kernels();

    private int units;
    private int inputs;
    private int items;
    private Buffer weights = backend.allocate(1);
    private Buffer biases = weights;
    private Buffer input = weights;
    private Buffer output = weights;
    private Buffer weightGradient = weights;
    private Buffer inputGradient = weights;

    /** Operations beside calls: JMH divides them by the time. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Operations {
        /** Floating point operations done. */
        public double gflop;
    }

    /** Chooses the fastest backend and fills its buffers. */
    @Setup(Level.Trial)
    public void allocate() {
        backend.close();
        backend = Backends.discovered().provider("simd").orElseThrow().create(Precision.FLOAT32, threads);
        kernels = backend.kernels();
        String[] sizes = shape.split("x", 3);
        units = Integer.parseInt(sizes[0]);
        inputs = Integer.parseInt(sizes[1]);
        items = Integer.parseInt(sizes[2]);
        weights = random(units * inputs);
        biases = random(units);
        input = random(inputs * items);
        output = random(units * items);
        weightGradient = backend.allocate(units * inputs);
        inputGradient = backend.allocate(inputs * items);
    }

    /** Frees the backend. */
    @TearDown(Level.Trial)
    public void close() {
        backend.close();
    }

    private Buffer random(int length) {
        RandomStream stream = RandomStream.of(1, "bench/" + length);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = stream.nextGaussian();
        }
        Buffer buffer = backend.allocate(length);
        backend.write(values, 0, buffer);
        return buffer;
    }

    private void count(Operations operations) {
        operations.gflop += 2e-9 * units * inputs * items;
    }

    /** Z = W·A + b. */
    @Benchmark
    public void affine(Operations operations) {
        kernels.affine(weights, biases, input, output, units, inputs, items);
        count(operations);
    }

    /** dW = dZ·Aᵀ. */
    @Benchmark
    public void weightGradient(Operations operations) {
        kernels.weightGradient(output, input, weightGradient, units, inputs, items, 1, false);
        count(operations);
    }

    /** dA = Wᵀ·dZ. */
    @Benchmark
    public void inputGradient(Operations operations) {
        kernels.inputGradient(weights, output, inputGradient, units, inputs, items, false);
        count(operations);
    }
}
