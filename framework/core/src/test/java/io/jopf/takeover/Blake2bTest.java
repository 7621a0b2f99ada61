package io.jopf.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Blake2bTest {

  /** The expected values are those of Python's hashlib. */
  @ParameterizedTest
  @CsvSource({
    "'',0,1271cf25",
    "abc,1,63906248",
    "x,127,1dab6b6d",
    "x,128,b0c663e3",
    "x,129,59b07930",
    "x,300,b12499e1",
    "field_fn/spec.ä,1,097b56de"
  })
  void it_is_the_hash_that_python_computes(String text, int times, String expected) {
    byte[] input = text.repeat(times).getBytes(StandardCharsets.UTF_8);

    assertThat(HexFormat.of().formatHex(Blake2b.hash(input, 4))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "abc,ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
  })
  void at_its_full_length_it_is_the_one_of_the_rfc(String text, String expected) {
    byte[] input = text.getBytes(StandardCharsets.UTF_8);

    assertThat(HexFormat.of().formatHex(Blake2b.hash(input, 64))).isEqualTo(expected);
  }
}
