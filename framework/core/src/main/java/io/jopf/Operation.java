package io.jopf;

/** What somebody asks the API server to do with an object. */
public enum Operation {
  /** To store a new one. */
  CREATE,
  /** To change it. */
  UPDATE,
  /** To delete it. */
  DELETE,
  /** To open a connection to it, such as {@code exec} into a pod. */
  CONNECT
}
