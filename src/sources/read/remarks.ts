/** Remarks on a reading that kept less than came. */

export function leftOut(count: number): readonly string[] {
  return count === 0
    ? []
    : [`${counted(count, 'item')} about another person ${count === 1 ? 'was' : 'were'} left out.`];
}

export function missingMedicines(count: number): readonly string[] {
  return count === 0 ? [] : [`${counted(count, 'medicine')} named by reference could not be read.`];
}

/** What the source gave beside them stands; what it gave before does, too, as one of these may be its newer form (law L6). */
export function setAside(count: number): readonly string[] {
  return count === 0
    ? []
    : [`${counted(count, 'item')} could not be read and ${count === 1 ? 'is' : 'are'} kept as received.`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
