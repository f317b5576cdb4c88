import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import type { CheckFinding } from '../../src/ports/source-connector.ts';
import { sendJson, sendText } from '../servers/http-server.ts';
import { createSmartServer } from '../servers/smart-server.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';

const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

const STATEMENT = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [
    {
      mode: 'server',
      security: { service: [{ coding: [{ code: 'SMART-on-FHIR' }] }] },
      resource: [
        {
          type: 'Condition',
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: [{ name: 'patient' }],
        },
        { type: 'AllergyIntolerance', interaction: [{ code: 'read' }] },
      ],
    },
  ],
};

async function findings(
  statement: unknown,
  metadata: Readonly<Record<string, unknown>> = {},
  more: Partial<SourceConfig> = {},
): Promise<readonly CheckFinding[]> {
  const smart = createSmartServer({
    metadata: {
      scopes_supported: ['launch/patient', 'patient/*.rs', 'offline_access'],
      revocation_endpoint: '/revoke',
      ...metadata,
    },
    answer: (request, response) => {
      if (request.path !== '/fhir/metadata') return false;
      if (typeof statement === 'string') sendText(response, 200, statement);
      else sendJson(response, 200, statement);
      return true;
    },
  });
  const { connector } = await sources.start(smart.answer, more);
  return connector.check();
}

function texts(found: readonly CheckFinding[], subject: CheckFinding['subject'], level: CheckFinding['level']): string {
  return found
    .filter((one) => one.subject === subject && one.level === level)
    .map(({ text }) => text)
    .join('\n');
}

describe('looking a source over', () => {
  it('says what works', async () => {
    const found = await findings(STATEMENT, {}, { resourceTypes: ['Condition'] });
    expect(found.filter(({ level }) => level === 'wrong' || level === 'missing')).toEqual([]);
    expect(texts(found, 'reachability', 'works')).toContain('answers at http://127.0.0.1');
    expect(texts(found, 'capabilities', 'works')).toContain('FHIR R4, as configured');
    expect(texts(found, 'capabilities', 'works')).toContain('SMART-on-FHIR');
    expect(texts(found, 'capabilities', 'works')).toContain('Condition: offered (read, search-type)');
    expect(texts(found, 'clock', 'works')).toContain('clocks agree');
    expect(texts(found, 'discovery', 'works')).toContain('PKCE');
    expect(texts(found, 'scopes', 'works')).toContain('every scope');
  });

  it('says what is missing', async () => {
    const found = await findings(
      STATEMENT,
      { scopes_supported: ['patient/Condition.rs'], revocation_endpoint: null, capabilities: ['launch-ehr'] },
      { resourceTypes: ['Condition', 'AllergyIntolerance', 'Immunization'] },
    );
    expect(texts(found, 'capabilities', 'missing')).toContain('AllergyIntolerance: offered, but not search-type');
    expect(texts(found, 'capabilities', 'missing')).toContain('Immunization: not offered');
    expect(texts(found, 'scopes', 'missing')).toContain('launch/patient patient/*.rs offline_access');
    expect(texts(found, 'discovery', 'missing')).toContain('launch-standalone');
    expect(texts(found, 'discovery', 'missing')).toContain('revocation');
  });

  it('says what is wrong: version, way of proving, algorithm, discovery', async () => {
    const { privateKey } = await generateKeyPair('ES384', { extractable: true });
    const authentication = {
      method: 'private_key_jwt',
      algorithm: 'ES384',
      privateKey: await exportJWK(privateKey),
      keyId: 'k',
    } as const;
    const stu3 = await findings(
      { ...STATEMENT, fhirVersion: '3.0.2' },
      { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
      { authentication },
    );
    expect(texts(stu3, 'capabilities', 'wrong')).toBe('The source speaks FHIR STU3, but the configuration says R4.');
    expect(texts(stu3, 'authentication', 'wrong')).toContain('takes client_secret_basic');
    const rs = await findings(
      STATEMENT,
      { token_endpoint_auth_signing_alg_values_supported: ['RS384'] },
      { authentication },
    );
    expect(texts(rs, 'authentication', 'wrong')).toBe('The gateway signs with ES384; the source takes RS384.');
    const plain = await findings(STATEMENT, { code_challenge_methods_supported: ['plain'] });
    expect(texts(plain, 'discovery', 'wrong')).toContain('S256');
  });

  it('knows R4B, reads it as R4, and says in what the two differ', async () => {
    const r4b = { ...STATEMENT, fhirVersion: '4.3.0' };
    const configured = { fhirRelease: 'R4B' as const, resourceTypes: ['Condition'] };
    expect(texts(await findings(r4b, {}, configured), 'capabilities', 'works')).toContain('R4B, as configured');
    const found = await findings(r4b, {}, { resourceTypes: ['Condition', 'EvidenceVariable'] });
    expect(texts(found, 'capabilities', 'works')).toContain('R4B, which is read as the configured R4');
    expect(texts(found, 'capabilities', 'missing')).toContain('differs from it in: EvidenceVariable');
    expect(texts(await findings(r4b, {}, configured), 'capabilities', 'note')).toContain(
      'none of the configured types',
    );
    const stu3 = await findings(r4b, {}, { fhirVersion: 'STU3' });
    expect(texts(stu3, 'capabilities', 'wrong')).toContain('speaks FHIR R4B, but the configuration says STU3');
  });

  it('says whether changes alone can be asked for', async () => {
    const [rest] = STATEMENT.rest;
    const offering = { ...STATEMENT, rest: [{ ...rest, searchParam: [{ name: '_lastUpdated' }] }] };
    expect(texts(await findings(offering), 'capabilities', 'works')).toContain('Changes alone can be asked for');
    expect(texts(await findings(STATEMENT), 'capabilities', 'note')).toContain('does not list _lastUpdated');
  });

  it('says so where the CapabilityStatement is none', async () => {
    expect(texts(await findings('<html></html>'), 'capabilities', 'missing')).toContain('web page');
    expect(texts(await findings({ resourceType: 'Patient' }), 'capabilities', 'missing')).toContain(
      'Patient instead of a CapabilityStatement',
    );
  });

  it('says so where nothing answers', async () => {
    const { connector, server } = await sources.start(() => false);
    await server.close();
    const found = await connector.check();
    expect(texts(found, 'reachability', 'wrong')).toBe('The source cannot be reached. (ECONNREFUSED)');
    expect(texts(found, 'discovery', 'wrong')).toBe('The source cannot be reached. (ECONNREFUSED)');
  });

  it('looks for the operation of a GP system', async () => {
    const operation = { name: 'gpc.getstructuredrecord' };
    const offering = await findings(
      { ...STATEMENT, fhirVersion: '3.0.1', rest: [{ mode: 'server', operation: [operation] }] },
      {},
      { kind: 'gp-connect-structured', fhirVersion: 'STU3' },
    );
    expect(texts(offering, 'capabilities', 'works')).toContain('offers $gpc.getstructuredrecord');
    const without = await findings(
      { ...STATEMENT, fhirVersion: '3.0.1' },
      {},
      { kind: 'gp-connect-structured', fhirVersion: 'STU3' },
    );
    expect(texts(without, 'capabilities', 'missing')).toContain('does not list $gpc.getstructuredrecord');
  });
});
