/**
 * The Kubernetes objects of a notebook, one builder per object.
 *
 * <p>Pure: the same plan and token give the same objects. The objects carry name, namespace, labels
 * and what the notebook needs of them; owner references are added by whoever writes them.
 *
 * <p>Guarantees: the token is in the Secret {@code token-<name>} and, but for a Pod that the
 * original operator has started, nowhere else; the Pod meets the Pod Security Standard
 * "restricted", unless it runs as root, which an administrator has to allow. Assumption: the plan
 * has been checked, so nothing here fails.
 */
@NullMarked
package io.jopf.jupyter.objects;

import org.jspecify.annotations.NullMarked;
