package chat.parlor.message;

import chat.parlor.chassis.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check("chat.parlor.message");
    }
}
