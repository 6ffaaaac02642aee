package dnn.config.check;

import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.ValueDiagnostics;
import dnn.config.diagnostic.ValuePath;
import java.util.Optional;

/** Findings that are to be left out: their codes must exist, and training must survive them. */
final class IgnoredCodesCheck implements Check {
    @Override
    public void check(Subject subject) {
        for (String code : subject.experiment().checks().keySet()) {
            String path = ValuePath.child("checks", code);
            Optional<Catalogue.Entry> entry = Catalogue.find(code);
            if (entry.isEmpty()) {
                subject.report(ValueDiagnostics.unknownCode(path, code, Catalogue.codes())
                        .at(subject.keySpanOf(path)));
            } else if (entry.get().isBinding()) {
                subject.report(ValueDiagnostics.notIgnorable(path, code).at(subject.keySpanOf(path)));
            }
        }
    }
}
