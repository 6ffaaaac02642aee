package dnn.simd;

import dnn.engine.ThreadsContract;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import java.util.Map;
import java.util.function.Supplier;

class SimdThreadsTest extends ThreadsContract {
    @Override
    protected Map<String, Supplier<Backend>> backends() {
        SimdProvider provider = new SimdProvider();
        return Map.of(
                "float32", () -> provider.create(Precision.FLOAT32, 1),
                "float32 on 3 threads", () -> provider.create(Precision.FLOAT32, 3),
                "float64 on 3 threads", () -> provider.create(Precision.FLOAT64, 3));
    }
}
