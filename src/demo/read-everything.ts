/** A plain client app of the gateway: reads the whole record with its token and follows the pages. */
import type { Bundle, OperationOutcome } from 'fhir/r4.js';
import type { R4Resource } from '../record/fhir/types.ts';

export interface EverythingAnswer {
  readonly resources: readonly R4Resource[];
  readonly outcomes: readonly OperationOutcome[];
}

const MAX_PAGES = 1000;

/** @throws Error that names the HTTP status; never the token. */
export async function readEverything(fhirBaseUrl: string, patient: string, token: string): Promise<EverythingAnswer> {
  const resources: R4Resource[] = [];
  const outcomes: OperationOutcome[] = [];
  let url: string | undefined = `${fhirBaseUrl}/Patient/${patient}/$everything?view=all`;
  for (let page = 0; url !== undefined && page < MAX_PAGES; page++) {
    const bundle: Bundle = await readBundle(url, token);
    for (const { resource, search } of bundle.entry ?? []) {
      if (resource === undefined) continue;
      if (search?.mode === 'outcome') outcomes.push(resource as OperationOutcome);
      else resources.push(resource as R4Resource);
    }
    url = bundle.link?.find((link) => link.relation === 'next')?.url;
    if (url !== undefined && !url.startsWith(`${fhirBaseUrl}/`)) throw new Error('A page leads away from the gateway.');
  }
  return { resources, outcomes };
}

async function readBundle(url: string, token: string): Promise<Bundle> {
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/fhir+json' },
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`The gateway answered ${response.status} to $everything.`);
  return (await response.json()) as Bundle;
}
