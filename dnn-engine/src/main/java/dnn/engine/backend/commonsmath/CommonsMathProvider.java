package dnn.engine.backend.commonsmath;

import dnn.engine.Availability;
import dnn.engine.Backend;
import dnn.engine.BackendProvider;
import dnn.engine.Precision;

/** Offers the reference backend. Thread-safe. */
public final class CommonsMathProvider implements BackendProvider {
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
