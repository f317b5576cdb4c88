/** Downloads: what each file is, in plain words, and the files. Each is in the access log before it goes out. */
import type { Router } from 'express';
import type { AuditAction } from '../../ports/audit.ts';
import { audit } from '../../services/audit.ts';
import { originalsDownload, recordDownload, summaryDownload } from '../../services/record-downloads.ts';
import type { RecordAnswer } from '../../services/record-reader.ts';
import { pageGrant } from '../record/page-grant.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';

interface Download {
  readonly name: 'summary' | 'record' | 'originals';
  readonly file: string;
  readonly action: AuditAction;
  readonly write: (answer: RecordAnswer, baseUrl: string) => string;
}

const DOWNLOADS: readonly Download[] = [
  { name: 'summary', file: 'patient-summary.json', action: 'summary', write: summaryDownload },
  { name: 'record', file: 'health-record.json', action: 'everything', write: recordDownload },
  { name: 'originals', file: 'as-received.json', action: 'original', write: originalsDownload },
];

export function addDownloadPage(router: Router, deps: WebDeps): void {
  router.get('/download', async (request, response) => {
    const visit = await requireVisit(deps, request);
    deps.pages.send(response, 'download', { downloads: DOWNLOADS }, visit);
  });

  for (const { name, file, action, write } of DOWNLOADS) {
    router.get(`/download/${name}`, async (request, response) => {
      const visit = await requireVisit(deps, request);
      const answer = await deps.reader.read(pageGrant(visit));
      await audit(deps.services, {
        subjectId: visit.subject.id,
        actorId: visit.actor.id,
        action,
        sources: answer.completeness.map(({ source }) => source),
        outcome: 'success',
      });
      response
        .set('Cache-Control', 'no-store')
        .set('Content-Disposition', `attachment; filename="${file}"`)
        .type('application/fhir+json')
        .send(write(answer, deps.settings.fhirBaseUrl));
    });
  }
}
