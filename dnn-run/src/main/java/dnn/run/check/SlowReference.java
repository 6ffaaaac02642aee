package dnn.run.check;

import dnn.api.EngineSettings;
import dnn.engine.backend.Availability;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Backends;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The word for a program whose numbers are computed by the slow reference, because nothing faster can run in its JVM.
 */
public final class SlowReference {
    private SlowReference() {}

    /**
     * A remark on what is slow, why, and what would help; empty where a faster backend than the reference computes, or
     * where the reference was asked for by its name.
     *
     * @param settings as the experiment has them
     * @param backend the id of the backend that was chosen
     */
    public static Optional<String> word(EngineSettings settings, String backend) {
        return settings.backend().equals(new EngineSettings.Backend.Auto())
                ? word(Backends.discovered(), backend)
                : Optional.empty();
    }

    static Optional<String> word(Backends backends, String chosen) {
        boolean reference = backends.provider(chosen)
                .map(BackendProvider::availability)
                .filter(Availability.Usable.class::isInstance)
                .map(Availability.Usable.class::cast)
                .filter(usable -> usable.preference() == 0)
                .isPresent();
        if (!reference) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        for (BackendProvider provider : backends.providers()) {
            if (provider.availability() instanceof Availability.Unusable unusable) {
                reasons.add("`" + provider.id() + "` is not usable: " + unusable.reason() + "; " + unusable.remedy());
            }
        }
        String why = reasons.isEmpty()
                ? "no other backend is on the class path; add the one that computes with vectors"
                : String.join("; ", reasons);
        return Optional.of("the slow reference backend `" + chosen + "` computes: " + why);
    }
}
