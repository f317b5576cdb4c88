/** The gateway as a process of its own over https, so that a test kit can be pointed at it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { captureLog } from '../servers/captured-log.ts';
import { freePort } from '../servers/free-port.ts';
import { sourceConfig } from '../servers/source-config.ts';
import { isMissing } from '../support/needs.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(isMissing('openssl, to make a certificate', hasOpenssl))('https', () => {
  let folder: string;
  let port: number;
  let certificate: Buffer;
  let child: ReturnType<typeof spawn>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'phr-https-'));
    mkdirSync(join(folder, 'sources'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
    execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
    certificate = readFileSync(cert);
    port = await freePort();
    child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      env: {
        PATH: process.env['PATH'],
        PHR_PORT: String(port),
        PHR_PUBLIC_URL: `https://localhost:${port}`,
        PHR_TLS_CERTIFICATE_FILE: cert,
        PHR_TLS_KEY_FILE: key,
        PHR_OPERATOR_KEY: randomBytes(32).toString('base64'),
        PHR_DATA_FILE: join(folder, 'data.sqlite'),
        PHR_SOURCES_DIR: join(folder, 'sources'),
      },
    });
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await vi.waitFor(() => expect(out).toContain('"listening"'), { timeout: 30_000, interval: 100 });
  }, 40_000);

  afterAll(async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  });

  function json(path: string): Promise<Readonly<Record<string, unknown>>> {
    return new Promise((resolve, reject) => {
      get({ host: 'localhost', port, path, ca: certificate }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(JSON.parse(text) as Readonly<Record<string, unknown>>));
      }).on('error', reject);
    });
  }

  test('is served with the given certificate; every address it names is https', async () => {
    const configuration = await json('/fhir/R4/.well-known/smart-configuration');
    const addresses = Object.values(configuration).filter((value) => typeof value === 'string');
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) expect(address).toMatch(new RegExp(`^https://localhost:${port}/`));
    expect(await json('/fhir/R4/metadata')).toMatchObject({ resourceType: 'CapabilityStatement' });
  });

  test('takes TLS 1.2 and newer, nothing older', async () => {
    const handshake = (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
      new Promise<string>((resolve) => {
        const socket = connect(
          {
            host: 'localhost',
            port,
            ca: certificate,
            minVersion: version,
            maxVersion: version,
            ciphers: 'ALL:@SECLEVEL=0',
          },
          () => {
            resolve(socket.getProtocol() ?? '');
            socket.destroy();
          },
        );
        socket.on('error', () => resolve('refused'));
      });
    expect(await handshake('TLSv1.3')).toBe('TLSv1.3');
    expect(await handshake('TLSv1.2')).toBe('TLSv1.2');
    expect(await handshake('TLSv1.1')).toBe('refused');
  });

  test.each([
    ['that knows TLS 1.1 only', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const],
    ['whose certificate nobody vouches for', {}],
  ])('[SMART-230][SMART-232][SMART-318] a source %s is sent nothing', async (_what, options) => {
    const requests: (string | undefined)[] = [];
    const refusals: Error[] = [];
    const key = readFileSync(join(folder, 'key.pem'));
    const server = createServer({ key, cert: certificate, ...options }, (request) => requests.push(request.url));
    server.on('tlsClientError', (error) => refusals.push(error));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `https://localhost:${(server.address() as AddressInfo).port}/fhir`;
    const connector = createSourceConnector(sourceConfig(baseUrl), { log: captureLog(), now: Date.now });
    await expect(connector.startAuthorization('https://gateway.example/callback')).rejects.toMatchObject({
      code: 'unreachable',
    });
    server.close();
    expect(requests).toEqual([]);
    // By TLS 1.3 the client is the last to speak, and does not.
    if ('maxVersion' in options) expect(refusals[0]).toMatchObject({ code: 'ERR_SSL_UNSUPPORTED_PROTOCOL' });
  });
});
