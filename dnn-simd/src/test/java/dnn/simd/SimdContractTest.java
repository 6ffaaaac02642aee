package dnn.simd;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendContract;
import dnn.engine.backend.Precision;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The contract in both precisions, on one thread and on three; the build runs it once more for each narrower vector.
 */
class SimdContractTest {
    @Nested
    class InFloat32 extends BackendContract {
        @Override
        protected Backend create() {
            return new SimdProvider().create(Precision.FLOAT32, 1);
        }
    }

    @Nested
    class InFloat64 extends BackendContract {
        @Override
        protected Backend create() {
            return new SimdProvider().create(Precision.FLOAT64, 1);
        }
    }

    @Nested
    class OnThreeThreads extends BackendContract {
        @Override
        protected Backend create() {
            return new SimdProvider().create(Precision.FLOAT32, 3);
        }
    }

    @Test
    void vectorsAreAsWideAsTheBuildAsked() {
        int asked = Integer.getInteger(Lanes.PROPERTY, 512);
        assertThat(Lanes.BITS).isIn(128, 256, 512).isLessThanOrEqualTo(asked);
    }
}
