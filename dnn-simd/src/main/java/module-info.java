/** The fast backend, on the Vector API; nothing of it is named elsewhere. */
module dnn.simd {
    requires dnn.engine;
    requires jdk.incubator.vector;

    provides dnn.engine.backend.BackendProvider with
            dnn.simd.SimdProvider;
}
