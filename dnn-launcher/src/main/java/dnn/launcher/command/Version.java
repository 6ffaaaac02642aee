package dnn.launcher.command;

import dnn.engine.backend.Availability;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Backends;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The version of this build, of the Java it runs on, and the backends with what keeps them from being used. */
final class Version implements CommandLine.IVersionProvider {
    /** The number alone; nothing where classes are not in a jar. */
    static Optional<String> number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    }

    @Override
    public String[] getVersion() {
        List<String> lines = new ArrayList<>();
        lines.add("dnn " + number().orElse("(from class folders)"));
        lines.add("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        for (BackendProvider provider : Backends.discovered().providers()) {
            lines.add("backend " + provider.id()
                    + (provider.availability() instanceof Availability.Unusable unusable
                            ? ", not usable: " + unusable.reason()
                            : ""));
        }
        return lines.toArray(String[]::new);
    }
}
