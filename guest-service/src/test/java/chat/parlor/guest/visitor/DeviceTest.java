package chat.parlor.guest.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Windows NT 10.0; Win64    | Chrome/140.0.0.0 Safari/537.36              | Chrome 140  | Windows | desktop
            Windows NT 10.0; Win64    | Chrome/140.0.0.0 Safari/537.36 Edg/140.0    | Edge 140    | Windows | desktop
            Windows NT 10.0; Win64    | Chrome/139.0.0.0 Safari/537.36 OPR/123.0    | Opera 123   | Windows | desktop
            X11; Linux x86_64; rv:142 | Gecko/20100101 Firefox/142.0                | Firefox 142 | Linux   | desktop
            Macintosh; Mac OS X 10_15 | Version/18.5 Safari/605.1.15                | Safari 18   | macOS   | desktop
            iPhone; CPU like Mac OS X | Version/18.5 Mobile/15E148 Safari/604.1     | Safari 18   | iOS     | phone
            iPad; CPU like Mac OS X   | CriOS/140.0 Mobile/15E148 Safari/604.1      | Chrome 140  | iPadOS  | tablet
            Linux; Android 15; Pixel  | Chrome/140.0.0.0 Mobile Safari/537.36       | Chrome 140  | Android | phone
            Linux; Android 15; SM-X   | Chrome/140.0.0.0 Safari/537.36              | Chrome 140  | Android | tablet
            compatible; Bot/1.0       | nothing                                     |             |         |
            """)
    void browsersAreKnownByWhatTheySay(String place, String claims, String browser, String system, String kind) {
        var agent = "Mozilla/5.0 (" + place + ") AppleWebKit/537.36 (KHTML, like Gecko) " + claims;

        assertThat(Device.of(agent)).isEqualTo(new Device(browser, system, kind));
    }

    @Test
    void whoSaysNothingOrTooMuchIsUnknown() {
        assertThat(Device.of(null)).isEqualTo(Device.UNKNOWN);
        assertThat(Device.of("Firefox/1" + " ".repeat(1000))).isEqualTo(Device.UNKNOWN);
    }
}
