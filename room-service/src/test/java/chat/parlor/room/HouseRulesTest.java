package chat.parlor.room;

import chat.parlor.chassis.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void featuresKeepTheHouseRules() {
        HouseRules.check("chat.parlor.room");
    }
}
