package dnn.config.check;

import dnn.api.data.Scale;
import dnn.api.grammar.Names;
import dnn.api.loss.Domain;
import dnn.api.loss.Loss;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.profile.CellTally;
import dnn.api.profile.TargetProfile;
import dnn.config.diagnostic.OutputDiagnostics;
import java.util.List;
import java.util.Optional;

/** Checks whether the numbers of the target are those that the loss is defined on: O314, O315. */
final class LossDomainCheck implements Check {
    @Override
    public void check(Subject subject) {
        if (!subject.isUsable(KeyPaths.TRAINING_LOSS) || !subject.isUsable(KeyPaths.DATA)) {
            return;
        }
        Loss loss = subject.experiment().training().loss();
        Domain domain = loss.targetDomain();
        if (domain == Domain.REALS) {
            return;
        }
        String name = Names.of(loss.getClass());
        Scale scale = subject.experiment().data().preprocessing().target().scale();
        if (scale != Scale.NONE) {
            subject.report(OutputDiagnostics.scaledForItsLoss(
                            KeyPaths.DATA_PREPROCESSING_TARGET_SCALE,
                            Names.of(scale),
                            KeyPaths.TRAINING_LOSS,
                            name,
                            domain)
                    .fix(subject.replace(KeyPaths.DATA_PREPROCESSING_TARGET_SCALE, "none")));
        }
        List<TargetProfile> targets =
                subject.profile().map(profile -> profile.targets()).orElse(List.of());
        for (int i = 0; i < targets.size(); i++) {
            CellTally outside = outside(domain, targets.get(i));
            if (outside.count() > 0) {
                subject.report(OutputDiagnostics.targetsOutside(
                        path(subject, i), targets.get(i).column(), outside, KeyPaths.TRAINING_LOSS, name, domain));
            }
        }
    }

    private static CellTally outside(Domain domain, TargetProfile target) {
        return switch (domain) {
            case REALS -> CellTally.NONE;
            case NOT_NEGATIVE -> target.negative();
            case POSITIVE -> target.negative().and(target.zero());
            case NOT_ZERO -> target.zero();
        };
    }

    private static String path(Subject subject, int index) {
        boolean several = subject.experiment()
                .data()
                .source()
                .table()
                .filter(table -> !table.targets().isEmpty())
                .isPresent();
        String path = several ? ValuePath.element(KeyPaths.DATA_TARGETS, index) : KeyPaths.DATA_TARGET;
        return Optional.of(path)
                .filter(place -> subject.spanOf(place).isPresent())
                .orElse(KeyPaths.DATA_SOURCE);
    }
}
