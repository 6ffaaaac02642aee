package dnn.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells devices, whose bytes may never end, from pipes, which end with their writer. */
final class Devices {
    private static final int KIND = 0xf000;
    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xc000;

    private Devices() {}

    /** Tells whether this is a device such as {@code /dev/zero}. */
    static boolean isOne(Path file) {
        if (!Files.exists(file) || Files.isRegularFile(file) || Files.isDirectory(file)) {
            return false;
        }
        try {
            int kind = (int) Files.getAttribute(file, "unix:mode") & KIND;
            return kind != PIPE && kind != SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false; // a file system without devices
        }
    }
}
