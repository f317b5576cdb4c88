/** Where numbers and traces go, as configured: a port of its own for Prometheus, a collector for traces. */
import { createServer } from 'node:http';
import type { Config } from './config/load-config.ts';
import type { Metrics } from './ports/metrics.ts';
import type { Meters } from './services/measured-sync.ts';
import { NO_TRACING } from './telemetry/no-tracing.ts';

export interface OpenMeters extends Meters {
  /** Apart from what people and apps reach: numbers are for the operator. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** The library waits long for a collector that is gone. */
const LAST_TRACES_MS = 2_000;

const NO_METRICS: Metrics = { requestEnded: () => undefined, readingEnded: () => undefined };

/** @returns undefined where neither is configured: nothing is measured then. Loads the libraries only where they are needed. */
export async function openMeters(
  { metricsPort, otlpTracesUrl, host }: Pick<Config, 'metricsPort' | 'otlpTracesUrl' | 'host'>,
  version: string,
): Promise<OpenMeters | undefined> {
  if (metricsPort === undefined && otlpTracesUrl === undefined) return undefined;
  const prometheus =
    metricsPort === undefined ? undefined : (await import('./telemetry/prometheus.ts')).createPrometheus(version);
  const tracing =
    otlpTracesUrl === undefined
      ? NO_TRACING
      : (await import('./telemetry/open-telemetry.ts')).createOpenTelemetry({ url: otlpTracesUrl, version });
  const server = createServer((request, response) => {
    if (prometheus === undefined || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    prometheus.render().then(
      (text) => response.writeHead(200, { 'Content-Type': prometheus.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return {
    metrics: prometheus?.metrics ?? NO_METRICS,
    tracing,
    clock: () => performance.now(),
    listen: () =>
      new Promise((resolve, reject) => {
        if (metricsPort === undefined) {
          resolve();
          return;
        }
        server.once('error', reject);
        server.listen(metricsPort, host, resolve);
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      const sent = tracing.close().catch(() => undefined);
      await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, LAST_TRACES_MS).unref())]);
    },
  };
}
