package dnn.launcher.command;

import dnn.api.Data;
import dnn.api.data.MissingTarget;
import dnn.api.data.Preprocessing;
import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.data.TableFormat;
import dnn.api.loss.TargetKind;
import dnn.api.path.KeyPaths;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.DataProblems;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.Severity;
import dnn.config.diagnostic.UserText;
import dnn.config.init.FirstExperiment;
import dnn.config.init.FormatChoice;
import dnn.config.init.SplitChoice;
import dnn.config.schema.ExperimentSchema;
import dnn.data.DataLoader;
import dnn.launcher.process.Environment;
import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Refusal;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dnn init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a first experiment for a table: classes or a number, columns left out, preprocessing, "
                    + "layers, loss and "
                    + "batch size are chosen from what is in it, and commented.",
            "",
            "With --output the JSON Schema for editors is written beside the experiment.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  dnn init data/penguins.csv --target species",
            "  dnn init data/penguins.csv --target species --output penguins.yaml"
        })
final class InitCommand implements Callable<Integer> {
    /** A target of more classes than this is more likely a text that identifies its row. */
    private static final int MOST_CLASSES = 100;

    /** So many classes may stand in a table that has hardly more rows. */
    private static final int FEW_CLASSES = 10;

    private static final long SEED = 42;

    private final Environment environment;

    @Parameters(paramLabel = "TABLE", description = "CSV or TSV, plain or gzip, with a header.")
    private String table = "";

