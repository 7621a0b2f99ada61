package io.jopf.demo.state;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an example ended.
 *
 * @param expected what the documentation says
 * @param actual what was seen
 * @param detail more of what was seen
 * @param over whether nothing more will happen
 * @param asExpected whether it is over and as documented
 * @param time how long it took; null if it did not begin
 */
public record Verdict(
    String title,
    String expected,
    String actual,
    String detail,
    boolean over,
    boolean asExpected,
    @Nullable Duration time) {}
