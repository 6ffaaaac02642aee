package dnn.launcher;

import dnn.launcher.lsp.LanguageProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An editor that writes and reads the protocol's messages itself, over pipes. */
final class RawEditor implements AutoCloseable {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String LENGTH = "Content-Length: ";
    private static final int PATIENCE_SECONDS = 60;

    private final PipedOutputStream toServer = new PipedOutputStream();
    private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
    private final List<JsonNode> seen = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final CompletableFuture<Boolean> orderly;
    private int requests;

    RawEditor(Path directory) throws IOException {
        PipedInputStream serversIn = new PipedInputStream(toServer, 1 << 20);
        PipedInputStream fromServer = new PipedInputStream(1 << 20);
        OutputStream serversOut = new PipedOutputStream(fromServer);
        PrintStream errors = new PrintStream(log, true, StandardCharsets.UTF_8);
        orderly = CompletableFuture.supplyAsync(
                () -> LanguageProcess.serve("1", directory, serversIn, serversOut, errors), work -> {
                    Thread thread = new Thread(work, "server");
                    thread.setDaemon(true);
                    thread.start();
                });
        Thread reader = new Thread(() -> read(fromServer), "editor");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream in) {
        try {
            while (true) {
                int length = 0;
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    if (line.startsWith(LENGTH)) {
                        length = Integer.parseInt(line.substring(LENGTH.length()));
                    } else if (!line.startsWith("Content-Type: ")) {
                        throw new IllegalStateException("no header of the protocol: " + line);
                    }
                }
                arrived.add(MAPPER.readTree(in.readNBytes(length)));
            }
        } catch (IOException e) {
            return; // the pipe is closed at the end
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    void send(ObjectNode message) {
        message.put("jsonrpc", "2.0");
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        try {
            toServer.write((LENGTH + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            toServer.write(body);
            toServer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String method, @Nullable ObjectNode params) {
        ObjectNode message = JSON.objectNode().put("method", method);
        if (params != null) {
            message.set("params", params);
        }
        send(message);
    }

    /** Sends a request and gives its number. */
    int request(String method, @Nullable ObjectNode params) {
        ObjectNode message = JSON.objectNode().put("method", method).put("id", ++requests);
        if (params != null) {
            message.set("params", params);
        }
        send(message);
        return requests;
    }

    /** The answer to a request. */
    JsonNode answer(int id) {
        return await(message -> message.path("id").asInt(-1) == id && !message.has("method"));
    }

    JsonNode ask(String method, @Nullable ObjectNode params) {
        return answer(request(method, params)).path("result");
    }

    /** The first message from now on that is so; earlier ones that were not asked for are kept. */
    JsonNode await(Predicate<JsonNode> wanted) {
        for (JsonNode message : List.copyOf(seen)) {
            if (wanted.test(message)) {
                seen.remove(message);
                return message;
            }
        }
        try {
            while (true) {
                JsonNode message = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no such message came; log: " + log);
                } else if (wanted.test(message)) {
                    return message;
                }
                seen.add(message);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode greet() {
        ObjectNode params = JSON.objectNode();
        params.putNull("processId").putNull("rootUri");
        params.putObject("capabilities")
                .putObject("textDocument")
                .putObject("completion")
                .putObject("completionItem")
                .put("snippetSupport", false);
        JsonNode can = ask("initialize", params).path("capabilities");
        tell("initialized", JSON.objectNode());
        return (ObjectNode) can;
    }

    void open(String uri, String text) {
        ObjectNode params = JSON.objectNode();
        params.putObject("textDocument")
                .put("uri", uri)
                .put("languageId", "yaml")
                .put("version", 1)
                .put("text", text);
        tell("textDocument/didOpen", params);
    }

    /** An edit of a stretch, in UTF-16 units from 0. */
    void edit(String uri, int version, int[] range, String text) {
        ObjectNode params = JSON.objectNode();
        params.putObject("textDocument").put("uri", uri).put("version", version);
        ObjectNode change = params.putArray("contentChanges").addObject();
        ObjectNode stretch = change.putObject("range");
        stretch.putObject("start").put("line", range[0]).put("character", range[1]);
        stretch.putObject("end").put("line", range[2]).put("character", range[3]);
        change.put("text", text);
        tell("textDocument/didChange", params);
    }

    static ObjectNode at(String uri, int line, int character) {
        ObjectNode params = JSON.objectNode();
        params.putObject("textDocument").put("uri", uri);
        params.putObject("position").put("line", line).put("character", character);
        return params;
    }

    /** What is said of a text next. */
    List<JsonNode> findings(String uri) {
        JsonNode message = await(each -> each.path("method").asString("").equals("textDocument/publishDiagnostics")
                && each.path("params").path("uri").asString().equals(uri));
        return message.path("params").path("diagnostics").valueStream().toList();
    }

    boolean left() {
        return orderly.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        toServer.close();
    }
}
