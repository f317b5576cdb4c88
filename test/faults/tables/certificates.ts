/** Faults of the certificate that a source shows, and of the TLS that it speaks (RFC 9325; SMART App Launch 2.2, "TLS"). */
import type { TlsOptions } from 'node:tls';
import { believe, selfSigned, signedBy } from '../../servers/certificates.ts';
import { bundle, condition } from '../../servers/fhir-bundles.ts';
import { sendJson } from '../../servers/http-server.ts';
import { startTlsFront, type TlsFront } from '../../servers/tls-front.ts';
import { forConditions, type Behaviour } from '../behaviour.ts';
import type { FaultStage } from '../fault-stage.ts';
import { CONDITION } from './common.ts';

const HOST = 'localhost';
const NOT_SECURE = {
  gets: { state: 'stale', reason: 'No secure connection to the source could be made.' },
  keeps: 'before',
  asked: { path: CONDITION, times: 0 },
  needs: 'openssl',
} as const;

/** From now on the source is reached by https. */
async function overTls(stage: FaultStage, options: TlsOptions): Promise<TlsFront> {
  const front = await startTlsFront(Number(new URL(stage.source.origin).port), options);
  stage.onClose(() => front.close());
  stage.reconfigure({ baseUrl: `${front.origin}/fhir` });
  return front;
}

function believed() {
  const authority = selfSigned('authority.example');
  believe(authority);
  return authority;
}

export const CERTIFICATE_FAULTS: readonly Behaviour[] = [
  {
    ...NOT_SECURE,
    source: 'shows a certificate that it signed itself',
    misbehave: async (stage) => {
      await overTls(stage, selfSigned(HOST));
    },
    logs: 'Condition failed: unreachable (DEPTH_ZERO_SELF_SIGNED_CERT)',
  },
  {
    ...NOT_SECURE,
    source: 'shows a certificate of an authority that nobody knows',
    misbehave: async (stage) => {
      await overTls(stage, signedBy(selfSigned('unknown.example'), HOST));
    },
    logs: 'Condition failed: unreachable (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
  },
  {
    ...NOT_SECURE,
    source: 'shows a certificate that is over',
    misbehave: async (stage) => {
      await overTls(stage, signedBy(believed(), HOST, -1));
    },
    logs: 'Condition failed: unreachable (CERT_HAS_EXPIRED)',
  },
  {
    ...NOT_SECURE,
    source: 'shows a certificate of another host',
    misbehave: async (stage) => {
      await overTls(stage, signedBy(believed(), 'another.example'));
    },
    logs: 'Condition failed: unreachable (ERR_TLS_CERT_ALTNAME_INVALID)',
  },
  {
    ...NOT_SECURE,
    source: 'speaks TLS 1.1 at most',
    misbehave: async (stage) => {
      const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
      await overTls(stage, { ...signedBy(believed(), HOST), ...old });
    },
    logs: 'Condition failed: unreachable (ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION)',
  },
  {
    source: 'shows another certificate than before, as good as that one',
    misbehave: async (stage) => {
      const authority = believed();
      const front = await overTls(stage, signedBy(authority, HOST));
      forConditions((response) => {
        sendJson(response, 200, bundle(['c1', 'c2', 'c3', 'c4'].map((id) => condition(id))));
      })(stage);
      await stage.read();
      stage.advance(3_600_000);
      stage.source.seen.splice(0);
      front.change(signedBy(authority, HOST));
    },
    gets: { state: 'complete' },
    keeps: 'everything',
    asked: { path: CONDITION, times: 1 },
    needs: 'openssl',
    logs: '"notDone":[]',
  },
  {
    source: 'shows a good certificate while the sign-in is renewed, and then one that it signed itself',
    misbehave: async (stage) => {
      const front = await overTls(stage, signedBy(believed(), HOST));
      stage.source.tokens.expire();
      stage.source.behave = ({ path }, response) => {
        if (path === '/token') response.on('finish', () => front.change(selfSigned(HOST)));
        return false;
      };
    },
    gets: NOT_SECURE.gets,
    keeps: 'before',
    asked: { path: '/token', times: 1 },
    needs: 'openssl',
    logs: 'Condition failed: unreachable (DEPTH_ZERO_SELF_SIGNED_CERT)',
  },
];