    @Option(names = "--target", paramLabel = "COLUMN", required = true, description = "The column to predict.")
    private String target = "";

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "Character set of the table, such as windows-1252. Default: UTF-8, or what its first bytes say.")
    private @Nullable String encoding;

    @Option(
            names = {"--overwrite", "--force"},
            description = "Replace FILE, and the JSON Schema beside it, if they exist.")
    private boolean overwrite;

    /** Texts of a numeric target that are no numbers, with where they stand: they count as missing. */
    private Map<String, String> oddTargets = Map.of();

    private FormatChoice formats = FormatChoice.NONE;

    InitCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = environment.directory();
        Optional<Path> file = Optional.ofNullable(output).map(directory::resolve);
        if (file.isPresent()) {
            Existing.refuseTable(file.get(), directory.resolve(table));
        }
        if (file.isPresent() && !overwrite) {
            Existing.refuse(file.get(), Optional.empty());
            Existing.refuse(schemaBeside(file.get()), Optional.of(ExperimentSchema.text()));
        }
        DataProfile asNumbers = profile(TargetKind.NUMBERS);
        ColumnProfile first = targetColumn(asNumbers);
        if (first.type() == ColumnType.NUMERIC) {
            oddTargets = FirstExperiment.oddTexts(asNumbers, first);
            asNumbers = oddTargets.isEmpty() ? asNumbers : profile(TargetKind.NUMBERS);
        }
        formats = FormatChoice.of(asNumbers);
        asNumbers = formats.isEmpty() ? asNumbers : profile(TargetKind.NUMBERS);
        TargetKind kind = FirstExperiment.kindOf(targetColumn(asNumbers), asNumbers.items());
        DataProfile profile = kind == TargetKind.NUMBERS ? asNumbers : profile(kind);
        ColumnProfile column = targetColumn(profile);
        judge(profile, column, kind);
        Path folder = file.map(Path::getParent).orElse(directory);
        FirstExperiment.Place place = new FirstExperiment.Place(
                source(folder),
                output == null
                        ? "absolute, since it is not known where this file will be; `--output FILE` writes it as "
                                + "seen from FILE"
                        : "relative to this file",
                output == null ? "" : ExperimentSchema.FILE_NAME,
                oddTargets,
                Optional.ofNullable(encoding)
                        .or(() -> profile.encodings().values().stream().findFirst()),
                formats);
        Draft draft = draft(profile, column, kind, place, folder);
        return write(draft, file);
    }

    /** An experiment as text, and what a check finds in it. */
    private record Draft(String text, CheckReport report) {}

    /**
     * With the first split that the table allows.
     *
     * @throws Refusal if it allows none: an experiment that cannot be trained is not written
     */
    private Draft draft(
            DataProfile profile, ColumnProfile column, TargetKind kind, FirstExperiment.Place place, Path folder)
            throws IOException {
        Map<SplitChoice, String> passedOver = new LinkedHashMap<>();
        CheckReport last = new CheckReport(List.of(), Map.of());
        for (SplitChoice split : SplitChoice.of(profile, target)) {
            if (!FirstExperiment.hasFeatures(profile, target, split)) {
                continue;
            }
            DataProfile own = profile(kind, split);
            String text = FirstExperiment.text(own, column, kind, split.inPlaceOf(passedOver), place);
            last = check(text, folder);
            Optional<Diagnostic> error = last.diagnostics().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst();
            if (error.isEmpty()) {
                return new Draft(text, last.plus(new CheckReport(place.choices(own, target, split), Map.of())));
            }
            passedOver.put(split, error.get().message());
        }
        throw new Refusal(last.plus(new CheckReport(
                List.of(RunDiagnostics.argument(
                        "no experiment was written: with this table none can be trained",
                        "mend the table as said above, then ask again")),
                Map.of())));
    }

    private TableFormat format() {
        TableFormat format = TableFormat.defaults().missing(oddTargets.keySet().toArray(String[]::new));
        return encoding == null ? format : format.encoding(encoding);
    }

    private DataProfile profile(TargetKind kind) {
        return profile(kind, SplitChoice.BY_CHANCE);
    }

    private DataProfile profile(TargetKind kind, SplitChoice split) {
        Table source = new Table(table, target, Optional.empty(), List.of())
                .missingTarget(MissingTarget.DROP)
                .columns(formats.declarations())
                .format(format());
        Data data = new Data(
                source,
                new Split(
                        Split.STANDARD.train(),
                        Split.STANDARD.validation(),
                        Split.STANDARD.test(),
                        split.group(),
                        split.time()),
                Preprocessing.defaults());
        return new DataLoader(environment.directory()).profile(data, kind, SEED);
    }

    /** The column to predict, unless the table cannot be read or has no such column. */
    private ColumnProfile targetColumn(DataProfile profile) {
        Optional<ColumnProfile> column = profile.column(target);
        if (column.isEmpty()) {
            List<Diagnostic> problems = profile.problems().stream()
                    .filter(problem -> !(problem instanceof DataProblem.BadCells))
                    .map(problem -> problem instanceof DataProblem.FileMissing missing
                            ? DataDiagnostics.tableMissing(missing.file(), missing.similar())
                            : DataProblems.diagnostic(problem))
                    .toList();
            throw new Refusal(
                    new CheckReport(problems.stream().map(this::inTable).toList(), Map.of()));
        }
        return column.get();
    }

    /** There is no experiment yet: a finding stands in the table. */
    private Diagnostic inTable(Diagnostic finding) {
        return finding.path().isEmpty() ? finding : finding.outside(table);
    }

    private void judge(DataProfile profile, ColumnProfile column, TargetKind kind) {
        String name = UserText.quote(target);
        boolean rarelyTwice = column.distinct() > FEW_CLASSES && 2L * column.distinct() > profile.items();
        if (kind == TargetKind.CLASSES && (column.distinct() > MOST_CLASSES || rarelyTwice)) {
            throw Refusal.of(
                    "the target " + name + " has " + column.distinct() + " different texts in "
                            + UserText.count(profile.items(), "row") + ", too many for classes",
                    "choose a column that repeats its values, or one of numbers");
        }
        List<Diagnostic> inTarget = profile.problems().stream()
                .filter(problem -> problem.path().equals(KeyPaths.DATA_TARGET))
                .map(DataProblems::diagnostic)
                .toList();
        if (!inTarget.isEmpty()) {
            throw new Refusal(
                    new CheckReport(inTarget.stream().map(this::inTable).toList(), Map.of()));
        }
        if (column.distinct() < 2) {
            throw Refusal.of("every cell of the target " + name + " is the same", "choose a column that varies");
        } else if (SplitChoice.of(profile, target).stream()
                .noneMatch(split -> FirstExperiment.hasFeatures(profile, target, split))) {
            throw Refusal.of(
                    "no column is left to predict " + name + " from",
                    "identifiers, constant columns and free text were left out");
        }
    }

    /**
     * The table's path as seen from the folder of the experiment; a bare name gets a folder, so that it is read as a
     * path.
     */
    private String source(Path folder) {
        Path absolute = environment.directory().resolve(table).toAbsolutePath().normalize();
        Path from = folder.toAbsolutePath().normalize();
        boolean sameRoot = Optional.ofNullable(absolute.getRoot()).equals(Optional.ofNullable(from.getRoot()));
        Path relative =
                output != null && sameRoot && !Path.of(table).isAbsolute() ? from.relativize(absolute) : absolute;
        String path = relative.toString().replace('\\', '/');
        return path.contains("/") || path.contains(".") ? path : "./" + path;
    }

    private CheckReport check(String text, Path folder) {
        String shown = output == null
                ? "<experiment>"
                : environment.directory().resolve(output).toString();
        return CheckedExperiment.of(
                        environment.directory(),
                        new ExperimentLoader(BaseResolver.none()).load(new SourceText(shown, text), folder, List.of()),
                        CheckedExperiment.checker())
                .report();
    }

    private static Path schemaBeside(Path file) {
        return file.resolveSibling(ExperimentSchema.FILE_NAME);
    }

    private int write(Draft draft, Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            environment.out().print(draft.text);
        } else {
            AtomicFiles.write(file.get(), draft.text);
            AtomicFiles.write(schemaBeside(file.get()), ExperimentSchema.text());
            environment.out().println(UserText.escape(file.get().toString()));
        }
        environment.err().print(environment.findings(draft.report));
        return ExitCode.DONE;
    }
}
