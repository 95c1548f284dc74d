package chat.parlor.chassis.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MailSealTest {

    private static final Letter LETTER =
            new Letter("a@example.org", "", "Subject", "pl_secret", "<p>pl_secret</p>", "");

    private final JsonMapper json = JsonMapper.builder().build();
    private final MailSeal seal = new MailSeal("the secret that all services share", json);

    @Test
    void sealedLetterIsOpenedByTheSameSecretOnly() throws Exception {
        var sealed = seal.seal("m_1", LETTER);

        assertThat(seal.open("m_1", sealed)).isEqualTo(LETTER);
        assertThatThrownBy(() -> new MailSeal("another secret of all the services", json).open("m_1", sealed))
                .isInstanceOf(MailSeal.Broken.class);
    }

    @Test
    void letterOfAnotherMailOrAChangedOneIsBroken() {
        var sealed = seal.seal("m_1", LETTER);
        assertThatThrownBy(() -> seal.open("m_2", sealed)).isInstanceOf(MailSeal.Broken.class);

        sealed[20] ^= 1;

        assertThatThrownBy(() -> seal.open("m_1", sealed)).isInstanceOf(MailSeal.Broken.class);
        assertThatThrownBy(() -> seal.open("m_1", new byte[3])).isInstanceOf(MailSeal.Broken.class);
    }
}
