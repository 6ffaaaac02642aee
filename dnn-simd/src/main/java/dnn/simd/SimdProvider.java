package dnn.simd;

import dnn.engine.backend.Availability;
import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Precision;
import java.util.List;

/** Offers the {@code simd} backend where the JVM was started with the Vector API's module. Thread-safe. */
public final class SimdProvider implements BackendProvider {
    /** Its name in an experiment. */
    static final String ID = "simd";

    private static final String MODULE = "jdk.incubator.vector";
    private static final int PREFERENCE = 100;
    private static final List<String> WIDTHS = List.of("128", "256", "512");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Availability availability() {
        String bits = System.getProperty(Lanes.PROPERTY, WIDTHS.get(0));
        if (!WIDTHS.contains(bits)) {
            return new Availability.Unusable(
                    "`-D" + Lanes.PROPERTY + "=" + bits + "` asks for vectors that there are not: they have 128, 256 or"
                            + " 512 bits",
                    "leave the option out");
        }
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? new Availability.Usable(PREFERENCE)
                : new Availability.Unusable(
                        "the JVM was started without the module " + MODULE,
                        "start it with `--add-modules " + MODULE + "`, as the `dnn` command does");
    }

    @Override
    public Precision usualPrecision() {
        return Precision.FLOAT32;
    }

    @Override
    public boolean supports(Precision precision) {
        return true;
    }

    @Override
    public Backend create(Precision precision, int threads) {
        return switch (precision) {
            case FLOAT32 -> new FloatBackend(threads);
            case FLOAT64 -> new DoubleBackend(threads);
        };
    }
}
