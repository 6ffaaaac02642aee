package dnn.launcher.command;

import dnn.config.diagnostic.UserText;
import dnn.launcher.process.Refusal;
import dnn.run.directory.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Files that a command is about to write, and that are there already. */
final class Existing {
    private Existing() {}

    /**
     * Refuses to replace a file, unless it holds the text that is written there anyway. Devices and pipes replace
     * nothing.
     *
     * @param text what is written, if it is always the same
     */
    static void refuse(Path file, Optional<String> text) throws IOException {
        if (!Files.exists(file) || AtomicFiles.isStream(file)) {
            return;
        }
        boolean same = text.isPresent()
                && Files.isRegularFile(file)
                && Arrays.equals(Files.readAllBytes(file), text.get().getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw Refusal.of(
                    UserText.quote(file.toString()) + " exists",
                    "choose another file, or replace it with `--overwrite`");
        }
    }

    /** Refuses to write over the table that is read, by whatever name. */
    static void refuseTable(Path output, Path table) throws IOException {
        if (Files.isRegularFile(output) && Files.exists(table) && Files.isSameFile(output, table)) {
            throw Refusal.of("`--output` names the table itself, and would replace it", "choose another file");
        }
    }
}
