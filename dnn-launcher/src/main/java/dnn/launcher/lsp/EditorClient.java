package dnn.launcher.lsp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The editor, as far as it is spoken to, and what it said that it can do. Thread-safe. */
final class EditorClient {
    private volatile @Nullable LanguageClient editor;
    private volatile boolean snippets;
    private volatile boolean refreshesHints;

    void connect(LanguageClient connected) {
        editor = connected;
    }

    void can(@Nullable ClientCapabilities capabilities) {
        Optional<ClientCapabilities> can = Optional.ofNullable(capabilities);
        snippets = can.map(ClientCapabilities::getTextDocument)
                .map(TextDocumentClientCapabilities::getCompletion)
                .map(CompletionCapabilities::getCompletionItem)
                .map(CompletionItemCapabilities::getSnippetSupport)
                .orElse(false);
        refreshesHints = can.map(ClientCapabilities::getWorkspace)
                .map(WorkspaceClientCapabilities::getInlayHint)
                .map(InlayHintWorkspaceCapabilities::getRefreshSupport)
                .orElse(false);
    }

    /** Tells whether one can step through the values of what was completed. */
    boolean hasSnippets() {
        return snippets;
    }

    void publish(PublishDiagnosticsParams findings) {
        LanguageClient connected = editor;
        if (connected != null) {
            connected.publishDiagnostics(findings);
        }
    }

    /** Hints are asked for once a text has changed; what is learnt from data later, the editor has to be told. */
    void refreshHints() {
        LanguageClient connected = editor;
        if (connected != null && refreshesHints) {
            CompletableFuture<Void> unused = connected.refreshInlayHints(); // an editor may refuse
        }
    }
}
