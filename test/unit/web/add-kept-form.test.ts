import { describe, expect, test } from 'vitest';
import { entries, formAt, MEDICINE, setUp } from './entry-forms.ts';
import { csrfOf } from './web-stage.ts';

describe('a session that ended mid-form', () => {
  test('loses nothing: what was typed is shown after signing in again, sent when the person says so, and added once', async () => {
    const stage = await setUp();
    const { page, fields } = await formAt(stage.agent, '/add/medicine');
    stage.services.advance(61_000);
    const sent = await stage.agent
      .post('/add/medicine')
      .type('form')
      .send({ ...fields, ...MEDICINE });
    expect(sent.status).toBe(401);
    await stage.agent.get('/sign-in').expect(303);
    const back = await stage.agent.get('/sign-in/callback?code=c&state=s&sub=ada').expect(303);
    expect(back.get('Location')).toBe('/kept-form');
    const kept = await stage.agent.get('/kept-form').expect(200);
    expect(kept.text).toContain('Ferrowick 5 mg');
    expect(await entries(stage, page)).toEqual([]);
    const again = new Map(
      [...kept.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    );
    expect(Object.fromEntries(again)).toMatchObject({ ...MEDICINE, id: fields['id'], csrf: csrfOf(kept.text) });
    for (let time = 0; time < 2; time++) {
      const answer = await stage.agent.post('/add/medicine').type('form').send(Object.fromEntries(again));
      expect(answer.get('Location')).toBe('/add?told=medicine');
    }
    expect(await entries(stage, page)).toHaveLength(1);
  });
});
