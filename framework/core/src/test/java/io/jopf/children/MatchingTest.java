package io.jopf.children;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import io.jopf.json.MergePatch;
import io.jopf.json.Trees;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

  @Provide
  Arbitrary<ObjectNode> trees() {
    return Trees.objects(false);
  }

  @Property
  void an_object_contains_itself(@ForAll("trees") ObjectNode object) {
    assertThat(Matching.contains(object, object.deepCopy())).isTrue();
  }

  @Property
  void what_is_desired_is_contained_once_it_is_merged_in(
      @ForAll("trees") ObjectNode actual, @ForAll("trees") ObjectNode desired) {
    assertThat(Matching.contains(MergePatch.apply(actual, desired), desired)).isTrue();
  }

  @ParameterizedTest(name = "{0}: {2} in {1} is {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          defaults of the server     | {'a':1,'policy':'Always'}      | {'a':1}           | true
          defaults within list items | [{'name':'x','pull':'Always'}] | [{'name':'x'}]    | true
          another value              | {'a':2}                        | {'a':1}           | false
          a missing field            | {'b':1}                        | {'a':1}           | false
          another type               | {'a':{'b':1}}                  | {'a':'b'}         | false
          text is no number          | {'a':'x'}                      | {'a':1}           | false
          an empty list left out     | {}                             | {'a':[]}          | true
          an empty object left out   | {}                             | {'a':{}}          | true
          an empty list not empty    | {'a':[1]}                      | {'a':[]}          | false
          a desired null             | {'a':1}                        | {'a':null}        | true
          a longer list              | {'a':[1,2]}                    | {'a':[1]}         | false
          a shorter list             | {'a':[1]}                      | {'a':[1,2]}       | false
          another order              | {'a':[2,1]}                    | {'a':[1,2]}       | false
          a quantity written shorter | {'cpu':'1'}                    | {'cpu':'1000m'}   | true
          a quantity in other units  | {'memory':'1Gi'}               | {'memory':'1024Mi'} | true
          a quantity without quotes  | {'cpu':2}                      | {'cpu':'2'}       | true
          another quantity           | {'cpu':'1'}                    | {'cpu':'100m'}    | false
          a quantity of a device     | {'limits':{'x.y/gpu':'2'}}    | {'limits':{'x.y/gpu':2}} | true
          a version is no quantity   | {'tag':'1.1'}                  | {'tag':'1.10'}    | false
          a version in a list        | {'tags':['1.1']}               | {'tags':['1.10']} | false
          a quantity and a word      | {'cpu':'high'}                 | {'cpu':'1'}       | false
          """)
  void a_desired_state_is_contained_or_not(
      String what, String actual, String desired, boolean contained)
      throws JsonProcessingException {
    assertThat(
            Matching.contains(
                Json.MAPPER.readTree(actual.replace('\'', '"')),
                Json.MAPPER.readTree(desired.replace('\'', '"'))))
        .as(what)
        .isEqualTo(contained);
  }
}
