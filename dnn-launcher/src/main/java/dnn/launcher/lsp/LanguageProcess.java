package dnn.launcher.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** A language server at work between two streams. */
public final class LanguageProcess {
    private LanguageProcess() {}

    /**
     * Answers an editor until it leaves or its stream ends.
     *
     * @param version of this program
     * @param directory that paths are relative to in a text that was never saved
     * @param in messages of the editor
     * @param out messages to the editor, and nothing else
     * @param log for mistakes of the server's own
     * @return false if the editor left without saying so first
     */
    public static boolean serve(String version, Path directory, InputStream in, OutputStream out, PrintStream log) {
        ExecutorService listener = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "messages");
            thread.setDaemon(true);
            return thread;
        });
        try (ExperimentServer server = new ExperimentServer(version, directory, log)) {
            Launcher<LanguageClient> launcher =
                    LSPLauncher.createServerLauncher(server, in, out, listener, message -> message);
            server.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            // An editor that is gone wants nothing any more, and needs not say so.
            CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> isOver(listening, log), listener);
            return (boolean) CompletableFuture.anyOf(server.end(), ended).join();
        } finally {
            listener.shutdownNow();
        }
    }

    /** Waits for the end of the editor's messages. */
    private static boolean isOver(Future<Void> listening, PrintStream log) {
        try {
            listening.get();
        } catch (ExecutionException e) {
            log.println("dnn: the editor's messages cannot be read: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the editor took its leave meanwhile
        }
        return true;
    }
}
