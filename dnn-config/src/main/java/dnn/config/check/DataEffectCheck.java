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
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.EffectDiagnostics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of the data that do nothing because of what stands elsewhere, or of what the columns are (Y009). */
final class DataEffectCheck implements Check {

    @Override
    public void check(Subject subject) {
        if (!subject.isUsable(KeyPaths.DATA)) {
            return;
        }
        Preprocessing preprocessing = subject.experiment().data().preprocessing();
        Loss loss = subject.experiment().training().loss();
        if (subject.isUsable(KeyPaths.TRAINING_LOSS)
                && loss.targetKind() == TargetKind.CLASSES
                && preprocessing.target().scale() != Scale.NONE) {
            subject.report(EffectDiagnostics.scaledClasses(
                    KeyPaths.DATA_PREPROCESSING_TARGET_SCALE, Names.of(loss.getClass()), KeyPaths.TRAINING_LOSS));
        }
        boolean clipped = preprocessing.numeric().clip().isPresent();
        ClipPlaces.of(preprocessing).forEach((path, clip) -> {
            boolean takesBack = clipped && !path.equals(ClipPlaces.COMMON);
            if (clip.lower() == 0 && clip.upper() == 1 && !takesBack) {
                subject.report(EffectDiagnostics.fullClip(path));
            }
        });
        subject.experiment()
                .data()
                .source()
                .table()
                .ifPresentOrElse(table -> table(subject, table, loss), () -> builtIn(subject, preprocessing));
        Optional<DataProfile> complete =
                subject.profile().filter(profile -> profile.problems().isEmpty());
        if (complete.isPresent()) {
            preprocessing.columns().forEach((name, special) -> column(subject, complete.get(), name, special));
        }
    }

    private static void table(Subject subject, Table table, Loss loss) {
        RepeatedNames.check(subject, KeyPaths.DATA_FEATURES, table.features().orElse(List.of()));
        RepeatedNames.check(subject, KeyPaths.DATA_EXCLUDE, table.exclude());
        boolean pattern = table.features().orElse(List.of()).stream().anyMatch(Table::isPattern);
        if (table.features().isPresent() && !pattern && !table.exclude().isEmpty()) {
            subject.report(EffectDiagnostics.excludeBesideFeatures(KeyPaths.DATA_EXCLUDE, KeyPaths.DATA_FEATURES));
        } else {
            Map<String, String> uses = uses(subject, table);
            for (int i = 0; i < table.exclude().size(); i++) {
                String column = table.exclude().get(i);
                String use = uses.get(column);
                if (use != null) {
                    subject.report(
                            EffectDiagnostics.excludedAnyway(ValuePath.element(KeyPaths.DATA_EXCLUDE, i), column, use));
                }
            }
        }
        if (table.files().validationLabels().isPresent()
                && table.files().validation().isEmpty()) {
            subject.report(EffectDiagnostics.labelsWithoutImages(
                    KeyPaths.DATA_FILES_VALIDATION_LABELS, "validation_labels", "validation"));
        }
        if (table.files().testLabels().isPresent() && table.files().test().isEmpty()) {
            subject.report(
                    EffectDiagnostics.labelsWithoutImages(KeyPaths.DATA_FILES_TEST_LABELS, "test_labels", "test"));
        }
        if (table.positiveClass().isPresent() && subject.isUsable(KeyPaths.TRAINING_LOSS) && !loss.isBinary()) {
            subject.report(EffectDiagnostics.noPositiveClass(
                    KeyPaths.DATA_POSITIVE_CLASS, Names.of(loss.getClass()), KeyPaths.TRAINING_LOSS));
        }
        table.columns().forEach((name, declaration) -> declared(subject, name, declaration));
    }

    /** Columns that are no features unless they are listed, and where they are used. */
    private static Map<String, String> uses(Subject subject, Table table) {
        Map<String, String> uses = new LinkedHashMap<>();
        uses.put(table.target(), KeyPaths.DATA_TARGET);
        for (int i = 0; i < table.targets().size(); i++) {
            uses.put(table.targets().get(i), ValuePath.element(KeyPaths.DATA_TARGETS, i));
        }
        Split split = subject.experiment().data().split();
        split.group().ifPresent(name -> uses.put(name, KeyPaths.DATA_SPLIT_GROUP));
        split.time().ifPresent(name -> uses.put(name, KeyPaths.DATA_SPLIT_TIME));
        table.itemWeights().ifPresent(name -> uses.put(name, KeyPaths.DATA_ITEM_WEIGHTS));
        table.splitColumn().ifPresent(name -> uses.put(name, KeyPaths.DATA_SPLIT_COLUMN));
        return uses;
    }

    private static void declared(Subject subject, String name, ColumnDeclaration declaration) {
        if (declaration.equals(ColumnDeclaration.defaults())) {
            subject.report(EffectDiagnostics.emptyColumn(
                    ValuePath.child(KeyPaths.DATA_COLUMNS, name), name, "{type: categorical}"));
        }
        if (!declaration.order().isEmpty()
                && declaration.type().isPresent()
                && declaration.type().get() != ColumnType.ORDINAL) {
            String path = ValuePath.child(KeyPaths.DATA_COLUMNS, name);
            subject.report(EffectDiagnostics.orderOfOtherType(
                    ValuePath.child(path, "order"),
                    name,
                    Names.of(declaration.type().get()),
                    ValuePath.child(path, "type")));
        }
        if (declaration.format().isPresent() && declaration.formatInForce().isEmpty()) {
            String path = ValuePath.child(KeyPaths.DATA_COLUMNS, name);
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
            subject.report(
                    EffectDiagnostics.builtIn(KeyPaths.DATA_PREPROCESSING_CATEGORICAL, source, KeyPaths.DATA_SOURCE));
        }
        if (!numeric.impute().equals(usual.impute())) {
            subject.report(EffectDiagnostics.builtIn(
                    KeyPaths.DATA_PREPROCESSING_NUMERIC_IMPUTE, source, KeyPaths.DATA_SOURCE));
        }
        if (numeric.indicator()) {
            subject.report(EffectDiagnostics.builtIn(
                    KeyPaths.DATA_PREPROCESSING_NUMERIC_INDICATOR, source, KeyPaths.DATA_SOURCE));
        }
    }

    private static void column(Subject subject, DataProfile profile, String name, ColumnPreprocessing special) {
        String path = ValuePath.child(KeyPaths.DATA_PREPROCESSING_COLUMNS, name);
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
