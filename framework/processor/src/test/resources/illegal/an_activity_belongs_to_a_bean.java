package example;

import io.jopf.annotation.*;

class an_activity_belongs_to_a_bean {

  @OnStartup
  // error: @OnStartup: nobody makes a an_activity_belongs_to_a_bean; mark the class with @Singleton
  void connect() {}
}
