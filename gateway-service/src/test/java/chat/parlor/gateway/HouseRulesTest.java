package chat.parlor.gateway;

import chat.parlor.chassis.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void structureIsKept() {
        HouseRules.check("chat.parlor.gateway");
    }
}
