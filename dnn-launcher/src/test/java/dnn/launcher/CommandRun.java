package dnn.launcher;

import dnn.launcher.process.Environment;
import dnn.launcher.process.Interruption;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A command run inside the test, with what it printed.
 *
 * @param exit its exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exit, String out, String err) {

    /** Runs a command in a directory; nothing is a terminal, and it is noon of the first of January 2026. */
    public static CommandRun of(Path directory, String... arguments) {
        return of(directory, new Interruption(), arguments);
    }

    /** The same, with Ctrl-C in the hands of the test. */
    public static CommandRun of(Path directory, Interruption interruption, String... arguments) {
        return of(directory, interruption, "", 0, arguments);
    }

    /** The same, with something to read on standard input. */
    public static CommandRun withInput(Path directory, String input, String... arguments) {
        return of(directory, new Interruption(), input, 0, arguments);
    }

    /** The same on a terminal with so many columns. */
    public static CommandRun onTerminal(Path directory, int width, String... arguments) {
        return of(directory, new Interruption(), "", width, arguments);
    }

    private static CommandRun of(
            Path directory, Interruption interruption, String input, int width, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment = environment(directory, input, width, out, err, interruption);
        int exit = new Launcher(environment).run(arguments);
        return new CommandRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same where standard output cannot be written, as on a full disk. */
    public static CommandRun withFullOutput(Path directory, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int exit = new Launcher(environment(directory, "", 0, new BufferedOutputStream(full), err, new Interruption()))
                .run(arguments);
        return new CommandRun(exit, "", err.toString(StandardCharsets.UTF_8));
    }

    /** Where nothing that is printed is kept. */
    static Environment environment(Path directory) {
        return environment(
                directory, "", 0, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), new Interruption());
    }

    static Environment environment(
            Path directory, String input, int width, OutputStream out, OutputStream err, Interruption interruption) {
        return new Environment(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                width,
                width,
                false,
                false,
                directory,
                Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC),
                interruption);
    }

    /** The last line of standard output. */
    public String lastLine() {
        List<String> lines = out.lines().toList();
        return lines.get(lines.size() - 1);
    }

    /** The project's own examples. */
    public static Path configs() {
        return Path.of("..", "configs").toAbsolutePath().normalize();
    }

    /** An example that a fresh clone runs, or one whose table is elsewhere. */
    public static Path example(String name) {
        Path shipped = configs().resolve(name + ".yaml");
        return Files.exists(shipped) ? shipped : configs().resolve("elsewhere").resolve(name + ".yaml");
    }

    /** The real tables beside the project. */
    public static Path tables() {
        return Path.of("..", "..", "shared", "data").toAbsolutePath().normalize();
    }
}
