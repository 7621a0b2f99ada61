package io.jopf.demo.view;

/** Colours of a terminal, as far as the demo needs them. */
enum Color {
  PLAIN(""),
  BOLD("\033[1m"),
  DIM("\033[2m"),
  RED("\033[31m"),
  GREEN("\033[32m"),
  YELLOW("\033[33m");

  static final String RESET = "\033[0m";

  private final String code;

  Color(String code) {
    this.code = code;
  }

  String paint(String text) {
    return this == PLAIN || text.isBlank() ? text : code + text + RESET;
  }
}
