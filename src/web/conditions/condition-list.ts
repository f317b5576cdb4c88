/**
 * Conditions as people read them: current ones first, past and ruled-out ones apart, what a source says of there being none as
 * its statement (law L6). What is no diagnosis stands under "other things recorded". Pure.
 */
import type { CodeableConcept, Condition, Extension } from 'fhir/r4.js';
import { conceptText } from '../../record/explain/record-names.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import { statedNone } from '../../record/views/summary/stated-none.ts';
import { besideRelated } from '../things/beside-related.ts';
import { gatherTold, listThings, type Thing, type ThingInput, type Told } from '../things/thing.ts';

export interface ConditionRow extends Thing {
  /** FHIR dates; undefined where no source says, or where they differ (then the differences tell). */
  readonly since: string | undefined;
  readonly writtenDown: string | undefined;
  readonly ended: string | undefined;
  /** `confirmed`, `unconfirmed` or `refuted`; undefined where nobody says or they differ. */
  readonly verification: string | undefined;
  /** How bad, in the sources' words. */
  readonly severity: readonly Told[];
  /** Where a source keeps it: a code of the catalogue, or the source's own words. */
  readonly listedAs: readonly (Told & { readonly isCode: boolean })[];
}

export interface ConditionStatement {
  readonly words: string | undefined;
  readonly who: readonly string[];
  readonly date: string | undefined;
  readonly path: string;
}

export interface ConditionList {
  /** Current, or not said whether they are. */
  readonly current: readonly ConditionRow[];
  readonly past: readonly ConditionRow[];
  readonly ruledOut: readonly ConditionRow[];
  /** Problems that are no diagnosis of the person's own. */
  readonly others: readonly ConditionRow[];
  readonly pastOthers: readonly ConditionRow[];
  readonly statedNone: readonly ConditionStatement[];
}

const ENDED: ReadonlySet<string> = new Set(['inactive', 'remission', 'resolved', 'ended']);
const CATEGORIES: ReadonlySet<string> = new Set(['problem-list-item', 'encounter-diagnosis', 'health-concern']);
/** GP Connect: whether the practice calls a problem major or minor. */
const SIGNIFICANCE = /ProblemSignificance-\d{1,2}$/;

export function listConditions(input: ThingInput): ConditionList {
  const rows = input.rows.filter(({ type }) => type === 'Condition');
  const things = listThings({ ...input, rows });
  const isNone = (thing: Thing) => statedNone(thing.unified as Condition) === 'problems';
  const conditions = things.filter((thing) => !isNone(thing)).map((thing) => conditionRow(thing, input.titleOf));
  const beside = (rows: readonly ConditionRow[]) =>
    besideRelated(rows, ({ mayBeSame }) => mayBeSame.map(({ path }) => path));
  const diagnoses = conditions.filter(({ isOther }) => !isOther);
  const asserted = diagnoses.filter(({ verification }) => verification !== 'refuted');
  return {
    current: beside(asserted.filter((row) => !isOver(row))),
    past: beside(asserted.filter(isOver)),
    ruledOut: diagnoses.filter(({ verification }) => verification === 'refuted'),
    others: conditions.filter((row) => row.isOther && !isOver(row)),
    pastOthers: conditions.filter((row) => row.isOther && isOver(row)),
    statedNone: things.filter(isNone).map(statement),
  };
}

/** Over only where every source that says anything says so (law L9). */
function isOver({ statuses }: Thing): boolean {
  return statuses.length > 0 && statuses.every(({ value }) => ENDED.has(value));
}

function conditionRow(thing: Thing, titleOf: (source: string) => string): ConditionRow {
  const unified = thing.unified as Condition;
  return {
    ...thing,
    since: unified.onsetDateTime,
    writtenDown: unified.recordedDate,
    ended: unified.abatementDateTime,
    verification: unified.verificationStatus?.coding?.[0]?.code,
    severity: gatherTold(
      thing.members.flatMap(({ resource, source }) => {
        const value = conceptText((resource as Condition).severity);
        return value === undefined ? [] : [{ value, who: titleOf(source) }];
      }),
    ),
    listedAs: gatherTold(thing.members.flatMap((member) => categoriesOf(member, titleOf))).map((told) => ({
      ...told,
      isCode: CATEGORIES.has(told.value),
    })),
  };
}

function categoriesOf(
  { resource, source }: SourceRecord,
  titleOf: (source: string) => string,
): readonly { readonly value: string; readonly who: string }[] {
  const { category = [], extension = [] } = resource as Condition;
  const words = [...category.map(categoryWords), significance(extension)];
  return words.flatMap((value) => (value === undefined ? [] : [{ value, who: titleOf(source) }]));
}

function categoryWords(category: CodeableConcept): string | undefined {
  const code = category.coding?.find((coding) => CATEGORIES.has(coding.code ?? ''))?.code;
  return code ?? conceptText(category);
}

function significance(extensions: readonly Extension[]): string | undefined {
  return extensions.find(({ url }) => SIGNIFICANCE.test(url))?.valueCode;
}

function statement(thing: Thing): ConditionStatement {
  return {
    words: thing.what,
    who: thing.statedBy,
    date: (thing.unified as Condition).recordedDate,
    path: thing.path,
  };
}
