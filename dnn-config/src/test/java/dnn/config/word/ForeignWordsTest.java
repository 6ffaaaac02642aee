package dnn.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.word.ForeignWord.Relation;
import dnn.config.yaml.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of other tools' words fit the grammar as it is: when dnn gets a word, its line goes. */
class ForeignWordsTest {
    private static final Map<String, List<String>> NAMES =
            Vocabulary.ofExperiments().namesByKind();
    private static final Set<String> KEYS =
            Vocabulary.ofExperiments().pathsByKey().keySet();

    static Stream<ForeignWord> values() {
        return ForeignWords.values().words().stream();
    }

    static Stream<ForeignWord> keys() {
        return ForeignWords.keys().words().stream();
    }

    @ParameterizedTest
    @MethodSource("values")
    void wordsOfOthersAreNoneOfOurs(ForeignWord word) {
        for (String kind : word.places()) {
            assertThat(NAMES).containsKey(kind);
            Set<String> ours = new HashSet<>();
            NAMES.get(kind).forEach(name -> ours.add(Spelling.plain(name)));
            assertThat(word.theirs())
                    .as("dnn has this %s now: remove it from its line in words/values.txt", kind)
                    .noneMatch(theirs -> ours.contains(Spelling.plain(theirs)));
            assertThat(NAMES.get(kind)).as("what is nearest is a word of dnn").containsAll(word.ours());
        }
        says(word);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keysOfOthersLeadToKeysOfOurs(ForeignWord word) {
        if (word.relation() == Relation.ELSEWHERE) {
            assertThat(Vocabulary.ofExperiments().pathsByKey().values())
                    .anyMatch(paths -> paths.containsAll(word.ours()));
        } else {
            assertThat(KEYS).containsAll(word.ours());
            assertThat(word.theirs())
                    .noneMatch(theirs -> word.ours().stream()
                            .anyMatch(ours -> Spelling.plain(ours).equals(Spelling.plain(theirs))));
        }
        says(word);
    }

    /** What is not the same is explained, and what is the same leads to one word. */
    private static void says(ForeignWord word) {
        assertThat(word.theirs()).isNotEmpty();
        if (word.relation() == Relation.SAME) {
            assertThat(word.ours()).hasSize(1);
        } else {
            assertThat(word.note()).isNotEmpty();
        }
    }

    @Test
    void noSpellingStandsTwice() {
        for (ForeignWords table : List.of(ForeignWords.values(), ForeignWords.keys())) {
            Map<String, ForeignWord> seen = new HashMap<>();
            for (ForeignWord word : table.words()) {
                for (String place : word.places()) {
                    for (String theirs : word.theirs()) {
                        ForeignWord before = seen.put(place + " " + Spelling.plain(theirs), word);
                        assertThat(before).as("%s of %s", theirs, place).isIn(null, word);
                    }
                }
            }
        }
    }
}
