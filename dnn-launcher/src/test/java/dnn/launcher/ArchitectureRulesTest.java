package dnn.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules, and what only the launcher may do. */
class ArchitectureRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dnn");

    @Test
    void everyModuleIsLookedAt() {
        for (String module : new String[] {"api", "config", "data", "engine", "simd", "run", "language", "launcher"}) {
            assertThat(CLASSES.stream().filter(type -> type.getPackageName().startsWith("dnn." + module)))
                    .as(module)
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void theModelUsesNoOtherModule() {
        check(noClasses()
                .that()
                .resideInAPackage("dnn.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dnn.config..", "dnn.data..", "dnn.engine..", "dnn.simd..", "dnn.run..", "dnn.launcher.."));
    }

    @Test
    void configurationDataAndEngineDoNotSeeEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("dnn.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dnn.data..", "dnn.engine..", "dnn.simd..", "dnn.run..", "dnn.launcher.."));
        check(noClasses()
                .that()
                .resideInAPackage("dnn.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dnn.config..", "dnn.engine..", "dnn.simd..", "dnn.run..", "dnn.launcher.."));
        check(noClasses()
                .that()
                .resideInAPackage("dnn.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dnn.config..", "dnn.data..", "dnn.run..", "dnn.launcher.."));
    }

    @Test
    void theLibraryDoesNotKnowTheCommandAndNeverEndsTheProcess() {
        check(noClasses()
                .that()
                .resideInAPackage("dnn.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dnn.launcher..")
                .orShould()
                .callMethod(System.class, "exit", int.class));
    }

    /** The fast backend is found by the ServiceLoader; only so can it be left out where the Vector API is missing. */
    @Test
    void nobodyNamesTheFastBackend() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dnn.simd..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dnn.simd.."));
        check(noClasses()
                .that()
                .resideInAPackage("dnn.simd..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dnn.config..", "dnn.data..", "dnn.run..", "dnn.launcher.."));
    }

    @Test
    void theEngineNeverSeesYamlOrTables() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dnn.engine..", "dnn.simd..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml..", "de.siegmar..", "java.nio.file.."));
    }

    /**
     * What an editor asks is answered from texts that are handed over: an unsaved one counts as one on the disk does.
     */
    @Test
    void theLanguageReadsNoFilesAndKnowsOnlyTheConfiguration() {
        check(noClasses()
                .that()
                .resideInAPackage("dnn.language..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dnn.data..", "dnn.engine..", "dnn.simd..", "dnn.run..", "dnn.launcher..", "java.io..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files"));
        check(noClasses()
                .that()
                .resideInAnyPackage("dnn.config..", "dnn.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dnn.language.."));
    }

    @Test
    void onlyTheLauncherPrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dnn.launcher..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(PrintStream.class));
    }

    @Test
    void onlyTheLauncherKnowsPicocli() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dnn.launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void onlyTheLanguageServerKnowsItsProtocol() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dnn.launcher.lsp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.lsp4j..", "com.google.gson.."));
    }

    @Test
    void modulesAreFreeOfCycles() {
        check(slices().matching("dnn.(*)..").should().beFreeOfCycles());
    }

    /**
     * Classes run from the class path in tests, where the JVM does not look at modules: what would be refused on the
     * module path is found here.
     */
    @ParameterizedTest
    @ValueSource(strings = {"api", "config", "data", "engine", "run", "language"})
    void modulesUseOnlyWhatIsExportedToThem(String name) {
        String module = "dnn." + name;
        Path classes = CommandRun.configs().resolveSibling("dnn-" + name).resolve("target/classes");
        Optional<ModuleDescriptor> found = ModuleFinder.of(classes).find(module).map(ModuleReference::descriptor);
        assumeTrue(found.isPresent(), "skipped: these classes were compiled without their module");
        Map<String, Set<String>> exported = found.orElseThrow().exports().stream()
                .collect(Collectors.toMap(ModuleDescriptor.Exports::source, ModuleDescriptor.Exports::targets));
        assertThat(CLASSES.stream()
                        .filter(type -> !isIn(module, type))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> isIn(module, use.getTargetClass()))
                        .filter(use -> {
                            Set<String> allowed =
                                    exported.get(use.getTargetClass().getPackageName());
                            String user = use.getOriginClass().getPackageName().replaceAll("^(dnn\\.\\w+).*", "$1");
                            return allowed == null || !(allowed.isEmpty() || allowed.contains(user));
                        })
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean isIn(String module, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(module + ".");
    }

    @Test
    void packagesAreFreeOfCycles() {
        SliceAssignment byPackage = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("dnn.")
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "a slice a package";
            }
        };
        check(slices().assignedFrom(byPackage).should().beFreeOfCycles());
    }

    @Test
    void noMethodHasMoreThanSevenParametersOutsideOfKernelsAndWhatHandsThemOn() {
        Set<String> handingOn = Set.of("dnn.engine.activation", "dnn.engine.loss", "dnn.engine.optimizer");
        assertThat(CLASSES.stream()
                        .filter(type -> !type.getPackageName().startsWith("dnn.simd")
                                && !type.getPackageName().startsWith("dnn.engine.backend")
                                && !handingOn.contains(type.getPackageName()))
                        .flatMap(type -> type.getMethods().stream())
                        // Lambdas take what they use of their surroundings as parameters.
                        .filter(method -> !method.getName().contains("$")
                                && method.getRawParameterTypes().size() > 7)
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void differentThingsHaveDifferentNames() {
        // Words of the grammar are called as they are written: a metric and a loss may be one word.
        Set<String> words =
                Set.of("data", "initializer", "layer", "loss", "metric", "optimizer", "schedule", "training");
        Map<String, List<String>> places = CLASSES.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getSimpleName().equals("package-info")
                        && words.stream()
                                .noneMatch(word -> type.getPackageName().equals("dnn.api." + word)))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        places.values().removeIf(packages -> packages.size() == 1);
        assertThat(places).isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
