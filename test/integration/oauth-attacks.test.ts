/** Attacks on the authorization server and its tokens, each tried for real (RFC 9700, 4; RFC 6819). None succeeds. */
import { afterAll, beforeAll } from 'vitest';
import { attackBrowser } from './oauth-attacks/browser.ts';
import { attackClients } from './oauth-attacks/clients.ts';
import { attackCodes } from './oauth-attacks/codes.ts';
import { attackRedirection } from './oauth-attacks/redirection.ts';
import { attackScopes } from './oauth-attacks/scopes.ts';
import { attackTokens } from './oauth-attacks/tokens.ts';
import { startStage, type Stage } from './oauth-attacks/stage.ts';

let started: Stage | undefined;

beforeAll(async () => {
  started = await startStage();
}, 60_000);

afterAll(() => started?.harness.close());

function stage(): Stage {
  if (started === undefined) throw new Error('the gateway did not start');
  return started;
}

attackCodes(stage);
attackRedirection(stage);
attackTokens(stage);
attackClients(stage);
attackScopes(stage);
attackBrowser(stage);
