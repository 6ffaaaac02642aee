package dnn.run.directory;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is read as it was written and no other way: no key twice, nothing unknown, nothing behind its end. */
public final class StrictJson {
    private static final JsonMapper MAPPER = mapper().build();

    private StrictJson() {}

    /** A mapper that reads so, for further settings. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /**
     * A text as a tree.
     *
     * @throws JacksonException if it is none
     */
    public static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    /** A text in quotation marks. */
    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
