package dnn.language;

import dnn.api.Experiment;
import dnn.api.plan.Plan;
import dnn.config.LoadedExperiment;
import dnn.config.fix.TextLines;
import dnn.config.yaml.AliasPlace;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.MappingNode;
import dnn.config.yaml.TreeReader;
import dnn.config.yaml.YamlNode;
import dnn.language.tree.GrammarTree;
import dnn.language.tree.LineShift;
import java.util.List;
import java.util.Optional;

/**
 * A text that could be read to its end.
 *
 * @param lines of the text
 * @param root its tree
 * @param tree the same beside the grammar, at places of the text as it is now
 * @param aliases where values are repeated; none where the text has changed since
 * @param experiment what it declares
 * @param plan the layers in their places
 */
record GoodState(
        TextLines lines,
        MappingNode root,
        GrammarTree tree,
        List<AliasPlace> aliases,
        Experiment experiment,
        Plan plan) {

    /** The state of a text, if it is a mapping and reading it did not stop before its end. */
    static Optional<GoodState> of(
            TextLines lines, TreeReader.Tree read, Grammar grammar, LoadedExperiment loaded, Plan plan) {
        Optional<YamlNode> root = read.root().filter(node -> node instanceof MappingNode map && map.complete());
        return root.map(node -> new GoodState(
                lines,
                (MappingNode) node,
                GrammarTree.of(node, grammar, loaded.experiment()),
                read.aliases(),
                loaded.experiment(),
                plan));
    }

    /** This state at the places where its lines stand in another text. */
    GoodState movedTo(TextLines text, Grammar grammar) {
        YamlNode moved = LineShift.between(lines, text).node(root);
        return new GoodState(lines, root, GrammarTree.of(moved, grammar, experiment), List.of(), experiment, plan);
    }
}
