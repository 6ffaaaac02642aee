package dnn.data;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.table;
import static dnn.api.TableDsl.balanced;
import static dnn.api.TableDsl.categorical;
import static dnn.api.TableDsl.preprocessing;
import static dnn.api.TableDsl.split;
import static dnn.api.TableDsl.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.data.Table;
import dnn.api.data.Unseen;
import dnn.api.loss.Loss;
import dnn.data.problem.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What training asks of a table beyond its columns is in the profile, before anything is loaded. */
class TrainingProblemsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTable() throws IOException {
        StringBuilder text = new StringBuilder("a,g,rare,ill,tired,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 7).append(",p").append(i % 3).append(i == 5 ? ",once," : ",often,");
            text.append(i % 2 == 0 ? "yes," : "no,")
                    .append(i % 5 == 0 ? "1," : "0,")
                    .append(i % 11)
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), text);
    }

    private static ExperimentBuilder experiment(Table data, Loss loss) {
        return Experiment.named("t")
                .data(data)
                .architecture(dense(1))
                .loss(loss)
                .split(1, 0, 0);
    }

    private List<String> problems(ExperimentBuilder builder) {
        Experiment experiment = builder.build();
        return new DataLoader(folder)
                .read(experiment.data(), experiment.training(), 1).profile().problems().stream()
                        .map(problem -> problem.path() + ": " + DataException.inWords(problem))
                        .toList();
    }

    private void isRefused(ExperimentBuilder builder, String message) {
        Experiment experiment = builder.build();
        assertThatThrownBy(() -> new DataLoader(folder).load(experiment.data(), experiment.training(), 1))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    @Test
    void aWeightForAClassThatThereIsNot() {
        Table ill = table("t.csv", "ill");
        ExperimentBuilder wrong = experiment(ill, binaryCrossEntropy()).classWeights(weights(Map.of("maybe", 2.0)));
        assertThat(problems(wrong))
                .containsExactly(
                        "training.class_weights.weights.maybe: the target has no class `maybe`; classes: no, yes");
        isRefused(wrong, "the target has no class `maybe`; classes: no, yes");
        assertThat(problems(experiment(ill, binaryCrossEntropy()).classWeights(weights(Map.of("yes", 2.0)))))
                .isEmpty();
        assertThat(problems(experiment(table("t.csv", "tired"), categoricalCrossEntropy())
                        .classWeights(weights(Map.of("1.0", 2.0)))))
                .isEmpty();
    }

    @Test
    void weightsOfClassesWhereThereAreSeveralLabelsOrNumbers() {
        ExperimentBuilder labels = experiment(table("t.csv", "").targets("ill", "tired"), binaryCrossEntropy())
                .classWeights(balanced());
        assertThat(problems(labels)).isEmpty();
        Experiment several = labels.build();
        assertThat(new DataLoader(folder)
                        .load(several.data(), several.training(), 1)
                        .train()
                        .weights())
                .hasValueSatisfying(each -> assertThat(each).containsOnly(1));
        isRefused(
                experiment(table("t.csv", "y"), meanSquaredError()).classWeights(balanced()),
                "class weights need a target of classes");
    }

    @Test
    void moreFoldsThanGroups() {
        ExperimentBuilder grouped = experiment(table("t.csv", "y"), meanSquaredError())
                .split(split(1, 0, 0).group("g"));
        assertThat(problems(grouped.crossValidation(3))).isEmpty();
        assertThat(problems(grouped.crossValidation(4)))
                .containsExactly("training.cross_validation.folds: 4 folds cannot be made of 3 groups of `g`");
        assertThat(problems(experiment(table("t.csv", "y"), meanSquaredError()).crossValidation(41)))
                .containsExactly("training.cross_validation.folds: 41 folds cannot be made of 40 items");
    }

    @Test
    void aFoldHasWhatTheOthersHaveNot() {
        ExperimentBuilder strict = experiment(table("t.csv", "y"), meanSquaredError())
                .preprocessing(preprocessing().categorical(categorical().unseen(Unseen.ERROR)));
        assertThat(problems(strict)).isEmpty();
        assertThat(problems(strict.crossValidation(5)))
                .containsExactly(
                        "data.source: column `rare` has 1 cell of a category that training has not seen, the first in "
                                + "row 7: `once`");
    }

    /** Weights of 0 alone are told from weights that are 0 for some. */
    @Test
    void weightsThatLeaveNothingToLearnFrom() {
        String nothing = ": each of the 40 items of the training split has the weight 0";
        Table weighted = table("t.csv", "g");
        assertThat(problems(experiment(table("t.csv", "ill"), binaryCrossEntropy())
                        .classWeights(weights(Map.of("yes", 0.0, "no", 0.0)))))
                .containsExactly("training.class_weights" + nothing);
        assertThat(problems(experiment(table("t.csv", "ill"), binaryCrossEntropy())
                        .classWeights(weights(Map.of("yes", 0.0)))))
                .isEmpty();
        assertThat(problems(experiment(weighted.itemWeights("y"), categoricalCrossEntropy())))
                .isEmpty();
    }

    @Test
    void aColumnOfWeightsThatAreAllZero() throws IOException {
        Files.writeString(folder.resolve("w.csv"), "a,w,k\n" + "1,0,x\n2,0,y\n".repeat(20));
        assertThat(problems(experiment(table("w.csv", "k").itemWeights("w"), binaryCrossEntropy())))
                .containsExactly("data.item_weights: each of the 40 items of the training split has the weight 0");
    }
}
