/** The connectors against the sandbox's three sources: real authorization flows, real paging, real rotation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenSet } from '../../src/ports/linked-account.ts';
import type { Grant, PullResult, SourceConnector } from '../../src/ports/source-connector.ts';
import { createBrowser } from '../../src/sandbox/browser/browser.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import { captureLog } from '../servers/captured-log.ts';
import { fixedTokens, outcomeOf, pull } from '../servers/pull.ts';

const redirectUri = (source: string): string => `http://127.0.0.1:9/link/${source}/callback`;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    redirectUri,
    signInRedirectUri: 'http://127.0.0.1:9/sign-in/callback',
    quirks: { hospital: { observationNeedsCategory: true, maxPageSize: 3 } },
  });
});
afterAll(() => sandbox.close());

interface Link {
  readonly connector: SourceConnector;
  readonly grant: Grant;
  readonly personId: string | undefined;
}

async function link(name: string): Promise<Link> {
  const source = sandbox.sources.find((one) => one.name === name);
  const user = sandbox.users[0];
  if (source === undefined || user === undefined) throw new Error(`no ${name} in the sandbox`);
  const connector = createSourceConnector(source.config, { log: captureLog(), now: Date.now });
  const { url, transaction } = await connector.startAuthorization(source.client.redirectUri);
  const until = (address: URL): boolean => address.href.startsWith(source.client.redirectUri);
  const callback = await createBrowser().walk(url, { ...user, record: user.person }, { until });
  const grant = await connector.completeAuthorization(new URL(callback), transaction);
  return { connector, grant, personId: source.patients.get(user.person) };
}

describe.each(['hospital', 'gp', 'specialist'])('%s', (name) => {
  it('is linked, read whole, renewed and given back', async () => {
    const { connector, grant, personId } = await link(name);
    expect(grant.patientId).toBe(personId);
    const result = await pull(connector, { patientId: grant.patientId, tokens: fixedTokens(grant.tokens.accessToken) });
    const troubled = result.outcomes.filter(({ state }) => !['done', 'nothing-there', 'partial'].includes(state));
    expect(troubled).toEqual([]);
    expect(outcomeOf(result, 'Patient').state).toBe('done');
    expect(result.resources.length).toBeGreaterThan(5);
    expect(result.unreadable).toEqual([]);
    for (const { text, json } of result.resources)
      expect(JSON.parse(text)).toMatchObject({ resourceType: (json as { resourceType: string }).resourceType });
    let tokens: TokenSet = grant.tokens;
    if (tokens.refreshToken !== undefined) {
      tokens = await connector.refresh(tokens);
      const again = await pull(connector, { patientId: grant.patientId, tokens: fixedTokens(tokens.accessToken) });
      const told = ({ outcomes }: PullResult) =>
        outcomes.map(({ type, state, received }) => ({ type, state, received }));
      expect(told(again)).toEqual(told(result));
    }
    expect(['revoked', 'not-offered']).toContain(await connector.revoke(tokens));
  });

  it('is looked over without a fault', async () => {
    const source = sandbox.sources.find((one) => one.name === name);
    if (source === undefined) throw new Error('no such source');
    const found = await createSourceConnector(source.config, { log: captureLog(), now: Date.now }).check();
    expect(found.filter(({ level }) => level === 'wrong')).toEqual([]);
    expect(found.some(({ level }) => level === 'works')).toBe(true);
  });
});
