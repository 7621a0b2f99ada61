package io.jopf.demo.view;

/** Of a terminal, in characters. */
record Size(int rows, int columns) {

  static final Size USUAL = new Size(24, 80);
}
