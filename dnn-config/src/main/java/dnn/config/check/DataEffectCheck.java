package dnn.config.check;

import dnn.api.data.CategoricalPreprocessing;
import dnn.api.data.ColumnDeclaration;
import dnn.api.data.ColumnPreprocessing;
import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.data.Scale;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.grammar.Names;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.EffectDiagnostics;
import dnn.config.diagnostic.ValuePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of the data that do nothing because of what stands elsewhere, or of what the columns are (Y009). */
final class DataEffectCheck implements Check {
    private static final String LOSS = "training.loss";
    private static final String FEATURES = "data.features";
    private static final String EXCLUDE = "data.exclude";
    private static final String PREPROCESSING = "data.preprocessing";
    private static final String COLUMNS = "data.preprocessing.columns";

    @Override
    public void check(Subject subject) {
        if (!subject.isUsable("data")) {
            return;
        }
        Preprocessing preprocessing = subject.experiment().data().preprocessing();
        Loss loss = subject.experiment().training().loss();
        if (subject.isUsable(LOSS)
                && loss.targetKind() == TargetKind.CLASSES
                && preprocessing.target().scale() != Scale.NONE) {
            subject.report(
                    EffectDiagnostics.scaledClasses(PREPROCESSING + ".target.scale", Names.of(loss.getClass()), LOSS));
        }
        boolean clipped = preprocessing.numeric().clip().isPresent();
        ClipPlaces.of(preprocessing).forEach((path, clip) -> {
            boolean takesBack = clipped && !path.equals(ClipPlaces.COMMON);
            if (clip.lower() == 0 && clip.upper() == 1 && !takesBack) {
                subject.report(EffectDiagnostics.fullClip(path));
            }
        });
        if (subject.experiment().data().source() instanceof Table table) {
            table(subject, table, loss);
        } else {
            builtIn(subject, preprocessing);
        }
        Optional<DataProfile> complete =
                subject.profile().filter(profile -> profile.problems().isEmpty());
        if (complete.isPresent()) {
            preprocessing.columns().forEach((name, special) -> column(subject, complete.get(), name, special));
        }
    }

    private static void table(Subject subject, Table table, Loss loss) {
        RepeatedNames.check(subject, FEATURES, table.features().orElse(List.of()));
        RepeatedNames.check(subject, EXCLUDE, table.exclude());
        boolean pattern = table.features().orElse(List.of()).stream().anyMatch(Table::isPattern);
        if (table.features().isPresent() && !pattern && !table.exclude().isEmpty()) {
            subject.report(EffectDiagnostics.excludeBesideFeatures(EXCLUDE, FEATURES));
        } else {
            Map<String, String> uses = uses(subject, table);
            for (int i = 0; i < table.exclude().size(); i++) {
                String column = table.exclude().get(i);
                String use = uses.get(column);
                if (use != null) {
                    subject.report(EffectDiagnostics.excludedAnyway(ValuePath.element(EXCLUDE, i), column, use));
                }
            }
        }
        if (table.files().validationLabels().isPresent()
                && table.files().validation().isEmpty()) {
            subject.report(EffectDiagnostics.labelsWithoutImages(
                    "data.files.validation_labels", "validation_labels", "validation"));
        }
        if (table.files().testLabels().isPresent() && table.files().test().isEmpty()) {
            subject.report(EffectDiagnostics.labelsWithoutImages("data.files.test_labels", "test_labels", "test"));
        }
        if (table.positiveClass().isPresent() && subject.isUsable(LOSS) && !loss.isBinary()) {
            subject.report(EffectDiagnostics.noPositiveClass("data.positive_class", Names.of(loss.getClass()), LOSS));
        }
        table.columns().forEach((name, declaration) -> declared(subject, name, declaration));
    }

