package dnn.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The most that one core can do: ten independent chains of fused multiply-adds on vectors that never leave their
 * registers. An operation is one vector of multiply-adds; times twice the lanes it is the peak in floating point
 * operations.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@State(Scope.Thread)
public class FusedMultiplyAddPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int REPEATS = 10_000;
    private static final int CHAINS = 10;

    private float factor = 0.999f;
    private float summand = 0.001f;

    /** Lanes of the widest vector. */
    static int lanes() {
        return SPECIES.length();
    }

    /** Ten chains, {@value #REPEATS} links each. */
    @Benchmark
    @OperationsPerInvocation(CHAINS * REPEATS)
    public float peak() {
        FloatVector f = FloatVector.broadcast(SPECIES, factor);
        FloatVector s = FloatVector.broadcast(SPECIES, summand);
        FloatVector a = s;
        FloatVector b = s.add(1);
        FloatVector c = s.add(2);
        FloatVector d = s.add(3);
        FloatVector e = s.add(4);
        FloatVector g = s.add(5);
        FloatVector h = s.add(6);
        FloatVector i = s.add(7);
        FloatVector j = s.add(8);
        FloatVector k = s.add(9);
        for (int n = 0; n < REPEATS; n++) {
            a = a.fma(f, s);
            b = b.fma(f, s);
            c = c.fma(f, s);
            d = d.fma(f, s);
            e = e.fma(f, s);
            g = g.fma(f, s);
            h = h.fma(f, s);
            i = i.fma(f, s);
            j = j.fma(f, s);
            k = k.fma(f, s);
        }
        return a.add(b).add(c).add(d).add(e).add(g).add(h).add(i).add(j).add(k).lane(0);
    }
}
