/** Checks the answer on the page of leaving: everything that goes must have been agreed to by name. Pure. */
import type { LeavePlan } from '../../services/plan-leave.ts';

export interface LeaveFields {
  readonly isSure: boolean;
  /** Ids of people looked after whose records may go too. */
  readonly records: ReadonlySet<string>;
  /** Under which the receipt will be found. */
  readonly receipt: string;
}

export interface LeaveFault {
  /** Id of the field on the page. */
  readonly field: string;
  /** In the catalogue `leave` under `fault`. */
  readonly key: 'record' | 'sure';
  readonly personId: string | undefined;
}

export function recordField(personId: string): string {
  return `record-${personId}`;
}

/** A page that is older than a record it does not name is asked again. */
export function checkLeaveForm({ isWhole, records }: LeavePlan, fields: LeaveFields): readonly LeaveFault[] {
  const unnamed = records.filter(
    ({ person, relationship, fate }) =>
      isWhole && relationship !== 'self' && fate === 'deleted' && !fields.records.has(person.id),
  );
  return [
    ...unnamed.map(({ person }) => ({ field: recordField(person.id), key: 'record' as const, personId: person.id })),
    ...(fields.isSure ? [] : [{ field: 'sure', key: 'sure' as const, personId: undefined }]),
  ];
}
