package chat.parlor.gateway.links;

import chat.parlor.chassis.test.SpokenMails;
import org.junit.jupiter.api.Test;

class LinkTextsTest {

    @Test
    void everyLanguageHasEveryTextOfTheMails() {
        SpokenMails.check("links");
    }
}
