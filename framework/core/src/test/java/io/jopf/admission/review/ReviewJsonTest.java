package io.jopf.admission.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.jopf.AdmissionRequest;
import io.jopf.Operation;
import io.jopf.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewJsonTest {

  private static final String REVIEW =
      """
      {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
        "uid": "u1", "operation": "UPDATE", "namespace": "shop", "name": "till", "dryRun": true,
        "resource": {"group": "batch", "version": "v1", "resource": "jobs"},
        "subResource": "status",
        "userInfo": {"username": "tom", "uid": "7", "groups": ["cats"], "extra": {"k": ["v"]}},
        "object": {"spec": {"a": 1}}, "oldObject": {"spec": {"a": 2}}}}
      """;

  @Test
  void a_request_is_read_with_all_that_it_says() {
    AdmissionRequest request = read(REVIEW);

    assertThat(request.uid()).isEqualTo("u1");
    assertThat(request.operation()).isEqualTo(Operation.UPDATE);
    assertThat(request.resource()).isEqualTo("jobs.batch");
    assertThat(request.subresource()).isEqualTo("status");
    assertThat(request.namespace()).isEqualTo("shop");
    assertThat(request.name()).isEqualTo("till");
    assertThat(request.dryRun()).isTrue();
    assertThat(request.user())
        .isEqualTo(
            new AdmissionRequest.User("tom", "7", List.of("cats"), Map.of("k", List.of("v"))));
    assertThat(request.object().at("/spec/a").asInt()).isEqualTo(1);
    assertThat(request.oldObject().at("/spec/a").asInt()).isEqualTo(2);
    assertThat(request.options().isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                     | the body is no JSON",
        "[]                                    | an AdmissionReview of admission.k8s.io/v1 is"
            + " expected, not '' of ''",
        "{\"kind\":\"Pod\",\"apiVersion\":\"v1\"} | an AdmissionReview of admission.k8s.io/v1 is"
            + " expected, not 'Pod' of 'v1'"
      })
  void anything_else_is_refused_with_the_reason(String body, String reason) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(body)).withMessage(reason);
  }

  @Test
  void a_request_without_name_or_known_operation_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(REVIEW.replace("\"uid\": \"u1\",", "")))
        .withMessage("request.uid is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(REVIEW.replace("UPDATE", "EAT")))
        .withMessage("request.operation is 'EAT'");
  }

  @Test
  void a_refusal_has_code_reason_message_and_warnings_and_no_patch() throws IOException {
    Verdict refusal =
        new Verdict(false, 422, "too small", List.of("mind the gap"), NullNode.getInstance());

    assertThat(written(REVIEW, refusal))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "response": {
                  "uid": "u1", "allowed": false, "warnings": ["mind the gap"],
                  "status": {"status": "Failure", "code": 422, "reason": "Invalid",
                             "message": "too small"}}}
                """));
  }

  @Test
  void an_answer_without_changes_has_no_patch() throws IOException {
    JsonNode answer = written(REVIEW, Verdict.allowed(read(REVIEW).object(), List.of()));

    assertThat(answer.path("response")).hasToString("{\"uid\":\"u1\",\"allowed\":true}");
  }

  @Test
  void changes_are_a_json_patch() throws IOException {
    ObjectNode changed = Json.MAPPER.createObjectNode();
    changed.putObject("spec").put("a", 1).put("b/c", 3);

    JsonNode response = written(REVIEW, Verdict.allowed(changed, List.of())).path("response");

    assertThat(response.path("patchType").asText()).isEqualTo("JSONPatch");
    String patch =
        new String(
            Base64.getDecoder().decode(response.path("patch").asText()), StandardCharsets.UTF_8);
    assertThat(patch).isEqualTo("[{\"op\":\"add\",\"path\":\"/spec/b~1c\",\"value\":3}]");
  }

  @Provide
  Arbitrary<JsonNode> objects() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 3).map(number -> (Object) number),
            Arbitraries.of("a", "b", "~", "/"),
            Arbitraries.of(true, false));
    Arbitrary<Object> value =
        Arbitraries.lazyOf(
            () -> leaf,
            () -> leaf,
            () -> leaf.list().ofMaxSize(4).map(list -> (Object) list),
            () ->
                Arbitraries.maps(Arbitraries.of("x", "y/z", "~"), leaf)
                    .ofMaxSize(3)
                    .list()
                    .ofMaxSize(3)
                    .map(list -> (Object) list));
    return Arbitraries.maps(Arbitraries.of("a", "b", "c/d"), value).ofMaxSize(3).map(Json::node);
  }

  @Property
  void the_patch_leads_from_the_one_to_the_other(
      @ForAll("objects") JsonNode from, @ForAll("objects") JsonNode to) {
    assertThat(JsonPatch.apply(ReviewJson.patch(from, to), from)).isEqualTo(to);
  }

  private static AdmissionRequest read(String body) {
    return ReviewJson.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode written(String review, Verdict verdict) throws IOException {
    return Json.MAPPER.readTree(ReviewJson.write(read(review), verdict));
  }
}
