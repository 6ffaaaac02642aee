package dnn.api.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    /** The authors' C code of xoshiro256++ from state 1, 2, 3, 4. */
    @Test
    void theGeneratorIsXoshiro256PlusPlus() {
        RandomStream stream = new RandomStream(1, 2, 3, 4);
        long[] found = new long[10];
        Arrays.setAll(found, i -> stream.nextLong());
        assertThat(found)
                .containsExactly(
                        41943041L,
                        58720359L,
                        3588806011781223L,
                        3591011842654386L,
                        Long.parseUnsignedLong("9228616714210784205"),
                        Long.parseUnsignedLong("9973669472204895162"),
                        Long.parseUnsignedLong("14011001112246962877"),
                        Long.parseUnsignedLong("12406186145184390807"),
                        Long.parseUnsignedLong("15849039046786891736"),
                        Long.parseUnsignedLong("10450023813501588000"));
    }

    /** SHA-256 and the generator written again in Python: see the comment of each number for its stream. */
    @Test
    void streamsAreSeededBySeedAndName() {
        assertThat(RandomStream.of(42, "split").nextLong()).isEqualTo(SPLIT_42);
        assertThat(new RandomStreams(-1).stream("initialization/größe").nextLong())
                .isEqualTo(SIZE_MINUS_1);
        assertThat(new RandomStreams(42).key("split")).isEqualTo(SPLIT_42);
    }

    /** hashlib.sha256(struct.pack('>q', 42) + b'split'), first output. */
    private static final long SPLIT_42 = 3670185931779777906L;

    /** hashlib.sha256(struct.pack('>q', -1) + 'initialization/größe'.encode()), first output. */
    private static final long SIZE_MINUS_1 = 3616670350878094310L;

    @Test
    void integersAreUniform() {
        RandomStream stream = RandomStream.of(7, "integers");
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[stream.nextInt(6)]++;
        }
        assertThat(counts)
                .satisfies(all ->
                        Arrays.stream(all).forEach(count -> assertThat(count).isBetween(10_000 - 400, 10_000 + 400)));
        assertThat(stream.nextInt(1)).isZero();
        assertThatThrownBy(() -> stream.nextInt(0)).hasMessageContaining("is 0");
    }

    @Test
    void uniformAndNormalNumbersHaveTheirMoments() {
        RandomStream stream = RandomStream.of(7, "moments");
        int count = 100_000;
        double uniform = 0;
        double first = 0;
        double second = 0;
        double fourth = 0;
        for (int i = 0; i < count; i++) {
            double u = stream.nextDouble();
            assertThat(u).isBetween(0.0, Math.nextDown(1.0));
            uniform += u / count;
            double g = stream.nextGaussian();
            first += g / count;
            second += g * g / count;
            fourth += g * g * g * g / count;
        }
        assertThat(uniform).isCloseTo(0.5, within(0.005));
        assertThat(first).isCloseTo(0, within(0.016));
        assertThat(second).isCloseTo(1, within(0.025));
        assertThat(fourth).isCloseTo(3, within(0.2));
    }

    @Test
    void aShuffleIsAPermutationAndRepeatable() {
        int[] once = IntStream.range(0, 1000).toArray();
        int[] twice = once.clone();
        int[] other = once.clone();
        RandomStream.of(1, "shuffle/epoch/1").shuffle(once);
        RandomStream.of(1, "shuffle/epoch/1").shuffle(twice);
        RandomStream.of(1, "shuffle/epoch/2").shuffle(other);
        assertThat(once).isEqualTo(twice).isNotEqualTo(other);
        Arrays.sort(once);
        assertThat(once).isEqualTo(IntStream.range(0, 1000).toArray());
    }

    /** The widely published first outputs of SplitMix64 from seed 1234567. */
    @Test
    void countersGiveTheOutputsOfSplitMix64() {
        assertThat(CounterHash.at(1234567, 0)).isEqualTo(6457827717110365317L);
        assertThat(CounterHash.at(1234567, 1)).isEqualTo(3203168211198807973L);
        assertThat(CounterHash.at(1234567, 2)).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(CounterHash.at(1234567, 3)).isEqualTo(4593380528125082431L);
        assertThat(CounterHash.at(1234567, 4)).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
    }

    @Test
    void aBoundHoldsWithItsProbability() {
        long bound = CounterHash.bound(0.3);
        int below = 0;
        for (int i = 0; i < 100_000; i++) {
            below += (CounterHash.at(5, i) >>> 11) < bound ? 1 : 0;
        }
        assertThat(below).isBetween(29_400, 30_600);
        assertThat(CounterHash.bound(0)).isZero();
        assertThat(CounterHash.bound(1)).isEqualTo(1L << 53);
        assertThatThrownBy(() -> CounterHash.bound(Double.NaN)).hasMessageContaining("NaN");
    }
}
