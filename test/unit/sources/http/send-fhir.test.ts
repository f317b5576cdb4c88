import { afterEach, describe, expect, it } from 'vitest';
import { createGuardedAgent } from '../../../../src/sources/http/guarded-agent.ts';
import { createSendFhir } from '../../../../src/sources/http/send-fhir.ts';
import { createSendPlain } from '../../../../src/sources/http/send-plain.ts';
import { sendText } from '../../../servers/http-server.ts';
import { sourceConfig } from '../../../servers/source-config.ts';
import { createSourcesUnderTest } from '../../../servers/sources-under-test.ts';

const servers = createSourcesUnderTest();
afterEach(() => servers.closeAll());

describe('one request to the FHIR API', () => {
  it('goes nowhere with a URL outside the base, token or not', async () => {
    const thief = await servers.startOther((_request, response) => sendText(response, 200, '{}'));
    const own = await servers.startOther((_request, response) => sendText(response, 200, '{}'));
    const config = sourceConfig(`${own.origin}/fhir`);
    const send = createSendFhir(config, createGuardedAgent(config));
    for (const url of [`${thief.origin}/fhir/Patient/1`, `${own.origin}/admin`, `${own.origin}/fhir/../admin`]) {
      for (const accessToken of ['secret', undefined]) {
        await expect(send({ url, accessToken })).rejects.toMatchObject({ code: 'foreign-link' });
      }
    }
    expect([...thief.seen, ...own.seen]).toEqual([]);
  });

  it('gives status, headers, exact text and outline, whatever the status', async () => {
    const text = '{"resourceType":"OperationOutcome",  "n":1.10}';
    const own = await servers.startOther((_request, response) => sendText(response, 418, text, { 'x-said': 'yes' }));
    const config = sourceConfig(`${own.origin}/fhir`);
    const send = createSendFhir(config, createGuardedAgent(config));
    const answer = await send({ url: `${own.origin}/fhir/metadata`, accessToken: undefined });
    expect(answer).toMatchObject({ status: 418, text, outline: { resourceType: 'OperationOutcome' } });
    expect(answer.headers.get('x-said')).toBe('yes');
    expect(own.seen[0]?.headers.authorization).toBeUndefined();
  });

  it('survives early hints before the answer', async () => {
    const own = await servers.startOther((_request, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      sendText(response, 200, '{"resourceType":"Patient"}');
    });
    const config = sourceConfig(`${own.origin}/fhir`);
    const answer = await createSendFhir(
      config,
      createGuardedAgent(config),
    )({ url: `${own.origin}/fhir/Patient/1`, accessToken: 'x' });
    expect(answer).toMatchObject({ status: 200, outline: { resourceType: 'Patient' } });
  });
});

describe('one request outside the FHIR API', () => {
  it('follows no redirect', async () => {
    const thief = await servers.startOther((_request, response) => sendText(response, 200, '{}'));
    const own = await servers.startOther((_request, response) =>
      sendText(response, 307, '', { location: thief.origin }),
    );
    const send = createSendPlain(createGuardedAgent(sourceConfig(own.origin), 'fresh'), 2000);
    const answer = await send({
      method: 'POST',
      url: `${own.origin}/token`,
      headers: {},
      body: 'refresh_token=secret',
    });
    expect(answer.status).toBe(307);
    expect(thief.seen).toEqual([]);
    expect(own.seen[0]?.headers.connection).toBe('close');
  });
});
