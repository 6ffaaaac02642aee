package dnn.run.directory;

import dnn.config.diagnostic.DamageDiagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files of a run that are not as dnn wrote them. */
public final class DamagedRunException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<Damage> damages;

    /** Refuses a run because of these files of it, one at least. */
    public DamagedRunException(Path run, List<Damage> damages) {
        super(damages.get(0).inWords(run));
        this.damages = List.copyOf(damages);
    }

    /** Refuses a run because of one file of it. */
    public DamagedRunException(Path run, String file, String expected, String found) {
        this(run, List.of(new Damage(file, expected, found)));
    }

    /** The damage, file by file. */
    public List<Damage> damages() {
        return damages;
    }

    /**
     * The damage of a file.
     *
     * @param file by its name in the run directory
     * @param expected what should stand there
     * @param found what stands there
     */
    public record Damage(String file, String expected, String found) {
        private String inWords(Path run) {
            return DamageDiagnostics.inWords(run.toString(), file, expected, found);
        }
    }
}
