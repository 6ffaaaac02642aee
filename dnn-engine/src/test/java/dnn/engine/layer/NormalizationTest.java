package dnn.engine.layer;

import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.util.List;

/** Layers that normalize, on the reference. */
class NormalizationTest extends NormalizationContract {
    @Override
    protected List<Precision> precisions() {
        return List.of(Precision.FLOAT64);
    }

    @Override
    protected Backend create(Precision precision, int threads) {
        return new CommonsMathBackend();
    }
}
