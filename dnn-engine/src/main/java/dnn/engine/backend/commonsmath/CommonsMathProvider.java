package dnn.engine.backend.commonsmath;

import dnn.engine.backend.Availability;
import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Precision;

/** Offers the reference backend. Thread-safe. */
public final class CommonsMathProvider implements BackendProvider {
    /** The provider that {@link java.util.ServiceLoader} makes. */
    public CommonsMathProvider() {}

    @Override
    public String id() {
        return CommonsMathBackend.ID;
    }

    @Override
    public Availability availability() {
        return new Availability.Usable(0);
    }

    @Override
    public Precision usualPrecision() {
        return Precision.FLOAT64;
    }

    @Override
    public boolean supports(Precision precision) {
        return precision == Precision.FLOAT64;
    }

    /** The reference backend; it computes on one thread whatever it is offered. */
    @Override
    public Backend create(Precision precision, int threads) {
        if (!supports(precision)) {
            throw new IllegalArgumentException(id() + " does not compute in " + precision);
        }
        return new CommonsMathBackend();
    }
}