    /** Columns that are no features unless they are listed, and where they are used. */
    private static Map<String, String> uses(Subject subject, Table table) {
        Map<String, String> uses = new LinkedHashMap<>();
        uses.put(table.target(), "data.target");
        for (int i = 0; i < table.targets().size(); i++) {
            uses.put(table.targets().get(i), ValuePath.element("data.targets", i));
        }
        Split split = subject.experiment().data().split();
        split.group().ifPresent(name -> uses.put(name, "data.split.group"));
        split.time().ifPresent(name -> uses.put(name, "data.split.time"));
        table.itemWeights().ifPresent(name -> uses.put(name, "data.item_weights"));
        table.splitColumn().ifPresent(name -> uses.put(name, "data.split_column"));
        return uses;
    }

    private static void declared(Subject subject, String name, ColumnDeclaration declaration) {
        if (declaration.equals(ColumnDeclaration.defaults())) {
            subject.report(
                    EffectDiagnostics.emptyColumn(ValuePath.child("data.columns", name), name, "{type: categorical}"));
        }
        if (!declaration.order().isEmpty()
                && declaration.type().isPresent()
                && declaration.type().get() != ColumnType.ORDINAL) {
            String path = ValuePath.child("data.columns", name);
            subject.report(EffectDiagnostics.orderOfOtherType(
                    ValuePath.child(path, "order"),
                    name,
                    Names.of(declaration.type().get()),
                    ValuePath.child(path, "type")));
        }
        if (declaration.format().isPresent() && declaration.formatInForce().isEmpty()) {
            String path = ValuePath.child("data.columns", name);
            subject.report(EffectDiagnostics.formatOfOtherType(
                    ValuePath.child(path, "format"),
                    name,
                    Names.of(declaration.typeInForce().orElseThrow()),
                    ValuePath.child(path, declaration.type().isPresent() ? "type" : "order"),
                    Names.of(declaration.format().get().type())));
        }
    }

    /** Points have numbers only, and all of them. */
    private static void builtIn(Subject subject, Preprocessing preprocessing) {
        String source = Names.of(subject.experiment().data().source().getClass());
        NumericPreprocessing numeric = preprocessing.numeric();
        NumericPreprocessing usual = NumericPreprocessing.defaults();
        if (!preprocessing.categorical().equals(CategoricalPreprocessing.defaults())) {
            subject.report(EffectDiagnostics.builtIn(PREPROCESSING + ".categorical", source, "data.source"));
        }
        if (!numeric.impute().equals(usual.impute())) {
            subject.report(EffectDiagnostics.builtIn(PREPROCESSING + ".numeric.impute", source, "data.source"));
        }
        if (numeric.indicator()) {
            subject.report(EffectDiagnostics.builtIn(PREPROCESSING + ".numeric.indicator", source, "data.source"));
        }
    }

    private static void column(Subject subject, DataProfile profile, String name, ColumnPreprocessing special) {
        String path = ValuePath.child(COLUMNS, name);
        if (special.equals(ColumnPreprocessing.defaults())) {
            subject.report(EffectDiagnostics.emptyColumn(path, name, "{scale: min_max}"));
            return;
        }
        if (!profile.features().contains(name)) {
            subject.report(EffectDiagnostics.unusedColumn(path, name));
            return;
        }
        ColumnType type = profile.column(name).orElseThrow().type();
        boolean categories = special.encode().isPresent() || type == ColumnType.CATEGORICAL || type == ColumnType.TEXT;
        if (categories && special.clip().isPresent()) {
            subject.report(
                    EffectDiagnostics.otherKindOfColumn(ValuePath.child(path, "clip"), "clip", name, "categorical"));
        }
        if (categories && special.indicator().orElse(false)) {
            subject.report(EffectDiagnostics.otherKindOfColumn(
                    ValuePath.child(path, "indicator"), "indicator", name, "categorical"));
        }
        if (!categories && special.unseen().isPresent()) {
            subject.report(EffectDiagnostics.otherKindOfColumn(
                    ValuePath.child(path, "unseen"), "unseen", name, Names.of(type)));
        }
    }
}
