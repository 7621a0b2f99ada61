package io.jopf.test.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestTest {

  @Test
  void an_object_of_a_group_is_got_by_its_name() {
    assertThat(Request.parse("GET", "/apis/jopf.io/v1/namespaces/home/things/tom"))
        .isEqualTo(new Request(Verb.GET, "things", "home", "tom", ""));
  }

  @Test
  void a_subresource_belongs_to_the_resource() {
    assertThat(Request.parse("PATCH", "/apis/jopf.io/v1/namespaces/home/things/tom/status"))
        .isEqualTo(new Request(Verb.PATCH, "things/status", "home", "tom", ""));
    assertThat(Request.parse("GET", "/api/v1/nodes/n1/proxy/stats"))
        .isEqualTo(new Request(Verb.GET, "nodes/proxy/stats", "", "n1", ""));
  }

  @Test
  void without_a_name_it_is_a_list_or_a_watch() {
    assertThat(Request.parse("GET", "/api/v1/pods?labelSelector=a%3Db"))
        .isEqualTo(new Request(Verb.LIST, "pods", "", "", "labelSelector=a=b"));
    assertThat(Request.parse("GET", "/api/v1/namespaces/home/pods?watch=true").verb())
        .isEqualTo(Verb.WATCH);
    assertThat(Request.parse("GET", "/api/v1/pods?allowWatchBookmarks=true&watch=1").verb())
        .isEqualTo(Verb.WATCH);
    assertThat(Request.parse("GET", "/api/v1/pods?watch=false").verb()).isEqualTo(Verb.LIST);
    assertThat(Request.parse("DELETE", "/api/v1/namespaces/home/pods").verb())
        .isEqualTo(Verb.DELETE_COLLECTION);
  }

  @Test
  void a_namespace_is_a_resource_too() {
    assertThat(Request.parse("DELETE", "/api/v1/namespaces/home"))
        .isEqualTo(new Request(Verb.DELETE, "namespaces", "", "home", ""));
    assertThat(Request.parse("PUT", "/api/v1/namespaces/home/finalize"))
        .isEqualTo(new Request(Verb.UPDATE, "namespaces/finalize", "", "home", ""));
  }

  @Test
  void what_is_no_resource_is_known_by_its_path() {
    assertThat(Request.parse("GET", "/version"))
        .isEqualTo(new Request(Verb.GET, "/version", "", "", ""));
    assertThat(Request.parse("GET", "/apis/jopf.io/v1").resource()).isEqualTo("/apis/jopf.io/v1");
    assertThat(Request.parse("GET", "/").resource()).isEqualTo("/");
  }
}
