/** Traces sent to a collector (OTLP over HTTP). Loaded only where one is configured. */
import { SpanKind, SpanStatusCode, context, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Tracing } from '../ports/tracing.ts';

export interface OpenTelemetryOptions {
  /** Where the collector takes traces, e.g. `http://127.0.0.1:4318/v1/traces`. */
  readonly url: string;
  /** Of the software. */
  readonly version: string;
}

export function createOpenTelemetry({ url, version }: OpenTelemetryOptions): Tracing {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'phr-gateway', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const tracer = provider.getTracer('phr-gateway');
  return {
    span: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes }, async (span) => {
        try {
          return await work();
        } catch (error) {
          markFailed(span, error);
          throw error;
        } finally {
          span.end();
        }
      }),
    begin(name, work) {
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER });
      context.with(trace.setSpan(context.active(), span), () =>
        work((attributes, finalName) => {
          if (finalName !== undefined) span.updateName(finalName);
          span.setAttributes(attributes).end();
        }),
      );
    },
    close: () => provider.shutdown(),
  };
}

/** A message may hold anything: only the kind of error is told. */
function markFailed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
}
