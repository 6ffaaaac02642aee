package dnn.run.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of folds as a checkpoint keeps them: every number as the text that reads back with the same bits. */
final class FoldsText {
    private static final JsonMapper JSON = new JsonMapper();

    private FoldsText() {}

    static String write(FoldTraining.Result result) {
        ArrayNode folds = JSON.createArrayNode();
        for (Map<String, Double> fold : result.folds()) {
            ObjectNode figures = folds.addObject();
            fold.forEach((name, value) -> figures.put(name, Double.toString(value)));
        }
        return folds.toString();
    }

    /** The figures, if the text holds those of so many folds. */
    static Optional<FoldTraining.Result> read(String text, int count) {
        List<Map<String, Double>> folds = new ArrayList<>();
        try {
            for (JsonNode fold : JSON.readTree(text)) {
                Map<String, Double> figures = new LinkedHashMap<>();
                fold.properties()
                        .forEach(figure -> figures.put(
                                figure.getKey(),
                                Double.valueOf(figure.getValue().asString(""))));
                folds.add(figures);
            }
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
        return folds.size() == count ? Optional.of(FoldTraining.Result.of(count, folds)) : Optional.empty();
    }
}
