/** The pages over real stores in memory, with a sign-in service that says yes and, where asked, an app that waits. */
import express, { type Express } from 'express';
import request from 'supertest';
import { GatewayError } from '../../../src/errors.ts';
import type { AppAuthorization } from '../../../src/ports/app-authorization.ts';
import { createRecordReader } from '../../../src/services/read-record.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { createPageRenderer } from '../../../src/web/layout/page-renderer.ts';
import type { WebSettings } from '../../../src/web/web-deps.ts';
import { createWebRouter } from '../../../src/web/web-router.ts';
import type { FakeSource } from '../services/fake-source.ts';
import { createFakeApps, question } from './fake-apps.ts';
import { makeContext, NHS_NUMBER, type TestContext } from '../services/make-context.ts';

export interface WebStage {
  readonly app: Express;
  readonly services: TestContext;
  /** How the sign-in service was asked, one entry each. */
  readonly signIns: { readonly askAgain: boolean }[];
}

export async function setWebStage(
  sources: readonly FakeSource[],
  options: {
    readonly settings?: Partial<WebSettings>;
    /** Whether the record can be read; otherwise its pages fail. */
    readonly isReadable?: boolean;
    readonly apps?: (services: TestContext) => AppAuthorization;
  } = {},
): Promise<WebStage> {
  const services = await makeContext(...sources);
  const sync = createAccountSync(services, { pullDeadlineMs: 1_000, onProgress: () => undefined });
  const signIns: { readonly askAgain: boolean }[] = [];
  const app = express();
  app.use(
    createWebRouter({
      services,
      sync,
      reader:
        options.isReadable === true
          ? createRecordReader(services, sync, { freshForMs: 3_600_000, readDeadlineMs: 1_000 })
          : { read: () => Promise.reject(new GatewayError('internal', undefined, new Error('secret detail'))) },
      signIn: {
        start: (how) => {
          signIns.push(how);
          return Promise.resolve({
            url: 'https://sign-in.example/authorize',
            pending: { state: 's', nonce: 'n', codeVerifier: 'v' },
          });
        },
        finish: async (query) => {
          const answer = new URLSearchParams(query);
          if (answer.has('error')) throw new GatewayError('sign-in-required', 'Signing in did not work. Start again.');
          return Promise.resolve({
            identity: { issuer: 'https://sign-in.example', sub: answer.get('sub') ?? 'ada' },
            claims: {
              given_name: 'Ada',
              family_name: '<b>Okafor</b>',
              birthdate: '1950-03-02',
              nhs_number: NHS_NUMBER,
              identity_proofing_level: 'P9',
            },
          });
        },
      },
      appAuthorization: (options.apps ?? ((context) => createFakeApps(context, question('patient/*.rs'))))(services),
      limits: undefined,
      settings: {
        publicUrl: 'http://127.0.0.1:3000',
        fhirBaseUrl: 'http://127.0.0.1:3000/fhir/R4',
        sessionIdleMs: 60_000,
        sessionMaxMs: 3_600_000,
        insecureOrigins: [],
        tokenIssuers: [],
        ...options.settings,
      },
      pages: createPageRenderer({ timeZone: 'Europe/London' }),
    }),
  );
  return { app, services, signIns };
}

export async function signIn(app: Express, sub = 'ada') {
  const agent = request.agent(app).set('Sec-Fetch-Site', 'same-origin');
  await agent.get('/sign-in').expect(303).expect('Location', 'https://sign-in.example/authorize');
  await agent.get(`/sign-in/callback?code=c&state=s&sub=${sub}`).expect(303).expect('Location', '/home');
  const page = await agent.get('/accounts').expect(200);
  const shown = /name="shown" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  return { agent, page, csrf: csrfOf(page.text), shown };
}

/** A page without the marks around what people and sources wrote. */
export function unmarked(html: string): string {
  return html.replaceAll(/<\/?bdi[^>]*>/g, '');
}

export function csrfOf(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** A child, as the form for adding someone sends them. */
export const MILO = {
  'text-given': 'Milo',
  'text-family': 'Okafor',
  'text-birth-day': '6',
  'text-birth-month': '5',
  'text-birth-year': '2017',
  relationship: 'parent',
} as const;
