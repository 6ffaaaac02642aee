package dnn.engine.backend.commonsmath;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendContract;
import dnn.engine.backend.Precision;
import org.junit.jupiter.api.Test;

class CommonsMathBackendTest extends BackendContract {
    @Override
    protected Backend create() {
        return new CommonsMathProvider().create(Precision.FLOAT64, 1);
    }

    @Test
    void itIsTheFloat64Reference() {
        try (Backend backend = create()) {
            assertThat(backend.id()).isEqualTo("commons-math");
            assertThat(backend.precision()).isEqualTo(Precision.FLOAT64);
        }
    }
}
