/** Sorts the one Bundle a practice gives into clinical areas, each with what its Lists and the OperationOutcome say about it. */
import type { ReceivedResource } from '../../record/source-input.ts';
import type { Reason } from '../../record/reasons.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { BundlePage } from '../read/bundle-page.ts';
import { objectAt, objectsAt, resourceTypeOf, textAt } from '../read/outline.ts';
import { CLINICAL_AREAS, LIST_WARNING_EXTENSION, LIST_WARNING_WORDS } from './tables/clinical-areas.ts';
import type { ClinicalArea } from './tables/clinical-areas.ts';

export interface AreaContent {
  /** {@link ClinicalArea.type}. */
  readonly type: string;
  readonly resources: readonly ReceivedResource[];
  /** Set where the practice's system does not know this area. */
  readonly refusal: SourceError | undefined;
  /** What the practice says is missing. */
  readonly warnings: readonly Reason[];
}

export interface SortedRecord {
  readonly areas: readonly AreaContent[];
  /** Patient, people and places that several areas share. */
  readonly shared: readonly ReceivedResource[];
}

export function sortByArea(
  page: Pick<BundlePage, 'resources' | 'outcomes'>,
  asked: readonly ClinicalArea[],
): SortedRecord {
  const sorted = new Map<string | undefined, ReceivedResource[]>();
  for (const resource of page.resources) {
    const type = areaOf(resource.json)?.type;
    sorted.set(type, [...(sorted.get(type) ?? []), resource]);
  }
  return {
    areas: asked.map((area) => {
      const resources = sorted.get(area.type) ?? [];
      const notOffered =
        resources.length === 0 && page.outcomes.some((outcome) => namesParameter(outcome, area.parameter.name));
      return {
        type: area.type,
        resources,
        refusal: notOffered
          ? new SourceError('refused', `The practice’s system does not offer ${area.title}.`)
          : undefined,
        warnings: [...new Set(resources.flatMap(({ json }) => warningsOf(json)))],
      };
    }),
    shared: sorted.get(undefined) ?? [],
  };
}

function areaOf(json: unknown): ClinicalArea | undefined {
  const type = resourceTypeOf(json) ?? '';
  return CLINICAL_AREAS.find((area) => (type === 'List' ? isListOf(area, json) : area.resourceTypes.includes(type)));
}

function isListOf(area: ClinicalArea, list: unknown): boolean {
  const codes = objectsAt(objectAt(list, 'code'), 'coding').map((coding) => textAt(coding, 'code') ?? '');
  const title = (textAt(list, 'title') ?? '').trim().toLowerCase();
  return (
    codes.some((code) => area.listCodes.includes(code)) ||
    area.listTitles.some((one) => title === one || title.startsWith(`${one} - `))
  );
}

/** GP Connect lists the parameters it left aside in an OperationOutcome inside the Bundle, by their names. */
function namesParameter(outcome: unknown, name: string): boolean {
  return objectsAt(outcome, 'issue')
    .flatMap((issue) => [textAt(issue, 'diagnostics'), textAt(objectAt(issue, 'details'), 'text')])
    .some((text) => text?.split(/[^A-Za-z]+/).includes(name) === true);
}

function warningsOf(json: unknown): Reason[] {
  if (resourceTypeOf(json) !== 'List') return [];
  return objectsAt(json, 'extension')
    .filter((extension) => LIST_WARNING_EXTENSION.test(textAt(extension, 'url') ?? ''))
    .map(
      (extension) =>
        LIST_WARNING_WORDS.get(textAt(extension, 'valueCode') ?? '') ??
        'The practice says that this may be incomplete.',
    );
}
