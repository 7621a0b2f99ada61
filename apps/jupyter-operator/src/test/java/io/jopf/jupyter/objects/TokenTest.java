package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  @Test
  void tokens_differ_are_long_enough_and_need_no_escaping_in_a_url() {
    assertThat(Stream.generate(Token::random).limit(100).map(Token::value))
        .doesNotHaveDuplicates()
        // six bits a character
        .allMatch(value -> value.matches("[A-Za-z0-9_-]{22,}"));
  }

  @Test
  void a_printed_token_does_not_show() {
    Token token = Token.random();

    assertThat(token.toString()).doesNotContain(token.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "YSBi"})
  void a_secret_someone_has_spoilt_holds_no_token(String data) {
    assertThat(TokenSecret.read(new SecretBuilder().addToData(TokenSecret.KEY, data).build()))
        .isEmpty();
    assertThat(TokenSecret.read(new SecretBuilder().build())).isEmpty();
  }
}
