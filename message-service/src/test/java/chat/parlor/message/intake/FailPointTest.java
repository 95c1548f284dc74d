package chat.parlor.message.intake;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.message.intake.FailPoint.Place;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailPointTest {

    private final AtomicInteger deaths = new AtomicInteger();

    @Test
    void theBatchAskedForDiesAtItsPlaceAndNoOther() {
        var failPoint = failPoint(Place.STORED, 3);

        failPoint.reach(Place.STORED);
        failPoint.reach(Place.ANNOUNCED);
        failPoint.reach(Place.STORED);
        assertThat(deaths).hasValue(0);

        failPoint.reach(Place.STORED);
        assertThat(deaths).hasValue(1);
    }

    @Test
    void nobodyDiesUnlessAskedTo() {
        var failPoint = failPoint(Place.NOWHERE, 1);

        failPoint.reach(Place.STORED);
        failPoint.reach(Place.ANNOUNCED);

        assertThat(deaths).hasValue(0);
    }

    private FailPoint failPoint(Place place, int batch) {
        return new FailPoint(new FailPointProperties(place, batch), deaths::incrementAndGet);
    }
}
