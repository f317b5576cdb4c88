/** Certificate and key with which the gateway itself serves https: both or neither, and they must belong together. */
import { createSecureContext } from 'node:tls';
import type { ConfigFault } from './config-error.ts';

export interface TlsConfig {
  /** PEM: the certificate, then those between it and the root. */
  readonly certificate: string;
  /** PEM. */
  readonly privateKey: string;
}

/**
 * @param named settings that were given, sound or not: a faulty one is not also called missing.
 * @param givenAs name under which a setting was given.
 */
export function checkTls(
  texts: { readonly certificate: string | undefined; readonly privateKey: string | undefined },
  named: (name: string) => boolean,
  givenAs: (name: string) => string,
): { readonly tls: TlsConfig | undefined; readonly faults: readonly ConfigFault[] } {
  const names = ['PHR_TLS_CERTIFICATE', 'PHR_TLS_KEY'];
  const missing = names.filter((name) => names.some(named) && !named(name));
  if (missing.length > 0) {
    return {
      tls: undefined,
      faults: missing.map((where) => ({ where, what: 'is needed for https beside the other' })),
    };
  }
  const { certificate, privateKey } = texts;
  if (certificate === undefined || privateKey === undefined) return { tls: undefined, faults: [] };
  try {
    createSecureContext({ cert: certificate, key: privateKey });
  } catch {
    // What the library says may repeat a part of the key.
    const what = 'is no PEM certificate chain that belongs to the key (PHR_TLS_KEY)';
    return { tls: undefined, faults: [{ where: givenAs('PHR_TLS_CERTIFICATE'), what }] };
  }
  return { tls: { certificate, privateKey }, faults: [] };
}
