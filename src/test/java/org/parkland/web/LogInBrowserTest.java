package org.parkland.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.Chromium;

/** Logging in and out in Chromium, and the page as each role gets it. */
class LogInBrowserTest {
  @TempDir
  private static Path folder;
  private static Office office;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    office = Office.open(folder);
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    office.close();
  }

  @BeforeEach
  void open() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1600, 900));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy") || message.text().contains("Content-Security-Policy")) {
        complaints.add(message.text());
      }
    });
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private void logIn(String name, String password) {
    page.locator("#name").fill(name);
    page.locator("#password").fill(password);
    page.locator("#enter").click();
  }

  private void shoot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }

  @Test
  void whoIsNotLoggedInIsAskedAndComesBackToTheSamePlace() {
    page.navigate(office.server.address() + "/#panel=idle&unit=Z1");
    page.waitForURL(Pattern.compile(".*/login\\.html\\?next=.*"));
    assertThat(page.locator("#login-title")).hasText("登录");
    assertThat(page.locator("#name")).isFocused();
    shoot("login-zh");
    logIn("viewer", "not the password");
    assertThat(page.locator("#message")).containsText("账号或密码不正确");
    assertThat(page.locator("#password")).hasValue("");
    page.getByTestId("language").click();
    assertThat(page.locator("#login-title")).hasText("Log in");
    assertThat(page.locator("#message")).containsText("The name or the password is wrong");
    shoot("login-en");
    logIn("viewer", Office.PASSWORD);
    page.waitForURL(Pattern.compile(".*/#.*panel=idle.*"));
    page.locator("html[data-tiles=ready]").waitFor();
    assertThat(page.url()).contains("unit=Z1");
    assertThat(page.getByTestId("account")).hasText("viewer（查看）");
  }

  @Test
  void aViewerIsOfferedOnlyWhatAViewerMayDo() {
    page.navigate(office.server.address() + "/#panel=data");
    logIn("viewer", Office.PASSWORD);
    page.locator("html[data-tiles=ready]").waitFor();
    assertThat(page.locator("#tabs [role=tab]")).hasCount(3);
    assertThat(page.getByTestId("tab-data")).hasCount(0);
    assertThat(page.getByTestId("tab-redline")).hasAttribute("aria-selected", "true");
    assertThat(page.locator(".export-menu")).hasCount(0);
    page.getByTestId("tab-idle").click();
    page.getByTestId("idle-row").first().click();
    page.getByTestId("corrections").locator("summary").click();
    assertThat(page.locator(".correction-form")).hasCount(0);
    assertThat(page.getByTestId("parcel-card")).containsText("*");
    shoot("page-viewer");
  }

  @Test
  void aPlannerCorrectsUnderTheirOwnNameAndAnAdministratorImports() {
    page.navigate(office.server.address());
    logIn("planner", Office.PASSWORD);
    page.locator("html[data-tiles=ready]").waitFor();
    assertThat(page.locator("#tabs [role=tab]")).hasCount(4);
    page.getByTestId("tab-idle").click();
    page.getByTestId("idle-row").first().click();
    page.getByTestId("corrections").locator("summary").click();
    assertThat(page.getByTestId("correction-by")).hasValue("planner");
    assertThat(page.getByTestId("correction-by")).hasAttribute("readonly", "");
    page.getByTestId("log-out").click();
    page.waitForURL(Pattern.compile(".*/login\\.html.*"));
    logIn("admin", Office.PASSWORD);
    page.locator("html[data-tiles=ready]").waitFor();
    page.getByTestId("tab-data").click();
    Locator planner = page.getByTestId("audit-entry").filter(new Locator.FilterOptions().setHasText("新增账户 账户 planner"));
    assertThat(planner.locator(".audit-change")).hasText("角色 规划 · 停用 否");
    shoot("page-admin");
  }

  @Test
  void theLogOutEndsTheSessionForEveryPageOfTheBrowser() {
    page.navigate(office.server.address());
    logIn("viewer", Office.PASSWORD);
    page.locator("html[data-tiles=ready]").waitFor();
    assertThat((String) page.evaluate("document.cookie")).as("no script reads the session").isEmpty();
    Page other = context.newPage();
    other.navigate(office.server.address());
    other.locator("html[data-tiles=ready]").waitFor();
    page.getByTestId("log-out").click();
    page.waitForURL(Pattern.compile(".*/login\\.html.*"));
    other.waitForURL(Pattern.compile(".*/login\\.html.*"));
    page.bringToFront();
    page.goBack();
    page.waitForURL(Pattern.compile(".*/login\\.html.*"));
  }

  @Test
  void theLogInLeadsToNoOtherSite() {
    for (String next : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)")) {
      page.navigate(office.server.address() + "/login.html?next=" + java.net.URLEncoder.encode(next,
          java.nio.charset.StandardCharsets.UTF_8));
      logIn("viewer", Office.PASSWORD);
      page.locator("html[data-tiles=ready]").waitFor();
      assertThat(page.url()).startsWith(office.server.address() + "/");
      page.navigate("about:blank"); // or the page would go to the log-in by itself
      context.clearCookies();
    }
  }
}
