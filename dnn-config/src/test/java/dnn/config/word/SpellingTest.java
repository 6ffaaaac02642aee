package dnn.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that somebody chose is edited only where nothing else can be meant. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Sepal.Length, sepal_length",
        "sepal length, sepal_length",
        "SEPAL_LENGTH, sepal_length",
        "sepal_lenght, sepal_length",
        "sepal_lengt, sepal_length",
        "seppal_length, sepal_length",
        "sepal_lengtj, sepal_length",
    })
    void slipsOfNamesAreCertain(String written, String meant) {
        assertThat(Spelling.certainName(written, List.of("sepal_length", "petal_width", "species")))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "height, weight|age",
        "x1, x2|y",
        "dense1, dense2|out",
        "price2, price1|rooms",
        "sex, age|six",
        "rate, date|late",
        "petal_length, sepal_length|petal_width",
        "Age, age|AGE",
        "tests, test|texts",
        "income_2020, income_2021|id",
    })
    void namesThatAreMerelySimilarAreNot(String written, String names) {
        assertThat(Spelling.certainName(written, List.of(names.split("\\|")))).isEmpty();
    }

    @Test
    void digitsAreNeverSlips() {
        assertThat(Spelling.slips("f2", List.of("f1"))).isEmpty();
        assertThat(Spelling.slips("beta3", List.of("beta1", "beta2"))).isEmpty();
        assertThat(Spelling.slips("relu6", List.of("relu"))).isEmpty();
    }

    @Test
    void shortWordsMayOnlyBeSwappedOrLackADoubledLetter() {
        assertThat(Spelling.slips("sed", List.of("seed"))).containsExactly("seed");
        assertThat(Spelling.slips("los", List.of("loss"))).containsExactly("loss");
        assertThat(Spelling.slips("rat", List.of("rate"))).isEmpty();
        assertThat(Spelling.slips("gsd", List.of("sgd"))).containsExactly("sgd");
        assertThat(Spelling.slips("elu", List.of("relu"))).isEmpty();
        assertThat(Spelling.slips("mpe", List.of("mse"))).isEmpty();
    }

    @Test
    void modulesBeforeAWordDoNotMatter() {
        assertThat(Spelling.plain("torch.nn.LeakyReLU()")).isEqualTo("leakyrelu");
        assertThat(Spelling.plain("tf.keras.losses.MeanSquaredError")).isEqualTo("meansquarederror");
        assertThat(Spelling.plain("f0.5")).isEqualTo("f0.5");
        assertThat(Spelling.plain("validation.loss")).isEqualTo("validation.loss");
    }
}
