package io.jopf.jobflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1}|{'b':2}|{'a':1,'b':2}",
        "{'a':{'x':1,'y':2}}|{'a':{'y':3}}|{'a':{'x':1,'y':3}}",
        "{'a':1,'b':2}|{'a':null}|{'b':2}",
        "{'c':[{'name':'m','image':'x'},{'name':'s'}]}|{'c':[{'name':'m','tty':true}]}"
            + "|{'c':[{'name':'m','image':'x','tty':true},{'name':'s'}]}",
        "{'c':[{'name':'m'}]}|{'c':[{'name':'n'}]}|{'c':[{'name':'m'},{'name':'n'}]}",
        "{'args':['a','b']}|{'args':['c']}|{'args':['c']}"
      })
  void a_patch_is_laid_over_a_template(String template, String patch, String expected)
      throws JsonProcessingException {
    assertThat(Merge.of(json(template), json(patch))).isEqualTo(json(expected));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return MAPPER.readTree(text.replace('\'', '"'));
  }
}
