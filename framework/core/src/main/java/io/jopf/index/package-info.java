/**
 * In-memory indices over all objects of a kind.
 *
 * <p>Expected flow: an {@link io.jopf.index.Indexer} per kind takes every state of every object,
 * asks the kind's {@code @Index} methods what it is good for, and keeps the answers in an {@link
 * io.jopf.index.IndexStore}; {@link io.jopf.index.Indices} knows all of them. Guarantees: complete
 * before any handler runs; an object that goes, is made anew or no longer matches leaves its
 * indices at once; a look-up is one hash table access, an update takes time in proportion to the
 * keys of the one object. Assumptions: one object is updated by one thread at a time. Caveats:
 * memory only. Errors: what an index method throws concerns its object alone, see {@link
 * io.jopf.annotation.Index#errors}.
 */
@NullMarked
package io.jopf.index;

import org.jspecify.annotations.NullMarked;
