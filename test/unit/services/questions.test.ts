import { describe, expect, test } from 'vitest';
import type { EntryContent, PersonEntry } from '../../../src/ports/person-entries.ts';
import { reconcile } from '../../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../../src/record/reconciled-record.ts';
import {
  answeredQuestions,
  keyOf,
  makeQuestions,
  questionOf,
  type MadeQuestion,
} from '../../../src/services/questions.ts';

const subject = { reference: 'Patient/p1' };

interface Statement {
  readonly text: string;
  readonly dose?: string;
  readonly status?: string;
}

function medicineOf({ text, dose, status = 'active' }: Statement) {
  return {
    resourceType: 'MedicationStatement',
    status,
    subject,
    medicationCodeableConcept: { text },
    ...(dose === undefined ? {} : { dosage: [{ text: dose }] }),
  };
}

function conditionOf({ text }: Statement) {
  const coding = [{ system: 'http://snomed.info/sct', code: '239873007' }];
  return { resourceType: 'Condition', subject, code: { coding, text } };
}

/** One statement per source, named after it and its place. */
function recordOf(
  sources: Readonly<Record<string, readonly Statement[]>>,
  resourceOf: (statement: Statement) => object = medicineOf,
): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'me' },
    sources: Object.entries(sources).map(([name, statements]) => ({
      name,
      baseUrl: `https://sources.invalid/${name}`,
      fhirVersion: 'R4',
      viewOf: undefined,
      patientId: 'p1',
      resources: statements.map((statement, at) => ({
        json: { id: `m${at}`, ...resourceOf(statement) },
        at: `entry[${at}]`,
      })),
      unreadable: [],
    })),
    completeness: [],
    idKey: new Uint8Array(32),
    recordedAt: undefined,
  });
}

const WARFARIN = 'Warfarin 3mg tablets';
const differing = recordOf({
  gp: [{ text: WARFARIN, dose: 'one tablet daily' }],
  hospital: [{ text: WARFARIN, dose: 'two tablets daily' }],
});

function entry(content: EntryContent, more: Partial<PersonEntry> = {}): PersonEntry {
  return {
    id: 'e1',
    content,
    actorId: 'me',
    at: '2026-11-21T09:00:00.000Z',
    withdrawnAt: undefined,
    withdrawnBy: undefined,
    ...more,
  };
}

function only(questions: readonly MadeQuestion[]): MadeQuestion {
  expect(questions).toHaveLength(1);
  return questions[0] as MadeQuestion;
}

