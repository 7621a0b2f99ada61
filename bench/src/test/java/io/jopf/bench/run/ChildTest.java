package io.jopf.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChildTest {

  @Test
  void what_every_generation_uses_is_heap() {
    String info =
        """
         def new generation   total 30720K, used 1024K [0x00000000f9c00000, 0x00000000fbd50000)
          eden space 27328K,  54% used [0x00000000f9c00000, 0x00000000fb6b0000)
         tenured generation   total 68288K, used 60416K [0x00000000fbd50000, 0x0000000100000000)
           the space 68288K,   0% used [0x00000000fbd50000, 0x0000000100000000)
         Metaspace       used 9109K, committed 9344K, reserved 1114112K
          class space    used 1096K, committed 1216K, reserved 1048576K
        """;

    assertThat(Child.usedMb(info)).isEqualTo(60);
  }

  @Test
  void a_heap_without_generations_tells_it_in_one_line() {
    String info =
        """
        garbage-first heap   total reserved 102400K, committed 102400K, used 10240K [0x00, 0x01)
         region size 1024K, 11 young (11264K), 2 survivors (2048K)
        """;

    assertThat(Child.usedMb(info)).isEqualTo(10);
  }

  @Test
  void no_answer_is_no_heap() {
    assertThatThrownBy(() -> Child.usedMb("")).isInstanceOf(IllegalStateException.class);
  }
}
