package dnn.simd;

import dnn.engine.backend.Backend;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Lifetime;
import dnn.engine.backend.Precision;

/** The {@code simd} backend in float32: threads that all its kernels share. */
final class FloatBackend extends FloatMemory implements Backend {
    private final Workers workers;
    private final Lifetime lifetime;

    FloatBackend(int threads) {
        workers = new Workers(threads);
        lifetime = new Lifetime("backend `" + SimdProvider.ID + "`", workers::close);
    }

    @Override
    public String id() {
        return SimdProvider.ID;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public Kernels kernels() {
        return new FloatKernels(workers);
    }

    @Override
    public Lifetime lifetime() {
        return lifetime;
    }
}
