/** Starts hostile and odd sources with a connector to each, and ends them all. */
import { createSourceConnector } from '../../src/sources/create-source-connector.ts';
import type { SourceConfig } from '../../src/ports/source-config.ts';
import type { SourceConnector } from '../../src/ports/source-connector.ts';
import { captureLog } from './captured-log.ts';
import type { CapturedLog } from './captured-log.ts';
import { bundle, patient, PATIENT_ID } from './fhir-bundles.ts';
import { sendJson, startServer } from './http-server.ts';
import type { Answer, TestServer } from './http-server.ts';
import { sourceConfig } from './source-config.ts';

export interface SourceUnderTest {
  readonly server: TestServer;
  readonly connector: SourceConnector;
  readonly log: CapturedLog;
}

/** @returns true where it has answered; otherwise the Patient or an empty Bundle is given. */
export type OddAnswer = (...parameters: Parameters<Answer>) => boolean;

export interface SourcesUnderTest {
  /** A FHIR server at `/fhir` that has one Patient and, of everything else, what `answer` says. */
  start(answer: OddAnswer, more?: Partial<SourceConfig>): Promise<SourceUnderTest>;
  /** Any other server a test needs. */
  startOther(answer: Answer): Promise<TestServer>;
  closeAll(): Promise<void>;
}

export function createSourcesUnderTest(): SourcesUnderTest {
  const servers: TestServer[] = [];
  async function startOther(answer: Answer): Promise<TestServer> {
    const server = await startServer(answer);
    servers.push(server);
    return server;
  }
  return {
    startOther,
    async start(answer, more = {}) {
      const server = await startOther((request, response, own) => {
        if (answer(request, response, own)) return;
        if (request.path === `/fhir/Patient/${PATIENT_ID}`) sendJson(response, 200, patient());
        else sendJson(response, 200, bundle([]));
      });
      const log = captureLog();
      const connector = createSourceConnector(sourceConfig(`${server.origin}/fhir`, more), { log, now: Date.now });
      return { server, log, connector };
    },
    closeAll: async () => {
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
  };
}
