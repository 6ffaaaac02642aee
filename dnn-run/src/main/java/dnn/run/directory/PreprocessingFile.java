package dnn.run.directory;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code model/preprocessing.json}: what was fitted on the training split, as the records hold it. Thread-safe. */
public final class PreprocessingFile {
    private static final JsonMapper JSON = StrictJson.mapper()
            // What a record computes from its components is not part of it.
            .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .addMixIn(FittedColumn.class, Columns.class)
            .addMixIn(FittedTarget.class, Targets.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private PreprocessingFile() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FittedColumn.Numeric.class, name = "numeric"),
        @JsonSubTypes.Type(value = FittedColumn.Categorical.class, name = "categorical")
    })
    private interface Columns {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FittedTarget.Classes.class, name = "classes"),
        @JsonSubTypes.Type(value = FittedTarget.Numbers.class, name = "numbers"),
        @JsonSubTypes.Type(value = FittedTarget.Labels.class, name = "labels")
    })
    private interface Targets {}

    /** The JSON text of what was fitted. */
    public static String write(Preprocessor preprocessor) {
        return JSON.writeValueAsString(preprocessor) + "\n";
    }

    /**
     * Reads what a run left there; nothing where JSON's null stands there.
     *
     * @throws JacksonException if the text is not what a run leaves there
     */
    public static Optional<Preprocessor> read(String text) {
        return Optional.ofNullable(JSON.readValue(text, Preprocessor.class));
    }
}
