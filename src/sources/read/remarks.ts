/** Remarks on a reading that kept less than came. */

export function leftOut(count: number): readonly string[] {
  return count === 0
    ? []
    : [`${counted(count, 'item')} about another person ${count === 1 ? 'was' : 'were'} left out.`];
}

export function missingMedicines(count: number): readonly string[] {
  return count === 0 ? [] : [`${counted(count, 'medicine')} named by reference could not be read.`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
