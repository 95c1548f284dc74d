package chat.parlor.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.local.broker.Broker;
import chat.parlor.local.database.Database;
import chat.parlor.local.folder.DataFolder;
import chat.parlor.local.folder.Ports;
import chat.parlor.local.folder.Secrets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceSettingsTest {
    @TempDir
    private Path scratch;

    private ServiceSettings settings;

    @BeforeEach
    void open() {
        var folder = DataFolder.open(scratch);
        var ports = Ports.load(folder);
        ports.set(Broker.NAME, 1);
        ports.set(Database.NAME, 2);
        var port = 10;
        for (var name : Service.keys()) {
            ports.set(name, port++);
        }
        settings = new ServiceSettings(folder, ports, new Secrets(folder), List.of("--server.port=99"));
    }

    @Test
    void onlyTheGatewayListensToOthersThanThisMachine() {
        assertThat(settings.arguments(Service.GATEWAY)).noneMatch(word -> word.startsWith("--server.address"));
        assertThat(settings.arguments(Service.ROOM)).contains("--server.address=127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource
    void nothingSecretIsOnTheCommandLine(Service service) {
        var words = settings.arguments(service);

        settings.secrets(service)
                .values()
                .forEach(secret -> assertThat(words).noneMatch(word -> word.contains(secret)));
    }

    @Test
    void eachServiceHasAPasswordOfItsOwnAndTheSharedSecret() {
        var room = settings.secrets(Service.ROOM);
        var message = settings.secrets(Service.MESSAGE);

        assertThat(room.get("parlor.database.password")).isNotEqualTo(message.get("parlor.database.password"));
        assertThat(room.get("parlor.identity.service-secret")).isEqualTo(message.get("parlor.identity.service-secret"));
    }

    @Test
    void whatThePersonSetCountsMost() {
        assertThat(settings.arguments(Service.ROOM)).containsSubsequence("--server.port=11", "--server.port=99");
        assertThat(settings.arguments(Service.ROOM).getLast()).isEqualTo("--server.port=99");
    }

    @Test
    void aPropertyIsFoundUnderTheNameOfItsVariable() {
        assertThat(ChildJvm.variable("parlor.identity.service-secret")).isEqualTo("PARLOR_IDENTITY_SERVICESECRET");
    }

    @Test
    void mainClassesAreNamedAfterTheirServices() {
        assertThat(Service.AI.mainClass()).isEqualTo("chat.parlor.ai.AiService");
    }
}
