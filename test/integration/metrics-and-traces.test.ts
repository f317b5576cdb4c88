/** What an operator sees of the gateway as a process: Prometheus metrics and OpenTelemetry traces that name nobody. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../servers/free-port.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const SECRET_PATH = 'known-to-nobody-9434765919';

describe('metrics and traces', () => {
  let folder: string;
  let gateway: ChildProcess;
  let collector: Server;
  let url: string;
  let metricsUrl: string;
  let ended: Promise<number | null>;
  const collected: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phr-metrics-'));
    await mkdir(join(folder, 'sources'));
    collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        collected.push(Buffer.concat(chunks).toString());
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      });
    });
    const [port, metricsPort, tracesPort] = [await freePort(), await freePort(), await freePort()];
    await new Promise<void>((resolve) => collector.listen(tracesPort, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${port}`;
    metricsUrl = `http://127.0.0.1:${metricsPort}`;
    gateway = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      env: {
        PATH: process.env['PATH'],
        PHR_PORT: String(port),
        PHR_DATA_FILE: join(folder, 'data.sqlite'),
        PHR_SOURCES_DIR: join(folder, 'sources'),
        PHR_OPERATOR_KEY: randomBytes(32).toString('base64'),
        PHR_METRICS_PORT: String(metricsPort),
        PHR_OTLP_TRACES_URL: `http://127.0.0.1:${tracesPort}/v1/traces`,
      },
    });
    ended = new Promise((resolve) => gateway.once('close', resolve));
    const isUp = async () => (await fetch(`${metricsUrl}/metrics`).catch(() => undefined))?.ok === true;
    await vi.waitUntil(isUp, { timeout: 25_000, interval: 100 });
  }, 30_000);
  afterAll(async () => {
    gateway.kill('SIGKILL');
    collector.close();
    await rm(folder, { recursive: true });
  });

  test('requests are counted by route as written; what was asked for is in no label', async () => {
    await fetch(`${url}/fhir/R4/metadata`);
    await fetch(`${url}/fhir/R4/Patient/${SECRET_PATH}`);
    await fetch(`${url}/${SECRET_PATH}?code=${SECRET_PATH}`);
    const text = await (await fetch(`${metricsUrl}/metrics`)).text();
    expect(text).toMatch(
      /phr_gateway_request_duration_seconds_count\{[^}]*route="\/fhir\/R4\/metadata"[^}]*status="200"\} 1/,
    );
    expect(text).toMatch(/phr_gateway_request_duration_seconds_count\{[^}]*surface="fhir"[^}]*status="401"\} 1/);
    expect(text).toMatch(
      /phr_gateway_request_duration_seconds_count\{[^}]*surface="pages",route="other"[^}]*status="404"\} 1/,
    );
    expect(text).toContain('phr_gateway_info{version="');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain(SECRET_PATH);
  });

  test('the port gives nothing else', async () => {
    expect((await fetch(`${metricsUrl}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  test('traces are sent, the last of them while stopping, and name nobody', async () => {
    gateway.kill('SIGTERM');
    expect(await ended).toBe(0);
    const sent = collected.join('\n');
    expect(sent).toContain('GET /fhir/R4/metadata');
    expect(sent).toContain('"phr-gateway"');
    expect(sent).not.toContain(SECRET_PATH);
  });
});
