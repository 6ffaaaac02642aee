package dnn.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.data.Split;
import dnn.api.random.RandomStreams;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static SplitRows draw(int[] strata, int count, long seed) {
        return Splitter.draw(Split.STANDARD, strata, count, new RandomStreams(seed).stream("split"));
    }

    @Test
    void sizesGoByTheLargestRemainder() {
        assertThat(Apportionment.sizes(Split.STANDARD, 150)).containsExactly(105, 23, 22);
        assertThat(Apportionment.sizes(Split.STANDARD, 1000)).containsExactly(700, 150, 150);
        assertThat(Apportionment.sizes(Split.STANDARD, 3)).containsExactly(2, 1, 0);
        assertThat(Apportionment.sizes(new Split(1, 0, 0), 7)).containsExactly(7, 0, 0);
        assertThat(Apportionment.sizes(new Split(0.29, 0.71, 0), 100)).containsExactly(29, 71, 0);
        assertThat(Apportionment.sizes(new Split(0.6, 0, 0.2), 8)).containsExactly(6, 0, 2);
    }

    @Test
    void everyRowIsInOneSplitInTheOrderOfTheTable() {
        SplitRows rows = draw(new int[1003], 1, 5);
        assertThat(rows.sizes().train()
                        + rows.sizes().validation()
                        + rows.sizes().test())
                .isEqualTo(1003);
        for (int[] part : new int[][] {rows.train(), rows.validation(), rows.test()}) {
            assertThat(part).isSorted();
        }
        assertThat(IntStream.concat(
                                IntStream.concat(IntStream.of(rows.train()), IntStream.of(rows.validation())),
                                IntStream.of(rows.test()))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, 1003).toArray());
    }

    @Test
    void theSeedAloneDecides() {
        int[] strata = IntStream.range(0, 500).map(i -> i % 3).toArray();
        assertThat(draw(strata, 3, 1).train()).isEqualTo(draw(strata, 3, 1).train());
        assertThat(draw(strata, 3, 1).train()).isNotEqualTo(draw(strata, 3, 2).train());
    }

    @Test
    void threeClassesOfFiftyAreSplitAsEvenlyAsTheirNumbersAllow() {
        int[] strata = IntStream.range(0, 150).map(i -> i / 50).toArray();
        SplitRows rows = draw(strata, 3, 42);
        assertThat(perStratum(rows.train(), strata, 3)).containsExactly(35, 35, 35);
        assertThat(Arrays.stream(perStratum(rows.validation(), strata, 3)).boxed())
                .containsExactlyInAnyOrder(8, 8, 7);
        assertThat(Arrays.stream(perStratum(rows.test(), strata, 3)).boxed()).containsExactlyInAnyOrder(7, 7, 8);
    }

    private static int[] perStratum(int[] rows, int[] strata, int count) {
        int[] counts = new int[count];
        for (int row : rows) {
            counts[strata[row]]++;
        }
        return counts;
    }

    /** Sums are exact and no entry moves by one or more, whatever the strata: many singletons, giants, empty ones. */
    @Test
    void roundingKeepsSumsAndMovesNoEntryByOne() {
        long seed = 99;
        Random random = new Random(seed);
        for (int trial = 0; trial < 3000; trial++) {
            int count = 1 + random.nextInt(trial % 50 == 0 ? 300 : 8);
            int bound = 1 + random.nextInt(trial % 3 == 0 ? 2 : 40);
            int[] strata = random.ints(count, 0, bound + 1).toArray();
            int items = Arrays.stream(strata).sum();
            Split shares = new Split(1 + random.nextInt(9), random.nextInt(5), random.nextInt(5));
            int[] sizes = Apportionment.sizes(shares, items);
            assertThat(Arrays.stream(sizes).sum()).isEqualTo(items);
            int[][] counts = Apportionment.of(strata, sizes);
            for (int split = 0; split < sizes.length; split++) {
                int column = split;
                assertThat(Arrays.stream(counts).mapToInt(row -> row[column]).sum())
                        .as("seed %d, trial %d, split %d", seed, trial, split)
                        .isEqualTo(sizes[split]);
            }
            for (int stratum = 0; stratum < count; stratum++) {
                assertThat(Arrays.stream(counts[stratum]).sum()).isEqualTo(strata[stratum]);
                for (int split = 0; split < sizes.length; split++) {
                    double expected = items == 0 ? 0 : (double) strata[stratum] * sizes[split] / items;
                    assertThat(Math.abs(counts[stratum][split] - expected))
                            .as("seed %d, trial %d", seed, trial)
                            .isLessThan(1);
                }
            }
        }
    }
}
