package dnn.simd;

import static dnn.api.Dsl.categoricalCrossEntropy;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.dataset.Dataset;
import dnn.engine.Experiments;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import dnn.engine.layer.NormalizationContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers that normalize, on the {@code simd} backend. */
class SimdNormalizationTest extends NormalizationContract {
    @Override
    protected List<Precision> precisions() {
        return List.of(Precision.values());
    }

    @Override
    protected Backend create(Precision precision, int threads) {
        return new SimdProvider().create(precision, threads);
    }

    /** The same numbers in every run of the build: for each width of vector and each JDK, on any machine. */
    @Test
    void bitsAreThoseOfEveryWidthAndJdk() {
        Dataset items = Experiments.items("widths", categoricalCrossEntropy(), 150, 9, 300);
        assertThat(Arrays.stream(Precision.values())
                        .map(precision -> Arrays.hashCode(largeTrained(items, precision, 1))))
                .containsExactly(2114155166, -1319897317);
    }
}
