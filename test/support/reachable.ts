/** Which source records no page lists: none may be (law L1). */
import { refOf } from '../../src/record/explain/record-names.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import { listAllergies } from '../../src/web/allergies/allergy-list.ts';
import { listConditions } from '../../src/web/conditions/condition-list.ts';
import { kindPage, kindSections, otherRecords } from '../../src/web/other/other-items.ts';
import { createNames } from '../../src/web/other/reference-names.ts';
import { listVaccinations } from '../../src/web/vaccinations/vaccination-list.ts';
import { medicinesOf, thingInput } from './page-lists.ts';

/** @returns `<Type>/<id>` of every source record that is neither a member of an item that a page lists, nor listed itself. */
export function unreachable(record: ReconciledRecord): readonly string[] {
  const input = thingInput(record);
  const { current, past, ruledOut, others, pastOthers, statedNone } = listConditions(input);
  const allergies = listAllergies({ ...input, completeness: [] });
  const items = new Set([
    ...[...current, ...past, ...ruledOut, ...others, ...pastOthers, ...statedNone].map(({ path }) => path),
    ...[...allergies.current, ...allergies.past, ...allergies.ruledOut, ...allergies.statements].map(
      ({ path }) => path,
    ),
    ...medicinesOf(input).map(({ path }) => path),
  ]);
  const listed = new Set(
    record.unified.flatMap(({ resource, members }) =>
      items.has(`/${FOLDERS[resource.resourceType] ?? ''}/${resource.id}`)
        ? members.map((member) => refOf(member.resource))
        : [],
    ),
  );
  const { given, notGiven, leftOut } = listVaccinations(record, input.titleOf);
  const rows = [...[...given, ...notGiven].flatMap((group) => group.rows), ...leftOut];
  for (const { id } of rows) listed.add(`Immunization/${id}`);
  for (const reference of otherReferences(record)) listed.add(reference);
  return record.sourceRecords.map(({ resource }) => refOf(resource)).filter((reference) => !listed.has(reference));
}

const FOLDERS: Readonly<Record<string, string>> = {
  MedicationStatement: 'medicines',
  Condition: 'conditions',
  AllergyIntolerance: 'allergies',
};

/** As a person finds them: section by section, page by page. */
function otherReferences(record: ReconciledRecord): readonly string[] {
  const records = otherRecords(record);
  const names = createNames(record);
  return kindSections(records).flatMap(({ kinds }) =>
    kinds.flatMap(({ kind }) => {
      const own = records.filter(({ resource }) => resource.resourceType === kind);
      const pageOf = (page: number) => kindPage(own, { find: '', name: undefined, page }, (source) => source, names);
      const { pages } = pageOf(1);
      return Array.from({ length: pages }, (_, index) => pageOf(index + 1)).flatMap(({ items }) =>
        items.map(({ id }) => `${kind}/${id}`),
      );
    }),
  );
}
