package dnn.run.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a folder when the power goes: of a file the bytes that were forced to the disk, of a folder the names
 * that were forced, and of what came later as much as chance gives. Names of one folder come and go in their order, as
 * on a disk with a journal. Thread-safe.
 */
final class LossyDisk {
    /** What becomes of that which was not forced. */
    enum Fate {
        /** All of it is lost. */
        FORGOTTEN,
        /** Names are there, and nothing behind them. */
        EMPTY,
        /** Some names, and some bytes. */
        BY_CHANCE
    }

    /** A file, or a folder with all its states since it was forced, the last one of which is now. */
    private static final class Node {
        private final List<Map<String, Node>> states = new ArrayList<>();
        private byte[] forced = new byte[0];

        private Map<String, Node> now() {
            return states.get(states.size() - 1);
        }
    }

    private final Path root;
    private final Node top;

    /** The disk below a folder, with all that stands there on it. */
    LossyDisk(Path root) throws IOException {
        this.root = root.toAbsolutePath();
        this.top = existing(this.root);
    }

    private static Node existing(Path path) throws IOException {
        Node node = new Node();
        if (Files.isDirectory(path)) {
            Map<String, Node> entries = new HashMap<>();
            try (var files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    entries.put(name(file), existing(file));
                }
            }
            node.states.add(entries);
        } else {
            node.forced = Files.readAllBytes(path);
        }
        return node;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private @Nullable Node find(Path path) {
        Node node = top;
        for (Path name : root.relativize(path.toAbsolutePath())) {
            if (!name.toString().isEmpty()) {
                node = node == null || node.states.isEmpty() ? null : node.now().get(name.toString());
            }
        }
        return node;
    }

    private boolean isOnIt(Path path) {
        return path.toAbsolutePath().startsWith(root) && !path.toAbsolutePath().equals(root);
    }

    private void put(Path path, @Nullable Node node) {
        if (!isOnIt(path)) {
            return;
        }
        Node folder = Objects.requireNonNull(find(path.toAbsolutePath().getParent()), path.toString());
        Map<String, Node> next = new HashMap<>(folder.now());
        if (node == null) {
            next.remove(name(path));
        } else {
            next.put(name(path), node);
        }
        folder.states.add(next);
    }

    synchronized void opened(Path file) {
        if (isOnIt(file) && find(file) == null && Files.isRegularFile(file)) {
            put(file, new Node());
        }
    }

    synchronized void folderMade(Path folder) {
        Node made = new Node();
        made.states.add(Map.of());
        put(folder, made);
    }

    synchronized void deleted(Path path) {
        put(path, null);
    }

    synchronized void linked(Path link, Path existing) {
        put(link, Objects.requireNonNull(find(existing)));
    }

    synchronized void copied(Path target) {
        put(target, new Node());
    }

    synchronized void moved(Path source, Path target) {
        Node node = Objects.requireNonNull(find(source), source.toString());
        Path folder = Objects.requireNonNull(source.toAbsolutePath().getParent());
        if (!folder.equals(target.toAbsolutePath().getParent())) {
            throw new AssertionError("a move between folders is not known here: " + source + " to " + target);
        }
        if (!isOnIt(source)) {
            return;
        }
        Map<String, Node> next =
                new HashMap<>(Objects.requireNonNull(find(folder)).now());
        next.remove(name(source));
        next.put(name(target), node);
        Objects.requireNonNull(find(folder)).states.add(next);
    }

    synchronized void forced(Path path) throws IOException {
        Node node = path.toAbsolutePath().startsWith(root) ? find(path) : null;
        if (node == null) {
            return;
        }
        if (node.states.isEmpty()) {
            node.forced = Files.readAllBytes(path);
        } else {
            Map<String, Node> now = node.now();
            node.states.clear();
            node.states.add(now);
        }
    }

    /** Writes to another folder what is left after a power cut now. */
    synchronized void cut(Path target, Fate fate, Random random) throws IOException {
        Map<Node, Path> paths = new HashMap<>();
        collect(top, root, paths);
        leave(top, target, paths, fate, random);
    }

    private static void collect(Node node, Path path, Map<Node, Path> paths) {
        paths.put(node, path);
        if (!node.states.isEmpty()) {
            node.now().forEach((name, child) -> collect(child, path.resolve(name), paths));
        }
    }

    private static void leave(Node node, Path target, Map<Node, Path> paths, Fate fate, Random random)
            throws IOException {
        if (node.states.isEmpty()) {
            Files.write(target, bytes(node, paths.get(node), fate, random));
            return;
        }
        Files.createDirectories(target);
        int state = switch (fate) {
            case FORGOTTEN -> 0;
            case EMPTY -> node.states.size() - 1;
            case BY_CHANCE -> random.nextInt(node.states.size());
        };
        for (Map.Entry<String, Node> entry : node.states.get(state).entrySet()) {
            leave(entry.getValue(), target.resolve(entry.getKey()), paths, fate, random);
        }
    }

    private static byte[] bytes(Node node, @Nullable Path path, Fate fate, Random random) throws IOException {
        if (fate != Fate.BY_CHANCE || path == null || random.nextBoolean()) {
            return node.forced;
        }
        byte[] all = Files.readAllBytes(path);
        int kept = random.nextInt(all.length + 1);
        return kept < node.forced.length ? node.forced : java.util.Arrays.copyOf(all, kept);
    }
}
