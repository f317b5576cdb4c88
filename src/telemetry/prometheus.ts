/** Metrics in Prometheus' text format (OpenMetrics' names: base units, `_seconds`). */
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Metrics } from '../ports/metrics.ts';

/** From a kept answer to a source that is waited for. */
const REQUEST_BUCKETS_S = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const READING_BUCKETS_S = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export interface Prometheus {
  readonly metrics: Metrics;
  readonly contentType: string;
  /** All there is now, as text. */
  render(): Promise<string>;
}

/** @param version of the software. */
export function createPrometheus(version: string): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'phr_gateway_info', help: 'Version that runs.', labelNames: ['version'], registers })
    .labels(version)
    .set(1);
  const requests = new Histogram({
    name: 'phr_gateway_request_duration_seconds',
    help: 'Requests answered, by route as written, method and status.',
    labelNames: ['surface', 'route', 'method', 'status'],
    buckets: REQUEST_BUCKETS_S,
    registers,
  });
  const readings = new Histogram({
    name: 'phr_gateway_source_reading_duration_seconds',
    help: 'Readings of one linked account, by source and how the account stands afterwards.',
    labelNames: ['source', 'state'],
    buckets: READING_BUCKETS_S,
    registers,
  });
  return {
    metrics: {
      requestEnded: ({ surface, route, method, status, durationMs }) =>
        requests.labels(surface, route, method, String(status)).observe(durationMs / 1000),
      readingEnded: ({ source, state, durationMs }) => readings.labels(source, state).observe(durationMs / 1000),
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