describe('questions', () => {
  test('set the values of a difference side by side, each with who says so', () => {
    const made = only(makeQuestions(differing, []));
    expect(made).toMatchObject({ form: 'differs', type: 'medicine', names: [WARFARIN], isPast: false });
    expect(made.lines).toEqual([
      {
        code: 'dose-differs',
        values: [
          { value: 'one tablet daily', sources: ['gp'] },
          { value: 'two tablets daily', sources: ['hospital'] },
        ],
      },
    ]);
  });

  test('where places agree there is none; of two products one asks whether they are the same', () => {
    const same = [{ text: WARFARIN, dose: 'one tablet daily' }];
    expect(makeQuestions(recordOf({ gp: same, hospital: same }), [])).toEqual([]);
    const related = makeQuestions(
      recordOf({ gp: [{ text: 'Warfarin 3mg tablets' }, { text: 'Warfarin 5mg tablets' }] }),
      [],
    );
    expect(related.map(({ form, names, reason }) => [form, names, reason])).toEqual([
      ['may-be-same', ['Warfarin 3mg tablets', 'Warfarin 5mg tablets'], 'strength'],
    ]);
  });

  test('of two sides of the body one asks whether both are true, not whether they are one; nothing where one place has both', () => {
    const [left, right] = ['Osteoarthritis of left knee', 'Osteoarthritis of right knee'].map((text) => ({ text }));
    if (left === undefined || right === undefined) throw new Error('two sides');
    const apart = makeQuestions(recordOf({ gp: [left], hospital: [right] }, conditionOf), []);
    expect(only(apart)).toMatchObject({ form: 'sides', type: 'condition', reason: undefined });
    expect(makeQuestions(recordOf({ gp: [left, right] }, conditionOf), [])).toEqual([]);
  });

  test('whether it is taken at all has a form of its own; what is over for everybody is past', () => {
    const status = recordOf({ gp: [{ text: WARFARIN }], hospital: [{ text: WARFARIN, status: 'stopped' }] });
    expect(only(makeQuestions(status, []))).toMatchObject({ form: 'status', isPast: false });
    const over = recordOf({
      gp: [{ text: WARFARIN, dose: 'one tablet daily', status: 'stopped' }],
      hospital: [{ text: WARFARIN, dose: 'two tablets daily', status: 'completed' }],
    });
    expect(makeQuestions(over, []).every(({ isPast }) => isPast)).toBe(true);
  });

  test('keep their key whatever comes beside them and whatever order it comes in', () => {
    const { key } = only(makeQuestions(differing, []));
    const more = recordOf({
      hospital: [{ text: 'Metformin 500mg tablets' }, { text: WARFARIN, dose: 'two tablets daily' }],
      gp: [{ text: WARFARIN, dose: 'one tablet daily' }],
    });
    expect(makeQuestions(more, []).map((made) => made.key)).toContain(key);
    expect(keyOf(questionOf(only(makeQuestions(differing, [])), true))).toBe(key);
  });

  test('what was ticked stays ticked over a re-pull, and says where the places say something else by then', () => {
    const made = only(makeQuestions(differing, []));
    const asked = entry({ kind: 'question', text: 'x', of: questionOf(made, false), state: 'asked' });
    expect(answeredQuestions([made], [asked]).asked).toMatchObject([
      { state: 'asked', text: undefined, hasChanged: false },
    ]);
    const changed = recordOf({
      gp: [{ text: WARFARIN, dose: 'one tablet daily' }],
      hospital: [{ text: WARFARIN, dose: 'four tablets daily' }],
    });
    expect(answeredQuestions(makeQuestions(changed, []), [asked]).asked).toMatchObject([
      { state: 'asked', hasChanged: true },
    ]);
  });

  test('own words stand in the place of those that were made; the latest entry holds', () => {
    const made = only(makeQuestions(differing, []));
    const of = questionOf(made, true);
    const entries = [
      entry({ kind: 'question', text: 'old', of, state: 'leave-out' }, { withdrawnAt: '2026-11-22T09:00:00.000Z' }),
      entry({ kind: 'question', text: 'Which one?', of, state: 'ask' }, { id: 'e2' }),
    ];
    expect(answeredQuestions([made], entries).asked).toMatchObject([{ state: 'ask', text: 'Which one?' }]);
  });

  test('a question whose difference is gone is settled, unless it was left out; the person’s own stay', () => {
    const made = only(makeQuestions(differing, []));
    const of = questionOf(made, false);
    const own = entry({ kind: 'question', text: 'Coffee?', of: undefined, state: 'ask' }, { id: 'e2' });
    const asked = entry({ kind: 'question', text: 'Which?', of, state: 'asked' });
    const { settled, own: owns } = answeredQuestions([], [asked, own]);
    expect(settled).toEqual([{ entryId: 'e1', text: 'Which?', state: 'asked' }]);
    expect(owns).toEqual([{ entryId: 'e2', text: 'Coffee?', state: 'ask' }]);
    const leftOut = entry({ kind: 'question', text: 'Which?', of, state: 'leave-out' });
    expect(answeredQuestions([], [leftOut]).settled).toEqual([]);
  });

  test('what the person takes otherwise than it is listed is asked too', () => {
    const record = recordOf({ gp: [{ text: WARFARIN }] });
    const about = [{ source: 'gp', resourceType: 'MedicationStatement', originalId: 'm0' }];
    const taking = entry({ kind: 'taking', about, how: 'not-taken', reason: 'it makes me ill' });
    expect(only(makeQuestions(record, [taking]))).toMatchObject({
      form: 'taking',
      names: [WARFARIN],
      taking: { how: 'not-taken', reason: 'it makes me ill' },
    });
    expect(makeQuestions(record, [{ ...taking, withdrawnAt: '2026-11-22T09:00:00.000Z' }])).toEqual([]);
  });
});
