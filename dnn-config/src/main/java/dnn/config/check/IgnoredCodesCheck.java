package dnn.config.check;

import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.EffectDiagnostics;
import dnn.config.diagnostic.Severity;
import dnn.config.diagnostic.ValueDiagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Findings that are to be left out: their codes must exist, training must survive them, and there should be such
 * findings.
 */
final class IgnoredCodesCheck implements Check {
    @Override
    public void check(Subject subject) {
        for (String code : subject.experiment().checks().keySet()) {
            String path = ValuePath.child(KeyPaths.CHECKS, code);
            Optional<Catalogue.Entry> entry = Catalogue.find(code);
            if (entry.isEmpty()) {
                subject.report(ValueDiagnostics.unknownCode(path, code, Catalogue.codes())
                        .at(subject.keySpanOf(path)));
            } else if (entry.get().isBinding()) {
                subject.report(ValueDiagnostics.notIgnorable(path, code).at(subject.keySpanOf(path)));
            }
        }
    }

    /**
     * Says which codes are left out for nothing, once everything that would find them has run: every other check, and
     * without an error, which would have kept one from looking.
     *
     * @param before what was found before this subject
     * @param phases the phases of the catalogue that have been gone through
     */
    static void idle(Subject subject, List<Diagnostic> before, String phases) {
        Set<String> found = new HashSet<>();
        for (List<Diagnostic> findings : List.of(before, subject.findings())) {
            for (Diagnostic finding : findings) {
                found.add(finding.code());
                if (finding.severity() == Severity.ERROR && !Catalogue.isIgnorable(finding)) {
                    return;
                }
            }
        }
        for (String code : subject.experiment().checks().keySet()) {
            boolean lookedFor = Catalogue.find(code)
                    .filter(entry -> phases.contains(entry.phases()) && !entry.isBinding())
                    .isPresent();
            if (lookedFor && !found.contains(code)) {
                String path = ValuePath.child(KeyPaths.CHECKS, code);
                subject.report(EffectDiagnostics.nothingToLeaveOut(path, code).at(subject.keySpanOf(path)));
            }
        }
    }
}
