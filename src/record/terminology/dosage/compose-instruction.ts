/** Decides the words shown for a dosage that has no text: a plain English rendering of its structure. */
import type { Instruction } from './read-instruction.ts';

/** '' where the structure says nothing. */
export function composeInstruction({ perDose, frequency, when, route, asNeeded }: Instruction): string {
  const amount =
    perDose === undefined
      ? ''
      : `${range(perDose.value, perDose.high)}${perDose.unit === 'each' ? '' : ` ${perDose.unit}`}`;
  const often =
    frequency === undefined
      ? ''
      : `${range(frequency.times, frequency.high)} ${frequency.times === '1' && frequency.high === undefined ? 'time' : 'times'} per ${frequency.per}`;
  return [
    amount,
    often,
    when.join(', '),
    route === undefined ? '' : `route: ${route}`,
    asNeeded === true ? 'as needed' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function range(low: string, high: string | undefined): string {
  return high === undefined ? low : `${low}-${high}`;
}
