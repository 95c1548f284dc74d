package chat.parlor.drills.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int SHORT = 150;
    private static final int PATIENCE = 60_000;

    private ServerSocket server;
    private TcpProxy proxy;
    private Socket client;
    private Socket served;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, LOOPBACK);
        proxy = TcpProxy.to(server.getLocalPort());
        client = new Socket(LOOPBACK, proxy.port());
        served = server.accept();
        served.setSoTimeout(PATIENCE);
        client.setSoTimeout(PATIENCE);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        served.close();
        proxy.close();
        server.close();
    }

    @Test
    void bytesPassBothWays() throws IOException {
        client.getOutputStream().write('a');
        served.getOutputStream().write('b');

        assertThat(served.getInputStream().read()).isEqualTo('a');
        assertThat(client.getInputStream().read()).isEqualTo('b');
    }

    @Test
    void whatIsHeldBackComesLate() throws IOException {
        proxy.hold();
        client.getOutputStream().write('a');
        served.setSoTimeout(SHORT);
        assertThatThrownBy(() -> served.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        proxy.release();
        served.setSoTimeout(PATIENCE);
        assertThat(served.getInputStream().read()).isEqualTo('a');
    }

    @Test
    void theEndOfOneSideIsTheEndOfTheOther() throws IOException {
        served.close();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void whatIsCutEndsBothSides() throws IOException {
        client.getOutputStream().write('a');
        assertThat(served.getInputStream().read()).isEqualTo('a');

        proxy.cut();

        assertThat(served.getInputStream().read()).isEqualTo(-1);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
}
