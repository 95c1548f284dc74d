package chat.parlor.chassis.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The structure every service keeps, as rules that fail the build.
public final class HouseRules {

    private static final List<String> SERVICES = List.of("gateway", "room", "message", "presence", "guest", "ai");

    private HouseRules() {}

    /// Checks the main classes below `root`, like `chat.parlor.message`.
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
        SERVICES.stream()
                .map(service -> "chat.parlor." + service)
                .filter(other -> !other.equals(root))
                .forEach(other -> strangersStayOut(root, other).check(classes));
        fieldsAreNotInjected().check(classes);
        nothingSleeps(classes);
    }

    private static ArchRule strangersStayOut(String root, String other) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other + "..")
                .because("services talk through topics and HTTP, never through each other's classes")
                .allowEmptyShould(true);
    }

    private static ArchRule fieldsAreNotInjected() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .allowEmptyShould(true);
    }

    private static void nothingSleeps(JavaClasses classes) {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .allowEmptyShould(true)
                .check(classes);
    }
}
