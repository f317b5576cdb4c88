/**
 * The medicines, conditions and allergies of an earlier moment, reconciled by the rules of today and with the decisions of today:
 * what the person decided since then is no change that a source made. Everything else is counted, not reconciled, so that a look
 * back costs little.
 */
import type { Decision } from '../../record/decide/decision.ts';
import type { LinkedAccount, StoredResource } from '../../ports/linked-account.ts';
import type { Person } from '../../ports/people.ts';
import { reconcile } from '../../record/reconcile.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import { sourceInput } from '../account-input.ts';
import { describeSource } from '../account-parts.ts';
import { gatewayPatient } from '../gateway-patient.ts';
import type { ServiceContext } from '../service-context.ts';

/** As received, of any release: what therapies, conditions and allergies are made of. */
const RECONCILED: ReadonlySet<string> = new Set([
  'AllergyIntolerance',
  'Condition',
  'Medication',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationOrder',
  'MedicationRequest',
  'MedicationStatement',
]);

export interface RowsOfAccount {
  readonly account: LinkedAccount;
  readonly rows: readonly StoredResource[];
}

export interface RecordGround {
  readonly person: Person;
  readonly decisions: readonly Decision[];
  readonly idKey: Uint8Array;
}

export function isReconciled({ resourceType }: Pick<StoredResource, 'resourceType'>): boolean {
  return RECONCILED.has(resourceType);
}

export function recordAt(
  context: Pick<ServiceContext, 'connectors' | 'terminology'>,
  { person, decisions, idKey }: RecordGround,
  accounts: readonly RowsOfAccount[],
): ReconciledRecord {
  return reconcile({
    patient: gatewayPatient(person),
    sources: accounts.map(({ account, rows }) =>
      sourceInput(describeSource(context, account), account, rows.filter(isReconciled), undefined),
    ),
    completeness: [],
    decisions,
    // Decisions about what was not there yet are not told of.
    isNarrowed: true,
    idKey,
    recordedAt: undefined,
    terminology: context.terminology,
  });
}
