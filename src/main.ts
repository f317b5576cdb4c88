/** Process entry: configuration, application, listening; drains on SIGTERM and SIGINT. Exit 2: it could not start. */
import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { composeGateway, type Gateway } from './app.ts';
import { ConfigError, renderConfigError, type ConfigFault } from './config/config-error.ts';
import { loadConfig, type Config } from './config/load-config.ts';
import { clientsDir, loadClients } from './config/load-clients.ts';
import { loadSources } from './config/load-sources.ts';
import { openMeters, type OpenMeters } from './open-meters.ts';
import type { Log } from './ports/log.ts';
import { createLog } from './telemetry/log.ts';
import { softwareVersion } from './version.ts';

/** Requests under way get this long; then their connections are cut. */
const DRAIN_MS = 10_000;

/** All faults of settings, sources and client apps together, so that one start shows them all. */
function loadAll() {
  const faults: ConfigFault[] = [];
  const read = <T>(load: () => T): T | undefined => {
    try {
      return load();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  };
  const config = read(() => loadConfig(process.env, (path) => readFileSync(path, 'utf8')));
  const dir = config?.sourcesDir ?? process.env['PHR_SOURCES_DIR'] ?? 'config/sources';
  const sources = read(() => loadSources({ dir, env: process.env }));
  const clients = read(() => loadClients({ dir: clientsDir(process.env), env: process.env }));
  if (config === undefined || sources === undefined || clients === undefined) throw new ConfigError(faults);
  return { config, sources, clients };
}

type Server = HttpServer | HttpsServer;

/** Without a certificate of its own the gateway stands behind a proxy that serves https. */
function createServer({ tls }: Config, app: RequestListener): Server {
  if (tls === undefined) return createHttpServer(app);
  return createHttpsServer({ cert: tls.certificate, key: tls.privateKey, minVersion: 'TLSv1.2' }, app);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function drainOn(
  signals: readonly NodeJS.Signals[],
  server: Server,
  gateway: Gateway,
  log: Log,
  meters?: OpenMeters,
): void {
  let isStopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    gateway.drain();
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    clearTimeout(cut);
    await gateway.close();
    await meters?.close();
    log.info({}, 'stopped');
  };
  for (const signal of signals) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'not stopped cleanly');
        process.exitCode = 1;
      });
    });
  }
}

async function main(): Promise<void> {
  const { config, sources, clients } = loadAll();
  const log = createLog({ level: config.logLevel });
  for (const notice of config.notices) log.warn({}, notice);
  const meters = await openMeters(config, softwareVersion());
  const gateway = await composeGateway({ config, sources, clients, log, version: softwareVersion(), meters });
  const server = createServer(config, gateway.app);
  try {
    await listen(server, config.port, config.host);
    await meters?.listen();
  } catch (error) {
    await gateway.close();
    throw error;
  }
  drainOn(['SIGTERM', 'SIGINT'], server, gateway, log, meters);
  log.info({ url: config.publicUrl, sources: sources.map((source) => source.name) }, 'listening');
}

/** System calls that fail where a port is forbidden (EACCES), or an address is another machine's or no machine's. */
const LISTENING = new Set<unknown>(['listen', 'bind', 'getaddrinfo']);

/** What stops the start, for the operator, without any value of the configuration. */
function startFault(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return renderConfigError(error);
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (code === 'EADDRINUSE') return ['The port (PHR_PORT) is already in use.'];
  if (typeof code === 'string' && LISTENING.has((error as { readonly syscall?: unknown }).syscall))
    return [`The address (PHR_HOST, PHR_PORT) cannot be listened on (${code}).`];
  if (error instanceof Error && error.name === 'StoreOpenError') return [error.message];
  if (error instanceof Error && error.name === 'ReleaseFaultError') return [`PHR_TERMINOLOGY_FILE: ${error.message}`];
  return [`The gateway could not start (${error instanceof Error ? error.name : 'unknown'}).`];
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${startFault(error).join('\n')}\n`);
  process.exitCode = 2;
}
