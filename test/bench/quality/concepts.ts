/** The conditions table, read: what a condition is called by a GP, a hospital, a coder and the person. */
import type { Part } from './labels.ts';
import { partOf } from './products.ts';
import { CONDITIONS } from './tables/conditions.ts';

export interface Concept {
  readonly family: string;
  readonly episodic: boolean;
  readonly snomed: { readonly code: string; readonly display: string };
  readonly icd: { readonly code: string; readonly display: string } | undefined;
  readonly clinical: readonly string[];
  readonly lay: readonly string[];
  readonly short: readonly string[];
  readonly sided: boolean;
  /** Two words for this condition at different severity or stage. */
  readonly stages: readonly [string, string] | undefined;
  readonly part: Part;
}

export const CONCEPTS: readonly Concept[] = CONDITIONS.trim().split('\n').map(readConcept);

function readConcept(line: string): Concept {
  const [
    family = '',
    course = '',
    snomed = '',
    display = '',
    icd = '',
    icdDisplay = '',
    clinical = '',
    lay = '',
    short = '',
    marks = '',
  ] = line.split('|').map((cell) => cell.trim());
  const [mild, severe] = marks.startsWith('stage:') ? marks.slice(6).split('/') : [];
  return {
    family,
    episodic: course === 'episode',
    snomed: { code: snomed, display },
    icd: icd === '' ? undefined : { code: icd, display: icdDisplay },
    clinical: clinical.split(';').filter(Boolean),
    lay: lay.split(';').filter(Boolean),
    short: short.split(';').filter(Boolean),
    sided: marks === 'side',
    stages: mild !== undefined && severe !== undefined ? [mild, severe] : undefined,
    part: partOf(`condition ${clinical}`, 0.4),
  };
}

/** A synonym, an everyday word or an abbreviation is only scored by itself as well. */
export function wordPart(word: string): Part {
  return partOf(`word ${word}`, 0.25);
}

/** "Osteoarthritis of knee" → "Osteoarthritis of left knee"; "Knee OA" → "Left knee OA". */
/** "Lt knee OA", "Knee OA (left)". */
export function sidedShort(name: string, side: 'left' | 'right', bracketed: boolean): string {
  const letter = side === 'left' ? 'L' : 'R';
  return bracketed ? `${name} (${side})` : `${letter}t ${name}`;
}

export function sided(name: string, side: string): string {
  const of = name.lastIndexOf(' of ');
  if (of !== -1) return `${name.slice(0, of)} of ${side} ${name.slice(of + 4)}`;
  const rest = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return `${side.charAt(0).toUpperCase()}${side.slice(1)} ${rest}`;
}
