package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.access.Role;
import org.parkland.analysis.AccountDesk;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.config.Settings;

/** Where the server listens, and whom it asks who they are. */
class BindingTest {
  @TempDir
  private Path folder;
  private Settings loopback;

  @BeforeEach
  void settings() {
    loopback = SampleDistrict.settings(folder.resolve("empty.gpkg"));
  }

  private Settings everywhere() {
    return loopback.with(Setting.HOST, "0.0.0.0");
  }

  private static int get(WebServer server, String... headers) throws Exception {
    return RawAnswer.of(server.address().replace("0.0.0.0", "127.0.0.1"), "GET", "/api/classes", headers).status();
  }

  @Test
  void withoutAccountsOnlyThisMachineIsLetIn() {
    try (Workspace workspace = Workspace.open(everywhere())) {
      assertThatThrownBy(() -> WebServer.start(workspace)).isInstanceOf(BadInput.class)
          .hasMessageContaining("--host 0.0.0.0").hasMessageContaining("no accounts")
          .hasMessageContaining("bin/parkland accounts add NAME --role admin").hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void withAccountsOthersAreLetInWhoLogIn() throws Exception {
    try (Workspace workspace = Workspace.open(everywhere())) {
      new AccountDesk(workspace.store().accounts()).add("admin", Role.ADMIN, Office.PASSWORD);
      try (WebServer server = WebServer.start(workspace)) {
        assertThat(get(server)).isEqualTo(401);
      }
    }
  }

  @Test
  void theOneLocalUserIsAnAdministratorWithoutALogIn() throws Exception {
    try (Workspace workspace = Workspace.open(loopback); WebServer server = WebServer.start(workspace)) {
      assertThat(get(server)).isEqualTo(200);
      RawAnswer session = RawAnswer.of(server.address(), "GET", "/api/session");
      assertThat(session.body()).contains("\"accounts\":false", "\"role\":\"admin\"", "\"name\":null");
      assertThat(RawAnswer.of(server.address(), "GET", "/api/tokens").body()).isEqualTo("{\"tokens\":[]}");
    }
  }

  @Test
  void withoutAccountsNothingIsAnsweredUnderAnothersName() throws Exception {
    try (Workspace workspace = Workspace.open(loopback); WebServer server = WebServer.start(workspace)) {
      assertThat(get(server, "Host: evil.example")).as("a name that was pointed here").isEqualTo(403);
      assertThat(get(server, "Host: 127.0.0.1.evil.example")).isEqualTo(403);
      assertThat(get(server, "Host: localhost:" + server.address().replaceFirst(".*:", ""))).isEqualTo(200);
      assertThat(get(server, "X-Forwarded-For: 10.0.0.9")).as("a proxy before it").isEqualTo(403);
    }
  }

  @Test
  void theFirstAccountClosesTheServerThatRuns() throws Exception {
    Office.MovedClock clock = new Office.MovedClock();
    try (Workspace workspace = Workspace.open(loopback); WebServer server = WebServer.start(workspace, clock)) {
      assertThat(get(server)).isEqualTo(200);
      new AccountDesk(workspace.store().accounts()).add("admin", Role.ADMIN, Office.PASSWORD);
      clock.move(java.time.Duration.ofSeconds(2));
      assertThat(get(server)).isEqualTo(401);
      assertThat(get(server, "Host: parkland.example")).as("behind a proxy").isEqualTo(401);
    }
  }
}
