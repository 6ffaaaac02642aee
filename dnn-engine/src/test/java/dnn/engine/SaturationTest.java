package dnn.engine;

import dnn.engine.backend.Backend;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.util.List;
import java.util.function.Supplier;

class SaturationTest extends SaturationContract {
    @Override
    protected List<Supplier<Backend>> backends() {
        return List.of(CommonsMathBackend::new);
    }
}
