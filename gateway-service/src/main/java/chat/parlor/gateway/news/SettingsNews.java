package chat.parlor.gateway.news;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import chat.parlor.gateway.peer.Peers;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells everybody that a setting was saved, and not what it says: who shows it may ask, and gets what it may see.
@Configuration(proxyBeanMethods = false)
class SettingsNews {

    private final Peers peers;
    private final FrameWriter writer;

    SettingsNews(Peers peers, FrameWriter writer) {
        this.peers = peers;
        this.writer = writer;
    }

    /// `settings.changed.v1` of guest-service, as far as it is read here.
    record SettingsFact(String setting, Instant at) {}

    @Bean
    Subscription<SettingsFact> settingsSubscription() {
        return Subscription.<SettingsFact>to("settings.changed")
                .named("settings")
                .reading("settings.changed.v1", SettingsFact.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(changed -> heard(changed.body())));
    }

    private void heard(SettingsFact changed) {
        var frame = writer.write(new ServerFrame.SettingsChanged(changed.setting(), changed.at()));
        peers.all().forEach(peer -> peer.send(frame));
    }
}
