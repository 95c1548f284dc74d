package chat.parlor.chassis.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// How long tests wait for a fact. A machine that builds and tests several things at once may stand still for seconds,
/// and a green test never waits it out: only a fact that does not come costs the whole of it.
///
/// Found by JUnit wherever the test kit is on the class path; Awaitility then waits so long unless told otherwise.
public final class Patience implements LauncherSessionListener {

    /// How long a fact may take to come before it counts as missing.
    public static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
    }
}
