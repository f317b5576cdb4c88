/** A FHIR endpoint over the small record for tests that send it anything at all. */
import { Agent, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Bundle, Resource } from 'fhir/r4.js';
import express from 'express';
import { loadDefinitions } from '../../src/api/definitions/load-definitions.ts';
import { createFhirRouter } from '../../src/api/fhir-router.ts';
import { BASE_URL } from '../fixtures/fhir-api.ts';
import { grantOf } from '../fixtures/grant-of.ts';
import { smallAnswer } from '../fixtures/small-record.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Resource | undefined;
}

export interface FuzzServer {
  /** Sent as it is: clients that tidy up a URL would hide what is tested. */
  send(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<Answer>;
  close(): void;
}

export const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** None of them says anything about which records are wanted. */
export const RESULT_PARAMETERS = [
  '_count',
  '_sort',
  '_summary',
  '_elements',
  '_total',
  '_include',
  '_revinclude',
  '_format',
  '_page',
];

export const totalOf = (answer: Answer) => (answer.body as Bundle | undefined)?.total;
export const matchesIn = (answer: Answer) =>
  ((answer.body as Bundle | undefined)?.entry ?? []).filter(({ search }) => search?.mode === 'match');
export const selfOf = (answer: Answer) =>
  (answer.body as Bundle | undefined)?.link?.find(({ relation }) => relation === 'self')?.url ?? '';

export async function startFuzzServer(): Promise<FuzzServer> {
  const app = express();
  const nothing = () => undefined;
  app.use(
    '/fhir/R4',
    createFhirRouter({
      reader: { read: () => Promise.resolve(smallAnswer()) },
      verify: () => Promise.resolve(grantOf('patient/*.rs')),
      baseUrl: BASE_URL,
      log: { info: nothing, warn: nothing, error: nothing },
      version: '0.0.1',
      definitions: await loadDefinitions(fileURLToPath(new URL('../../profiles/', import.meta.url))),
    }),
  );
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  return {
    send: (method, path, body = '', headers = {}) =>
      send({ port, method, path: `/fhir/R4${path}`, headers, agent }, body),
    close() {
      agent.destroy();
      server.close();
    },
  };
}

function send(options: Parameters<typeof request>[1] & object, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isFhir = response.headers['content-type']?.startsWith('application/fhir+json') ?? false;
        const resource = isFhir && text !== '' ? (JSON.parse(text) as Resource) : undefined;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: resource });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
