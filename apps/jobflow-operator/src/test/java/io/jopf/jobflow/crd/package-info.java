/**
 * The checked-in custom resource definitions: generated from the classes by the build, finished and
 * made compact here, and compared with the file of the Ansible role.
 */
@NullMarked
package io.jopf.jobflow.crd;

import org.jspecify.annotations.NullMarked;
