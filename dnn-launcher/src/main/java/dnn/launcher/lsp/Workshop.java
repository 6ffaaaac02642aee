package dnn.launcher.lsp;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import dnn.language.Language;
import dnn.language.TextAnalysis;
import dnn.run.check.KnownData;
import dnn.run.check.Probing;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;

/**
 * Open texts and what there is to say of them. The editor's messages change texts at once; all analysis is done by one
 * thread, of the newest version alone, and all reading of data by another, so that a large table holds nothing up.
 */
final class Workshop implements AutoCloseable {
    private final Path directory;
    private final PrintStream log;
    private final Map<String, OpenText> texts = new ConcurrentHashMap<>();
    private final Map<String, Done> done = new HashMap<>();

    /** The newest of each text, also where a change elsewhere makes it out of date. */
    private final Map<String, TextAnalysis> latest = new HashMap<>();

    private final KnownData data = new KnownData();
    private final ExecutorService analyst = thread("analysis");
    private final ExecutorService reader = thread("data");
    private final CompletableFuture<Language> language =
            CompletableFuture.supplyAsync(() -> new Language(new Checker()), analyst);
    private final EditorClient client;
    private final PublishedFindings published;

    Workshop(Path directory, PrintStream log, EditorClient client) {
        this.directory = directory;
        this.log = log;
        this.client = client;
        this.published = new PublishedFindings(client);
    }

    /** An analysis of one version of a text, with the texts it was made of and the data it knew. */
    private record Done(OpenText text, TextAnalysis analysis, boolean withData) {}

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A text was opened or edited. */
    void put(OpenText text) {
        texts.put(text.uri(), text);
        later(() -> {
            analyze(text.uri());
            dependents(text).forEach(uri -> {
                done.remove(uri);
                analyze(uri);
            });
        });
    }

    Optional<OpenText> find(String uri) {
        return Optional.ofNullable(texts.get(uri));
    }

    /** A text was closed: what was said of it is taken back, and files that others see are those on the disk again. */
    void close(String uri) {
        OpenText closed = texts.remove(uri);
        later(() -> {
            done.remove(uri);
            latest.remove(uri);
            published.publish(uri, closed == null ? 0 : closed.version(), Map.of(uri, List.of()));
            if (closed != null) {
                dependents(closed).forEach(other -> {
                    done.remove(other);
                    analyze(other);
                });
            }
        });
    }

    /** Files changed on the disk. */
    void filesChanged() {
        later(() -> {
            done.clear();
            texts.keySet().forEach(this::analyze);
        });
    }

    /** The texts that extend this one. */
    private List<String> dependents(OpenText base) {
        return done.entrySet().stream()
                .filter(each -> !each.getKey().equals(base.uri())
                        && each.getValue().analysis().loaded().sources().containsKey(base.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Asks about the newest version of a text; {@code nothing} if it is not open. */
    <T> CompletableFuture<T> ask(String uri, T nothing, Function<TextAnalysis, T> question) {
        return CompletableFutures.computeAsync(analyst, cancelled -> {
            cancelled.checkCanceled();
            Optional<Done> answer = analyze(uri);
            cancelled.checkCanceled();
            return answer.map(known -> question.apply(known.analysis())).orElse(nothing);
        });
    }

    /** The terms for what is said about an analysed text. */
    Terms terms(TextAnalysis analysis) {
        Map<String, String> open = new HashMap<>();
        texts.values().forEach(text -> open.put(text.name(), text.uri()));
        return new Terms(
                analysis.loaded().sources(), name -> open.containsKey(name) ? open.get(name) : Terms.fileUri(name));
    }

    /** The analysis of the newest version, made and published if it has not been. */
    private Optional<Done> analyze(String uri) {
        OpenText text = texts.get(uri);
        Done known = done.get(uri);
        if (text == null || (known != null && known.text().equals(text))) {
            return Optional.ofNullable(text == null ? null : known);
        }
        TextAnalysis analysis = language.join()
                .analyze(text.source(), text.folder(directory), this::resolve, Optional.ofNullable(latest.get(uri)));
        Optional<KnownData.Look> look = KnownData.wanted(directory, analysis.loaded());
        Optional<TextAnalysis> withData =
                look.flatMap(data::find).map(profile -> language.join().withData(analysis, profile));
        if (look.isPresent() && withData.isEmpty()) {
            read(text, look.get());
        }
        Done made = new Done(text, withData.orElse(analysis), withData.isPresent());
        done.put(uri, made);
        latest.put(uri, made.analysis());
        publish(text, made.analysis());
        return Optional.of(made);
    }

    private BaseResolver.Base resolve(Path folder, String reference) {
        BaseResolver.Base onDisk = BaseResolver.files().resolve(folder, reference);
        String name = folder.resolve(reference).normalize().toString();
        return texts.values().stream()
                .filter(text -> text.name().equals(name))
                .findFirst()
                .map(text -> new BaseResolver.Base(
                        text.folder(directory), new SourceText.Reading(Optional.of(text.source()), List.of())))
                .orElse(onDisk);
    }

    /** Reads data, unless the text has changed by the time that its turn comes. */
    private void read(OpenText text, KnownData.Look look) {
        reader.execute(logged(() -> {
            if (text.equals(texts.get(text.uri()))) {
                data.read(look);
                later(() -> {
                    Done known = done.get(text.uri());
                    if (known != null && !known.withData() && known.text().equals(texts.get(text.uri()))) {
                        done.remove(text.uri());
                        analyze(text.uri());
                        client.refreshHints();
                    }
                });
            }
        }));
    }

    private void publish(OpenText text, TextAnalysis analysis) {
        CheckReport report = analysis.report().plus(Probing.machine(analysis.loaded(), analysis.report()));
        Terms terms = terms(analysis);
        Map<String, List<org.eclipse.lsp4j.Diagnostic>> found = new LinkedHashMap<>();
        found.put(text.uri(), new ArrayList<>());
        for (Diagnostic finding : report.diagnostics()) {
            Span span = finding.span().orElse(Span.startOf(text.name()));
            found.computeIfAbsent(terms.uri(span.source()), none -> new ArrayList<>())
                    .add(terms.diagnostic(finding, span));
        }
        published.publish(text.uri(), text.version(), found);
    }

    private void later(Runnable work) {
        analyst.execute(logged(work));
    }

    private Runnable logged(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.println("dnn: this is a mistake in dnn, not in your files. Please report it with the lines below.");
                e.printStackTrace(log);
            }
        };
    }

    @Override
    public void close() {
        reader.shutdownNow();
        analyst.shutdownNow();
    }
}
