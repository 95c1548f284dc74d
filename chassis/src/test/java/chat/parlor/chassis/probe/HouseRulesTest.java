package chat.parlor.chassis.probe;

import chat.parlor.chassis.test.HouseRules;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void chassisKeepsTheHouseRules() {
        HouseRules.check("chat.parlor.chassis");
    }

    @Test
    void chassisKnowsNoDomain() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("chat.parlor.chassis");

        ArchRuleDefinition.noClasses()
                .should()
                .haveSimpleNameContaining("Room")
                .orShould()
                .haveSimpleNameContaining("Guest")
                .orShould()
                .haveSimpleNameContaining("Account")
                .orShould()
                .haveSimpleNameContaining("Message")
                .because("the chassis serves every service and knows the domain of none")
                .check(classes);
    }
}
