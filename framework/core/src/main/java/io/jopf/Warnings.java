package io.jopf;

/** What an admission handler wants to tell who made the request, refused or not. */
public interface Warnings {

  /**
   * Adds a warning; {@code kubectl} shows it.
   *
   * @param warning one short sentence: the API server may cut it after 256 characters
   */
  void add(String warning);
}
