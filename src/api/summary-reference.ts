/** The DocumentReference of the patient summary: a document that is made when it is fetched (IPA 1.1.0, `docref`). */
import { createHash } from 'node:crypto';
import type { DocumentReference } from 'fhir/r4.js';
import type { AccessGrant } from '../access/access-grant.ts';
import { readRights, typesOf } from '../access/read-rights.ts';
import { ipsProfile, type IpsVersion } from '../record/views/summary/ips-version.ts';
import type { RecordAnswer } from '../services/record-reader.ts';
import { asOf } from './summary-of.ts';

export const SUMMARY_TYPE = {
  system: 'http://loinc.org',
  code: '60591-5',
  display: 'Patient summary Document',
} as const;

type Document = DocumentReference & { id: string };

/** Whether `$summary` would give anything. */
export function canSummarise(grant: AccessGrant): boolean {
  return typesOf(readRights(grant, 'everything')).length > 0;
}

/** The one that is called so, for a read of what `$docref` named. */
export function findSummaryReference(
  baseUrl: string,
  grant: AccessGrant,
  reference: string,
  answer: RecordAnswer,
): Document | undefined {
  if (!canSummarise(grant)) return undefined;
  const all = (['2.0', '1.1'] as const).map((version) =>
    summaryReference(baseUrl, grant.subjectId, version, asOf(answer)),
  );
  return all.find(({ id }) => reference === `DocumentReference/${id}`);
}

/** @param at ISO instant of what it would tell now. */
export function summaryReference(
  baseUrl: string,
  patientId: string,
  version: IpsVersion,
  at: string | undefined,
): Document {
  const profile = ipsProfile('Bundle', version);
  const query = version === '2.0' ? '' : `?profile=${encodeURIComponent(profile)}`;
  const id = createHash('sha256').update(`summary|${patientId}|${version}`, 'utf8').digest('hex').slice(0, 32);
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: { coding: [SUMMARY_TYPE] },
    category: [{ coding: [SUMMARY_TYPE] }],
    subject: { reference: `Patient/${patientId}` },
    ...(at === undefined ? {} : { date: at }),
    description: 'International Patient Summary, made from the record when it is fetched',
    content: [
      {
        attachment: {
          contentType: 'application/fhir+json',
          url: `${baseUrl}/Patient/${patientId}/$summary${query}`,
          title: `International Patient Summary ${version}`,
          ...(at === undefined ? {} : { creation: at }),
        },
      },
    ],
  };
}
