package chat.parlor.room.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final Line ADA =
            new Line("a_ada", "Ada \"A\", really", 2, new Spread(1_500, 2_000), null, 0, null, 1, 4.5);

    @Test
    void aTableHasAHeadAndOneRowALine() {
        assertThat(Csv.ofAgents(List.of(ADA)).split("\r\n", -1))
                .containsExactly(
                        "agent,name,conversations,first_response_median_s,first_response_p90_s,resolution_median_s,"
                                + "resolution_p90_s,taken,waiting_median_s,waiting_p90_s,ratings,score",
                        "a_ada,\"Ada \"\"A\"\", really\",2,1.5,2.0,,,0,,,1,4.50",
                        "");
        assertThat(Csv.ofDays(List.of(Line.empty("2026-03-01")))).endsWith("\r\n2026-03-01,0,,,,,0,,,0,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-2", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"})
    void whatWouldBeAFormulaIsText(String name) {
        assertThat(Csv.cell(name).replace("\"", "")).startsWith("'");
    }
}
