/** Therapies that may be one and are never merged by the machine: shown side by side with the reason (P5). */
import type { MedicationFact } from '../facts/medication-fact.ts';
import type { Group, RelatedReason, Relation } from './group.ts';

export interface PlacedTherapy {
  readonly group: Group<MedicationFact>;
  readonly block: string;
  readonly ingredients: readonly string[];
  readonly couldBe: readonly string[];
  /** Form classes of a record that names a form and no medicine ("inhaler"). */
  readonly couldBeForms: readonly string[];
  /** Set where the therapy could belong to several classes of its block. */
  readonly undecided: RelatedReason | undefined;
  readonly aspects:
    | {
        readonly product: string;
        readonly form: string;
        readonly release: string;
        readonly coating: string;
        readonly strength: string;
        readonly course: string | undefined;
      }
    | undefined;
}

/** Above this many therapies of one medicine, one issue names them all: pairs would grow with the square. */
const PAIRS_UP_TO = 8;

export function relateTherapies(therapies: readonly PlacedTherapy[]): readonly Relation[] {
  const byBlock = new Map<string, number[]>();
  const byIngredient = new Map<string, number[]>();
  therapies.forEach((therapy, index) => {
    if (therapy.aspects) push(byBlock, therapy.block, index);
    for (const ingredient of therapy.ingredients) push(byIngredient, ingredient, index);
  });
  return [
    ...[...byBlock.values()].flatMap((members) => withinBlock(therapies, members)),
    ...combinations(therapies, byIngredient),
    ...vague(therapies, byIngredient),
    ...formOnly(therapies),
  ];
}

function withinBlock(therapies: readonly PlacedTherapy[], members: readonly number[]): readonly Relation[] {
  if (members.length < 2) return [];
  const courses = members.filter((index) => therapies[index]?.aspects?.course !== undefined);
  const relations: Relation[] = [];
  if (courses.length > PAIRS_UP_TO) relations.push({ code: 'possible-duplicate', reason: 'course', groups: courses });
  const pairwise = courses.length > PAIRS_UP_TO ? members.filter((index) => !courses.includes(index)) : members;
  if (pairwise.length > PAIRS_UP_TO) {
    return [...relations, { code: 'possible-duplicate', reason: 'strength', groups: pairwise }];
  }
  for (let a = 0; a < pairwise.length; a++) {
    for (let b = a + 1; b < pairwise.length; b++) {
      const [left, right] = [pairwise[a] as number, pairwise[b] as number];
      relations.push({
        code: 'possible-duplicate',
        reason: reasonOf(therapies[left] as PlacedTherapy, therapies[right] as PlacedTherapy),
        groups: [left, right],
      });
    }
  }
  return relations;
}

function reasonOf(a: PlacedTherapy, b: PlacedTherapy): RelatedReason {
  const undecided = a.undecided ?? b.undecided;
  if (undecided) return undecided;
  if (a.aspects?.form !== b.aspects?.form || a.aspects?.coating !== b.aspects?.coating) return 'form';
  if (a.aspects?.release !== b.aspects?.release) return 'release';
  if (a.aspects?.product !== b.aspects?.product) return 'strength';
  if (a.aspects?.course !== b.aspects?.course) return 'course';
  return 'strength';
}

/** A combination beside its components and beside combinations that share one. */
function combinations(
  therapies: readonly PlacedTherapy[],
  byIngredient: ReadonlyMap<string, readonly number[]>,
): readonly Relation[] {
  const seen = new Set<string>();
  const relations: Relation[] = [];
  therapies.forEach((therapy, index) => {
    if (therapy.ingredients.length < 2) return;
    for (const ingredient of therapy.ingredients) {
      for (const other of byIngredient.get(ingredient) ?? []) {
        if (therapies[other]?.block === therapy.block) continue;
        const pair = [Math.min(index, other), Math.max(index, other)];
        const key = pair.join(' ');
        if (seen.has(key)) continue;
        seen.add(key);
        relations.push({ code: 'possible-duplicate', reason: 'combination', groups: pair });
      }
    }
  });
  return relations;
}

/** "Water tablet", or a name one letter off: beside every medicine it could be. */
function vague(
  therapies: readonly PlacedTherapy[],
  byIngredient: ReadonlyMap<string, readonly number[]>,
): readonly Relation[] {
  const relations: Relation[] = [];
  therapies.forEach((therapy, index) => {
    const reason = therapy.couldBe.length > 1 ? 'vague' : 'text-only';
    const others = new Set(therapy.couldBe.flatMap((ingredient) => byIngredient.get(ingredient) ?? []));
    for (const other of [...others].sort((a, b) => a - b)) {
      if (other !== index) relations.push({ code: 'possible-duplicate', reason, groups: [index, other] });
    }
  });
  return relations;
}

/** "Inhaler": beside every medicine of that form. */
function formOnly(therapies: readonly PlacedTherapy[]): readonly Relation[] {
  return therapies.flatMap((therapy, index) => {
    if (therapy.couldBeForms.length === 0) return [];
    return therapies.flatMap((other, otherIndex): Relation[] =>
      other.aspects !== undefined && therapy.couldBeForms.includes(other.aspects.form)
        ? [{ code: 'possible-duplicate', reason: 'vague', groups: [index, otherIndex] }]
        : [],
    );
  });
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const members = map.get(key);
  if (members) members.push(index);
  else map.set(key, [index]);
}
