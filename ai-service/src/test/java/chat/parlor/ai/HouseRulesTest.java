package chat.parlor.ai;

import chat.parlor.chassis.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesAreKept() {
        HouseRules.check("chat.parlor.ai");
    }
}
