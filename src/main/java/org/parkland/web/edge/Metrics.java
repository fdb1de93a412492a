package org.parkland.web.edge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What Prometheus may ask for. Labels have few values each, whatever is asked of the server. */
public final class Metrics {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
  private static final Duration[] BOUNDS = {Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(50),
      Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
      Duration.ofSeconds(5), Duration.ofSeconds(30)};

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

  /** Requests that are counted as one. */
  private record Answered(String method, String route, int status) {}

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  void request(String method, String route, int status, long nanos) {
    timers.computeIfAbsent(new Answered(METHODS.contains(method) ? method : "other", route, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Answered requests) {
    return Timer.builder("parkland.requests").description("requests by route and status, with waiting")
        .tag("method", requests.method()).tag("route", requests.route()).tag("status", String.valueOf(requests.status()))
        .serviceLevelObjectives(BOUNDS).register(registry);
  }

  void room(WaitingRoom room) {
    Gauge.builder("parkland.waiting", room, WaitingRoom::getSuspendedRequestCount)
        .description("requests that wait for others of their weight").tag("weight", room.name()).register(registry);
    FunctionCounter.builder("parkland.refused", room, WaitingRoom::refused)
        .description("requests told to come again").tag("weight", room.name()).register(registry);
  }

  /** Something that only grows. */
  public <T> void counter(String name, String description, T of, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, of, value).description(description).register(registry);
  }

  /** Something that comes and goes. */
  public <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(description).register(registry);
  }

  /** In Prometheus' text format 0.0.4. */
  public String text() {
    return registry.scrape();
  }
}
