package dnn.simd;

import dnn.engine.ItemByItemContract;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

class SimdItemByItemTest extends ItemByItemContract {
    @Override
    protected Map<String, Supplier<Backend>> backends() {
        Map<String, Supplier<Backend>> backends = new LinkedHashMap<>();
        for (Precision precision : Precision.values()) {
            for (int threads : new int[] {1, 2}) {
                backends.put(precision + ", threads " + threads, () -> new SimdProvider().create(precision, threads));
            }
        }
        return backends;
    }
}
