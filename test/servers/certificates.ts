/** Certificates made on the spot: an authority, and what it or nobody vouches for. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';

/** PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** One that signed itself. @param host its name; for an authority, any. */
export function selfSigned(host: string): Certificate {
  return inFolder((at) => {
    const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
    openssl(['req', '-x509', ...EC, '-days', '2', '-keyout', at('key'), '-out', at('cert'), ...subject]);
    return { cert: readFileSync(at('cert'), 'utf8'), key: readFileSync(at('key'), 'utf8') };
  });
}

/** @param days for how long; below zero: it is over. */
export function signedBy(authority: Certificate, host: string, days = 2): Certificate {
  return inFolder((at) => {
    writeFileSync(at('ca.cert'), authority.cert);
    writeFileSync(at('ca.key'), authority.key);
    writeFileSync(at('names'), `subjectAltName=DNS:${host}`);
    openssl(['req', '-new', ...EC, '-keyout', at('key'), '-out', at('request'), '-subj', `/CN=${host}`]);
    const by = ['-CA', at('ca.cert'), '-CAkey', at('ca.key'), '-CAcreateserial'];
    const what = ['-days', String(days), '-extfile', at('names'), '-out', at('cert')];
    openssl(['x509', '-req', '-in', at('request'), ...by, ...what]);
    return { cert: readFileSync(at('cert'), 'utf8'), key: readFileSync(at('key'), 'utf8') };
  });
}

/**
 * From now on this process believes the authority beside those it came with, as NODE_EXTRA_CA_CERTS has it do from its start.
 */
export function believe({ cert }: Certificate): void {
  const create = tls.createSecureContext.bind(tls);
  tls.createSecureContext = (options) => {
    const made = create(options);
    (made.context as { addCACert(pem: string): void }).addCACert(cert);
    return made;
  };
}

function openssl(words: readonly string[]): void {
  execFileSync('openssl', words, { stdio: 'ignore' });
}

function inFolder<Made>(make: (at: (name: string) => string) => Made): Made {
  const folder = mkdtempSync(join(tmpdir(), 'phr-certificate-'));
  try {
    return make((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
