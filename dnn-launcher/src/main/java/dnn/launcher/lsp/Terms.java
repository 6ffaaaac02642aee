package dnn.launcher.lsp;

import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Severity;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines;
import dnn.language.Action;
import dnn.language.Completion;
import dnn.language.Hint;
import dnn.language.Symbol;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Findings, hints and offers about texts in the terms of the protocol. */
final class Terms {
    private static final Pattern VALUE = Pattern.compile("(?<!type): ([\\w.-]+)(?=[,}\\n]|$)");

    private final Map<String, SourceText> sources;
    private final Function<String, String> addresses;
    private final Map<String, TextLines> lines = new HashMap<>();

    /**
     * The terms for places in these texts.
     *
     * @param addresses of texts that are open, by their names; others are files
     */
    Terms(Map<String, SourceText> sources, Function<String, String> addresses) {
        this.sources = sources;
        this.addresses = addresses;
    }

    /** The address of a text. */
    String uri(String name) {
        return addresses.apply(name);
    }

    static String fileUri(String name) {
        try {
            return Path.of(name).toUri().toString();
        } catch (IllegalArgumentException e) {
            return URI.create("untitled:unknown").toString();
        }
    }

    Range range(Span span) {
        TextLines text = lines.computeIfAbsent(
                span.source(),
                name -> new TextLines(
                        sources.containsKey(name) ? sources.get(name).text() : ""));
        TextLines.Utf16Range range = text.utf16(span);
        return new Range(new Position(range.startLine(), range.start()), new Position(range.endLine(), range.end()));
    }

    Location location(Span span) {
        return new Location(uri(span.source()), range(span));
    }

    /** A finding with its reasons and its advice; the other end of a conflict is a place of its own. */
    org.eclipse.lsp4j.Diagnostic diagnostic(Diagnostic finding, Span span) {
        List<String> text = new ArrayList<>(List.of(finding.message()));
        finding.notes().forEach(note -> text.add("note: " + note));
        finding.help().ifPresent(help -> text.add("help: " + help));
        org.eclipse.lsp4j.Diagnostic diagnostic = new org.eclipse.lsp4j.Diagnostic(
                range(span), String.join("\n", text), severity(finding.severity()), "dnn", finding.code());
        List<DiagnosticRelatedInformation> related = new ArrayList<>();
        for (Related place : finding.related()) {
            place.span()
                    .ifPresent(
                            there -> related.add(new DiagnosticRelatedInformation(location(there), place.message())));
        }
        diagnostic.setRelatedInformation(related);
        return diagnostic;
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }

    CodeAction action(Action action) {
        CodeAction offered = new CodeAction(action.title());
        boolean single = action.finding().isPresent();
        offered.setKind(single ? CodeActionKind.QuickFix : CodeActionKind.SourceFixAll);
        offered.setIsPreferred(single);
        action.finding()
                .ifPresent(finding ->
                        finding.span().ifPresent(span -> offered.setDiagnostics(List.of(diagnostic(finding, span)))));
        Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
        action.fix()
                .edits()
                .forEach(edit -> edits.computeIfAbsent(uri(edit.span().source()), none -> new ArrayList<>())
                        .add(new TextEdit(range(edit.span()), edit.replacement())));
        offered.setEdit(new WorkspaceEdit(edits));
        return offered;
    }

    /**
     * An offer, kept in its order.
     *
     * @param text that it is for
     * @param snippets whether the editor lets one step through values
     */
    static CompletionItem item(Completion offer, TextLines text, int order, boolean snippets) {
        CompletionItem item = new CompletionItem(offer.label());
        item.setKind(
                switch (offer.kind()) {
                    case KEY -> CompletionItemKind.Property;
                    case VALUE -> CompletionItemKind.Value;
                    case MAPPING -> CompletionItemKind.Struct;
                    case NAME -> CompletionItemKind.Reference;
                });
        item.setSortText(String.format(java.util.Locale.ROOT, "%03d", order));
        item.setFilterText(offer.label());
        if (!offer.detail().isEmpty()) {
            item.setDetail(offer.detail());
        }
        if (!offer.meaning().isEmpty()) {
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, offer.meaning()));
        }
        String written = snippets ? snippet(offer.text()) : offer.text();
        if (!written.equals(offer.text())) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        TextLines.Utf16Range range = text.utf16(offer.replaced());
        item.setTextEdit(Either.forLeft(new TextEdit(
                new Range(new Position(range.startLine(), range.start()), new Position(range.endLine(), range.end())),
                written)));
        return item;
    }

    /** Values as stops, one after another; the text as it is where it has none. */
    private static String snippet(String text) {
        int[] stop = {0};
        String escaped = text.replace("\\", "\\\\").replace("$", "\\$");
        String stops = VALUE.matcher(escaped).replaceAll(value -> ": \\${" + ++stop[0] + ":" + value.group(1) + "}");
        return stop[0] == 0 ? text : stops;
    }

    static InlayHint hint(Hint hint, TextLines text) {
        Span place = new Span(
                "",
                hint.place().line(),
                hint.place().column(),
                hint.place().line(),
                hint.place().column());
        TextLines.Utf16Range range = text.utf16(place);
        InlayHint shown = new InlayHint(new Position(range.startLine(), range.start()), Either.forLeft(hint.text()));
        shown.setPaddingLeft(true);
        return shown;
    }

    DocumentSymbol symbol(Symbol symbol) {
        SymbolKind kind = switch (symbol.kind()) {
            case SECTION -> SymbolKind.Namespace;
            case LAYER -> SymbolKind.Class;
            case VALUE -> SymbolKind.Property;
        };
        List<DocumentSymbol> children =
                symbol.children().stream().map(this::symbol).toList();
        return new DocumentSymbol(
                symbol.name(), kind, range(symbol.span()), range(symbol.selection()), symbol.detail(), children);
    }
}
