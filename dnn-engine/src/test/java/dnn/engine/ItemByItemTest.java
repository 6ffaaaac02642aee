package dnn.engine;

import dnn.engine.backend.Backend;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.util.Map;
import java.util.function.Supplier;

class ItemByItemTest extends ItemByItemContract {
    @Override
    protected Map<String, Supplier<Backend>> backends() {
        return Map.of("commons-math", CommonsMathBackend::new);
    }
}
