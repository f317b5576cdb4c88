/** The gateway as a process of its own over https, so that a test kit can be pointed at it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../servers/free-port.ts';
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
});
