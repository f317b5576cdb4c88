/** One invented person while being written: tellings go in, resources and labels come out. */
import type { ReceivedResource, SourceInput } from '../../../src/record/source-input.ts';
import type { DifferenceCode } from '../../../src/record/compare/difference.ts';
import type {
  ExpectedDifference,
  ExpectedRelation,
  Kind,
  LabelledEntity,
  LabelledPerson,
  LabelledRecord,
  Part,
} from './labels.ts';
import type { Random } from './random.ts';
import { renderDstu2 } from './render-dstu2.ts';
import { renderGp } from './render-gp.ts';
import { renderR4 } from './render-r4.ts';
import { patientId, RELEASE, type SourceName, type Telling } from './tellings.ts';

export interface RecordLabel {
  readonly entity: string;
  readonly part: Part;
  readonly copy?: boolean;
  readonly mayJoin?: readonly string[];
}

export interface PersonDraft {
  readonly id: string;
  readonly random: Random;
  readonly sources: readonly SourceName[];
  /** Does the hospital write American product names? */
  readonly american: boolean;
  /** Ingredients, families and the like that are already in use, so that nothing is told twice by accident. */
  readonly used: Set<string>;
  newEntity(kind: Kind, part: Part, trap: string): string;
  nextId(source: SourceName, kind: Kind): string;
  tell(telling: Telling, label: RecordLabel): void;
  differs(code: DifferenceCode, entity: string): void;
  neutral(codes: readonly DifferenceCode[], entity: string): void;
  relates(a: string, b: string, why: string): void;
  finished(): LabelledPerson;
}

export function createPersonDraft(id: string, random: Random): PersonDraft {
  const hospital: SourceName = random.chance(0.25) ? 'clinic' : 'hospital';
  const sources: readonly SourceName[] = ['gp', hospital, 'specialist'];
  const received = new Map<SourceName, ReceivedResource[]>(sources.map((name) => [name, []]));
  const records: LabelledRecord[] = [];
  const entities: LabelledEntity[] = [];
  const differences: ExpectedDifference[] = [];
  const neutral: ExpectedDifference[] = [];
  const relations: ExpectedRelation[] = [];
  const counts = new Map<string, number>();
  function put(source: SourceName, json: unknown): void {
    const items = received.get(source) ?? [];
    items.push({ json, at: `entry[${items.length}]` });
  }
  for (const name of sources) put(name, { resourceType: 'Patient', id: patientId(name, id), birthDate: '1950-01-01' });
  return {
    id,
    random,
    sources,
    american: random.chance(0.5),
    used: new Set(),
    newEntity: (kind, part, trap) => {
      const entity = { id: `${id}/e${entities.length + 1}`, kind, part, trap };
      entities.push(entity);
      return entity.id;
    },
    // The same ids come again in every source, for other things.
    nextId: (source, kind) => {
      const count = (counts.get(`${source} ${kind}`) ?? 0) + 1;
      counts.set(`${source} ${kind}`, count);
      return `${kind.charAt(0)}${count}`;
    },
    tell: (telling, label) => {
      const { resources, ids } = render(telling, id);
      for (const resource of resources) put(telling.source, resource);
      ids.forEach((recordId, index) => records.push(labelled(telling, label, recordId, index)));
    },
    differs: (code, entity) => differences.push({ code, entity }),
    neutral: (codes, entity) => neutral.push(...codes.map((code) => ({ code, entity }))),
    relates: (a, b, why) => relations.push({ entities: [a, b], why }),
    finished: () => ({
      id,
      sources: sources.map((name): SourceInput => ({
        name,
        baseUrl: `https://sources.invalid/${name}`,
        fhirVersion: RELEASE[name],
        viewOf: undefined,
        patientId: patientId(name, id),
        resources: received.get(name) ?? [],
        unreadable: [],
      })),
      records,
      entities: entities.map((entity) => withWorstPart(entity, records)),
      differences,
      neutral,
      relations,
    }),
  };
}

function render(telling: Telling, person: string): ReturnType<typeof renderGp> {
  if (telling.source === 'gp') return renderGp(telling, person);
  return telling.source === 'clinic' ? renderDstu2(telling, person) : renderR4(telling, person);
}

function labelled(telling: Telling, label: RecordLabel, id: string, index: number): LabelledRecord {
  const { words } = telling;
  const coding = words.coding[0];
  return {
    key: `${telling.source}/${id}`,
    source: telling.source,
    kind: telling.kind,
    entity: label.entity,
    part: label.part,
    coded: coding !== undefined,
    words: words.text ?? coding?.display ?? '',
    code: coding === undefined ? undefined : `${coding.system}|${coding.code}`,
    standing: telling.fault === undefined ? 'asserted' : 'unlinked',
    copy: label.copy !== true ? 'no' : index === 0 ? 'yes' : 'either',
    mayJoin: label.mayJoin ?? [],
  };
}

/** A thing that is told with one word that is only scored is only scored. */
function withWorstPart(entity: LabelledEntity, records: readonly LabelledRecord[]): LabelledEntity {
  return records.some((record) => record.entity === entity.id && record.part === 'held-out')
    ? { ...entity, part: 'held-out' }
    : entity;
}
