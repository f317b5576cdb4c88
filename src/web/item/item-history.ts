/** What happened to an item, dated, with who and why as far as the data tells (requirement P8): newest first. Pure. */
import type { PersonDecision } from '../../ports/person-decisions.ts';
import type { PersonEntry } from '../../ports/person-entries.ts';
import { extensionsOf } from '../../record/explain/reported-statuses.ts';
import { EXTENSION } from '../../record/fhir/canonical.ts';
import type { UnifiedRecord } from '../../record/reconciled-record.ts';
import type { ItemRecord } from './item-records.ts';

export interface HistoryLine {
  /** FHIR date or instant; undefined where nobody says when. */
  readonly date: string | undefined;
  /** Of the catalogue `item:event`. */
  readonly key: string;
  /** Places of the sentence, in a source's or the person's own words. */
  readonly values: Readonly<Record<string, string>>;
  /** Title of the source, or the name of the person; undefined where it is the gateway. */
  readonly who: string | undefined;
  readonly why: string | undefined;
}

export interface HistoryInput {
  readonly item: UnifiedRecord;
  readonly records: readonly ItemRecord[];
  readonly decisions: readonly PersonDecision[];
  readonly entries: readonly PersonEntry[];
  /** Title of the source of a source record. */
  readonly titleIn: (reference: string) => string | undefined;
  readonly nameOf: (personId: string) => string;
}

export function itemHistory(input: HistoryInput): readonly HistoryLine[] {
  return [...changes(input), ...recorded(input), ...decided(input), ...said(input)].toSorted((a, b) => {
    const [one, two] = [a.date ?? '', b.date ?? ''];
    return one < two ? 1 : one > two ? -1 : 0;
  });
}

/** Dose, strength, stage, severity inside one source. */
function changes({ item, titleIn }: HistoryInput): readonly HistoryLine[] {
  return extensionsOf(item.resource, EXTENSION.change).map((parts) => {
    const text = (url: string) => parts.find((part) => part.url === url);
    return {
      date: text('date')?.valueDateTime,
      key: `change-${text('what')?.valueCode ?? 'dose'}`,
      values: { from: text('from')?.valueString ?? '', to: text('to')?.valueString ?? '' },
      who: titleIn(text('source')?.valueReference?.reference ?? ''),
      why: undefined,
    };
  });
}

/** What each record says of beginning, ending, being written or supplied: each event of one source once. */
function recorded({ records }: HistoryInput): readonly HistoryLine[] {
  const lines = records.flatMap((record): readonly HistoryLine[] => {
    const of = (key: string) => record.fields.find((field) => field.key === key)?.values[0];
    const line = (key: string, date: string | undefined, why?: string) =>
      date === undefined ? [] : [{ date, key, values: {}, who: record.title, why }];
    const isOrder = record.type === 'MedicationRequest';
    return [
      ...line('started', isOrder ? undefined : dayIn(record, 'start')),
      ...line('ended', isOrder ? undefined : dayIn(record, 'end'), of('why')),
      ...line('changed', dayIn(record, 'changed'), of('why')),
      ...line('prescribed', of('intent') === undefined ? of('prescribed') : undefined),
      ...line('planned', of('intent') === undefined ? undefined : of('prescribed')),
      ...line('given', of('given')),
      ...line('writtenDown', of('writtenDown')),
    ];
  });
  return once(lines);
}

/** Each event of one source and day once; one record may tell the end, another of that source the reason. */
function once(lines: readonly HistoryLine[]): readonly HistoryLine[] {
  const on = (key: string, { who }: HistoryLine, day: string) => JSON.stringify([key, day, who]);
  const told = new Map<string, HistoryLine>();
  for (const line of lines) {
    const place = on(line.key, line, dayOf(line));
    told.set(place, { ...line, why: told.get(place)?.why ?? line.why });
  }
  for (const [place, line] of told) {
    const ended = on('ended', line, dayOf(line));
    const end = line.key === 'changed' ? told.get(ended) : undefined;
    if (end === undefined) continue;
    told.set(ended, { ...end, why: end.why ?? line.why });
    told.delete(place);
  }
  return [...told.values()];
}

function dayIn({ fields }: ItemRecord, key: string): string | undefined {
  const field = fields.find((item) => item.key === key);
  return field?.sort === 'day' ? field.values[0] : undefined;
}

function dayOf({ date }: HistoryLine): string {
  return date?.slice(0, 10) ?? '';
}

function decided({ decisions, nameOf }: HistoryInput): readonly HistoryLine[] {
  return decisions.flatMap(({ kind, at, actorId, reason, withdrawnAt, withdrawnBy }) => [
    { date: at, key: `decided-${kind}`, values: {}, who: nameOf(actorId), why: reason },
    ...(withdrawnAt === undefined
      ? []
      : [{ date: withdrawnAt, key: 'undone', values: {}, who: nameOf(withdrawnBy ?? actorId), why: undefined }]),
  ]);
}

function said({ entries, nameOf }: HistoryInput): readonly HistoryLine[] {
  return entries.flatMap(({ content, at, actorId, withdrawnAt, withdrawnBy }) => {
    if (content.kind !== 'taking' && content.kind !== 'note') return [];
    const key = content.kind === 'note' ? 'noted' : `said-${content.how}`;
    const why = content.kind === 'note' ? content.text : content.reason;
    return [
      { date: at, key, values: {}, who: nameOf(actorId), why },
      ...(withdrawnAt === undefined
        ? []
        : [{ date: withdrawnAt, key: 'takenBack', values: {}, who: nameOf(withdrawnBy ?? actorId), why: undefined }]),
    ];
  });
}
