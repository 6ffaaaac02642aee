package dnn.launcher.lsp;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The server's life, from the editor's greeting to its leave. */
final class ExperimentServer implements LanguageServer, WorkspaceService, AutoCloseable {
    private final String version;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final EditorClient client = new EditorClient();
    private final Workshop workshop;
    private final TextRequests texts;
    private volatile boolean leaving;

    /**
     * A server that waits to be greeted.
     *
     * @param version of this program
     * @param directory that paths are relative to in a text that was never saved
     * @param log for mistakes of its own
     */
    ExperimentServer(String version, Path directory, PrintStream log) {
        this.version = version;
        this.workshop = new Workshop(directory, log, client);
        this.texts = new TextRequests(workshop, client);
    }

    void connect(LanguageClient editor) {
        client.connect(editor);
    }

    /** Completes once the editor has left: with true if it took its leave as it should. */
    CompletableFuture<Boolean> end() {
        return end;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        client.can(params.getCapabilities());
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(true);
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of(" ", ":", "[", "{")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setInlayHintProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionKind.SourceFixAll)));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("dnn", version)));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        leaving = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        end.complete(leaving);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is nothing to trace: each message is answered by one step of work.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to configure: an experiment says all about itself.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        workshop.filesChanged();
    }

    @Override
    public void close() {
        workshop.close();
    }
}
