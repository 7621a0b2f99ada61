package io.jopf.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiCallsTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/pods, list",
    "GET, /api/v1/pods?watch=true&resourceVersion=1, watch",
    "GET, /api/v1/namespaces, list",
    "GET, /api/v1/namespaces/team, get",
    "GET, /api/v1/namespaces/team/pods, list",
    "GET, /api/v1/namespaces/team/pods/a, get",
    "GET, /apis/batch/v1/namespaces/team/jobs?limit=500, list",
    "GET, /apis/batch/v1/namespaces/team/jobs/a/status, get",
    "GET, /prefix/apis/batch/v1/jobs, list",
    "GET, /version, get",
    "POST, /apis/batch/v1/namespaces/team/jobs, create",
    "PUT, /apis/batch/v1/namespaces/team/jobs/a, update",
    "PATCH, /apis/batch/v1/namespaces/team/jobs/a/status, patch",
    "DELETE, /apis/batch/v1/namespaces/team/jobs/a, delete",
    "DELETE, /apis/batch/v1/namespaces/team/jobs, deletecollection",
  })
  void verbs_are_those_of_rights(String method, String uri, String verb) {
    assertThat(ApiCalls.verb(method, URI.create("https://host:6443" + uri))).isEqualTo(verb);
  }
}
