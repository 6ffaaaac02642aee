package dnn.launcher.command;

import java.util.Optional;
import picocli.CommandLine;

/** The version of this build, and of the Java it runs on. */
final class Version implements CommandLine.IVersionProvider {
    /** The number alone; nothing where classes are not in a jar. */
    static Optional<String> number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "dnn " + number().orElse("(from class folders)"),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
