package dnn.simd;

import dnn.engine.SaturationContract;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import java.util.List;
import java.util.function.Supplier;

class SimdSaturationTest extends SaturationContract {
    @Override
    protected List<Supplier<Backend>> backends() {
        SimdProvider provider = new SimdProvider();
        return List.of(() -> provider.create(Precision.FLOAT32, 1), () -> provider.create(Precision.FLOAT64, 1));
    }
}
