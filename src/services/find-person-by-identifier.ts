/** Whom an identifier names: only the one person for whom somebody vouched for it; names and birth dates never decide (design 6). */
import type { Person } from '../ports/people.ts';
import { isNhsNumberSystem, NHS_NUMBER_SYSTEM, parseNhsNumber } from './nhs-number.ts';
import type { ServiceContext } from './service-context.ts';

/** @returns undefined where nobody or more than one has it, and for what is no NHS number where one is meant. */
export async function findPersonByIdentifier(
  { store }: Pick<ServiceContext, 'store'>,
  { system, value }: { readonly system: string; readonly value: string },
): Promise<Person | undefined> {
  if (!isNhsNumberSystem(system)) return store.findPersonByIdentifier({ system, value });
  const number = parseNhsNumber(value);
  return number === undefined ? undefined : store.findPersonByIdentifier({ system: NHS_NUMBER_SYSTEM, value: number });
}
