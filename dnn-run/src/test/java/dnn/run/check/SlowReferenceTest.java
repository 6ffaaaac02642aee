package dnn.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.EngineSettings;
import dnn.engine.backend.Availability;
import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowReferenceTest {
    private static final Provider REFERENCE = new Provider("plain", new Availability.Usable(0));
    private static final Provider FAST = new Provider("fast", new Availability.Usable(10));
    private static final Provider BROKEN =
            new Provider("fast", new Availability.Unusable("the vectors are missing", "add --add-modules x"));

    @Test
    void theReasonAndTheRemedyAreSaid() {
        assertThat(SlowReference.word(new Backends(List.of(REFERENCE, BROKEN)), "plain"))
                .hasValue("the slow reference backend `plain` computes: `fast` is not usable: the vectors are missing; "
                        + "add --add-modules x");
        assertThat(SlowReference.word(new Backends(List.of(REFERENCE)), "plain"))
                .hasValueSatisfying(text -> assertThat(text).contains("no other backend is on the class path"));
    }

    @Test
    void nothingIsSaidOfAFastBackendOrOfTheReferenceAskedFor() {
        assertThat(SlowReference.word(new Backends(List.of(REFERENCE, FAST)), "fast"))
                .isEmpty();
        assertThat(SlowReference.word(
                        EngineSettings.defaults().backend(new EngineSettings.Backend.CommonsMath()), "commons-math"))
                .isEmpty();
    }

    private record Provider(String id, Availability availability) implements BackendProvider {
        @Override
        public Precision usualPrecision() {
            return Precision.FLOAT64;
        }

        @Override
        public boolean supports(Precision precision) {
            return true;
        }

        @Override
        public Backend create(Precision precision, int threads) {
            throw new UnsupportedOperationException("never made");
        }
    }
}
