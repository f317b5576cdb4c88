/** Reads the source's own Patient: by its id where the sign-in told it, otherwise by asking for the one the token may see. */
import type { ReceivedResource } from '../../record/source-input.ts';
import { receiveText } from '../../record/fhir/receive.ts';
import { SourceError } from '../../ports/source-connector.ts';
import { readBundlePage } from './bundle-page.ts';
import type { FhirReader } from './fhir-reader.ts';
import { resourceTypeOf, textAt } from './outline.ts';
import { whatCame } from './what-came.ts';

export interface OwnPatient {
  readonly id: string;
  readonly resource: ReceivedResource;
}

export function ownPatientUrl(baseUrl: string, patientId: string | undefined): string {
  const all = `${baseUrl.replace(/\/$/, '')}/Patient`;
  return patientId === undefined ? all : `${all}/${encodeURIComponent(patientId)}`;
}

/** @throws SourceError `not-found`, `other-patient`, `not-fhir` or that of the request. */
export async function readOwnPatient(
  reader: FhirReader,
  baseUrl: string,
  patientId: string | undefined,
): Promise<OwnPatient> {
  const answer = await reader.read(ownPatientUrl(baseUrl, patientId));
  const type = resourceTypeOf(answer.outline);
  if (type !== 'Patient' && !(type === 'Bundle' && patientId === undefined)) {
    throw new SourceError('not-fhir', whatCame(answer, 'a Patient'));
  }
  const patients = type === 'Patient' ? receiveText(answer.text).resources : readBundlePage(answer).resources;
  return onlyOne(
    patients.filter(({ json }) => resourceTypeOf(json) === 'Patient'),
    patientId,
  );
}

function onlyOne(patients: readonly ReceivedResource[], wantedId: string | undefined): OwnPatient {
  const byId = new Map(patients.map((resource) => [textAt(resource.json, 'id'), resource]));
  const [first] = byId;
  if (first === undefined) throw new SourceError('not-found', 'The source shows no person for this sign-in.');
  const [id, resource] = first;
  if (byId.size > 1) {
    throw new SourceError(
      'other-patient',
      `The source shows ${byId.size} people for this sign-in, and does not say which one is meant.`,
    );
  }
  if (id === undefined) throw new SourceError('not-fhir', 'The source’s Patient carries no id.');
  if (wantedId !== undefined && id !== wantedId) {
    throw new SourceError('other-patient', 'The source answered with another person’s Patient.');
  }
  return { id, resource: { ...resource, at: 'Patient' } };
}
