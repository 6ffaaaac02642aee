package dnn.launcher.lsp;

import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines;
import dnn.config.fix.TextLines.Point;
import dnn.language.Completion;
import dnn.language.Hint;
import dnn.language.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Answers the messages and requests that are about texts. */
final class TextRequests implements TextDocumentService {
    private final Workshop workshop;
    private final EditorClient client;

    TextRequests(Workshop workshop, EditorClient client) {
        this.workshop = workshop;
        this.client = client;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem text = params.getTextDocument();
        workshop.put(OpenText.of(text.getUri(), text.getVersion(), text.getText()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        workshop.find(params.getTextDocument().getUri())
                .ifPresent(text ->
                        workshop.put(text.changed(params.getTextDocument().getVersion(), params.getContentChanges())));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        workshop.close(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        workshop.filesChanged();
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return workshop.ask(params.getTextDocument().getUri(), Either.forLeft(List.of()), analysis -> {
            List<CompletionItem> items = new ArrayList<>();
            for (Completion offer : analysis.completions(point(analysis, params.getPosition()))) {
                items.add(Terms.item(offer, analysis.lines(), items.size(), client.hasSnippets()));
            }
            return Either.forLeft(items);
        });
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return workshop.ask(
                        params.getTextDocument().getUri(),
                        Optional.<Hover>empty(),
                        analysis -> analysis.hover(point(analysis, params.getPosition()))
                                .map(hover -> new Hover(
                                        new MarkupContent(MarkupKind.MARKDOWN, hover.markdown()),
                                        workshop.terms(analysis).range(named(analysis, hover.span())))))
                .thenApply(found -> found.orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return workshop.ask(
                params.getTextDocument().getUri(),
                Either.forLeft(List.of()),
                analysis -> Either.forLeft(analysis.definition(point(analysis, params.getPosition())).stream()
                        .map(workshop.terms(analysis)::location)
                        .toList()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return workshop.ask(params.getTextDocument().getUri(), List.of(), analysis -> {
            List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();
            analysis.symbols()
                    .forEach(symbol ->
                            symbols.add(Either.forRight(workshop.terms(analysis).symbol(symbol))));
            return symbols;
        });
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return workshop.ask(
                params.getTextDocument().getUri(),
                List.of(),
                analysis -> analysis.folds().stream()
                        .map(fold -> new FoldingRange(fold.line() - 1, fold.endLine() - 1))
                        .toList());
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return workshop.ask(
                params.getTextDocument().getUri(),
                List.of(),
                analysis -> analysis.hints().stream()
                        .filter(hint -> isIn(hint, params.getRange()))
                        .map(hint -> Terms.hint(hint, analysis.lines()))
                        .toList());
    }

    private static boolean isIn(Hint hint, Range range) {
        int line = hint.place().line() - 1;
        return line >= range.getStart().getLine() && line <= range.getEnd().getLine();
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return workshop.ask(params.getTextDocument().getUri(), List.of(), analysis -> {
            Point start = point(analysis, params.getRange().getStart());
            Point end = point(analysis, params.getRange().getEnd());
            Span range = new Span(name(analysis), start.line(), start.column(), end.line(), end.column());
            List<String> only =
                    params.getContext() == null ? null : params.getContext().getOnly();
            List<Either<Command, CodeAction>> actions = new ArrayList<>();
            analysis.actions(range).stream()
                    .map(workshop.terms(analysis)::action)
                    .filter(action -> only == null || only.stream().anyMatch(kind -> isOf(action.getKind(), kind)))
                    .forEach(action -> actions.add(Either.forRight(action)));
            return actions;
        });
    }

    /** Kinds of actions hold others: {@code source} holds {@code source.fixAll}. */
    private static boolean isOf(String kind, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return (kind.toLowerCase(Locale.ROOT) + ".").startsWith(lower.isEmpty() ? "" : lower + ".");
    }

    private static Point point(TextAnalysis analysis, Position position) {
        TextLines lines = analysis.lines();
        return lines.place(position.getLine(), position.getCharacter());
    }

    private static String name(TextAnalysis analysis) {
        return analysis.loaded().sources().keySet().iterator().next();
    }

    /** The stretch in the text itself, of a tree that was read for its places alone. */
    private static Span named(TextAnalysis analysis, Span span) {
        return new Span(name(analysis), span.line(), span.column(), span.endLine(), span.endColumn());
    }
}
