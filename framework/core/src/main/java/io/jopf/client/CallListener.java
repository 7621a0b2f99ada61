package io.jopf.client;

/** Is told of every answer of the API server; every bean of this type is. Must be quick. */
public interface CallListener {

  /**
   * The API server has answered a request, or nobody has.
   *
   * @param verb get, list, watch, create, update, patch, delete or deletecollection
   * @param code of HTTP; 0 if there was no answer
   */
  void called(String verb, int code);
}
