package dnn.launcher;

import dnn.launcher.process.Environment;
import dnn.launcher.process.Interruption;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

/** Entry of the {@code dnn} command. */
public final class Main {
    /** Columns of a terminal that does not say. */
    private static final int USUAL_WIDTH = 80;

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        boolean colour = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        boolean outIsTerminal = Boolean.getBoolean("dnn.terminal.out");
        boolean errIsTerminal = Boolean.getBoolean("dnn.terminal.err");
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::request, "interruption"));
        Environment environment = new Environment(
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                charset(),
                errIsTerminal && !"dumb".equals(System.getenv("TERM")) ? terminalWidth() : 0,
                outIsTerminal ? terminalWidth() : 0,
                colour && outIsTerminal,
                colour && errIsTerminal,
                Path.of("").toAbsolutePath(),
                Clock.system(ZoneId.systemDefault()),
                interruption);
        if (environment.liveWidth() > 0
                && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            // The JVM's line about its incubating module cannot be switched off and tells a user nothing: up, and
            // erase.
            environment.err().print("\u001b[1A\u001b[2K");
        }
        int exit = new Launcher(environment).run(arguments);
        environment.out().flush();
        environment.err().flush();
        System.exit(exit);
    }

    /** The columns that the start script measured; a terminal that does not know its size says 0. */
    private static int terminalWidth() {
        int measured = Integer.getInteger("dnn.terminal.width", 0);
        return measured > 0 ? measured : USUAL_WIDTH;
    }

    /**
     * Messages hold characters such as · and →: outside Windows, whose consoles have encodings of their own, every
     * terminal of today reads UTF-8.
     */
    private static Charset charset() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8")) : StandardCharsets.UTF_8;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), true, charset());
    }
}
