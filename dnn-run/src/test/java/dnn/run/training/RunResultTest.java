package dnn.run.training;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.engine.evaluation.Judgement.Judged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunResultTest {
    @Test
    void aFigureWithoutAValueIsNull() {
        RunResult result = new RunResult(
                "completed",
                "",
                1,
                1,
                3,
                0,
                "simd",
                "float32",
                0,
                "",
                Map.of("test", Map.of("loss", 0.5, "roc_auc", Double.NaN)),
                0.1,
                Map.of("roc_auc", new Judged(Double.NaN, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY)),
                new double[] {0.25, Double.NaN},
                Optional.empty(),
                0,
                "1.0",
                "17",
                "amd64",
                List.of());
        String text = result.json();
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity").endsWith("}\n");
        JsonNode tree = new JsonMapper().readTree(text);
        assertThat(tree.at("/metrics/test/roc_auc").isNull()).isTrue();
        assertThat(tree.at("/metrics/test/loss").asDouble()).isEqualTo(0.5);
        assertThat(tree.at("/test/roc_auc/baseline").isNull()).isTrue();
        assertThat(tree.at("/baseline/1").isNull()).isTrue();
    }
}
