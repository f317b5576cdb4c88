/** What happens, step by step, the same for the same seed: people join, link, read, decide, add, look after others, unlink and leave, and the operator's key is changed. */
export interface Step {
  readonly index: number;
  readonly what:
    | 'join'
    | 'look-after'
    | 'link'
    | 'grow'
    | 'rotate'
    | 'decide'
    | 'withdraw'
    | 'add'
    | 'change'
    | 'take-back'
    | 'unlink'
    | 'leave'
    | 'rekey';
  /** Sign-in name of the person; one who left comes back under another. */
  readonly person: string;
  /** Which of two operator's keys everything is to rest under from a `rekey` on. */
  readonly key: 0 | 1;
}

interface Slot {
  generation: number;
  isThere: boolean;
  isLinked: boolean;
  decisions: number;
  entries: number;
}

const SLOTS = 3;
const REKEY_CHANCE = 0.04;
const NOBODY = { isThere: false, isLinked: false, decisions: 0, entries: 0 };

/** Without end. */
export function* planOf(seed: number): Generator<Step, never> {
  const random = randomFrom(seed);
  const slots = Array.from({ length: SLOTS }, (): Slot => ({ generation: 0, ...NOBODY }));
  let key: Step['key'] = 0;
  for (let index = 0; ; index += 1) {
    const at = Math.floor(random() * SLOTS);
    const slot = slots[at] as Slot;
    const what = random() < REKEY_CHANCE ? 'rekey' : nextOf(slot, random());
    if (what === 'rekey') key = key === 0 ? 1 : 0;
    yield { index, what, person: `p${at}-${slot.generation}`, key };
    apply(slot, what);
  }
}

function nextOf(slot: Slot, chance: number): Step['what'] {
  if (!slot.isThere) return 'join';
  return slot.isLinked ? nextOfLinked(slot, chance) : nextOfUnlinked(slot, chance);
}

function nextOfUnlinked({ entries }: Slot, chance: number): Step['what'] {
  if (chance < 0.6) return 'link';
  if (chance < 0.7) return 'add';
  if (chance < 0.8) return 'decide';
  if (chance < 0.85) return entries > 0 ? 'take-back' : 'add';
  return chance < 0.9 ? 'look-after' : 'leave';
}

function nextOfLinked({ decisions, entries }: Slot, chance: number): Step['what'] {
  if (chance < 0.28) return 'grow';
  if (chance < 0.5) return 'rotate';
  if (chance < 0.6) return 'link';
  if (chance < 0.68) return 'add';
  if (chance < 0.72) return entries > 0 ? 'change' : 'add';
  if (chance < 0.75) return entries > 0 ? 'take-back' : 'add';
  if (chance < 0.82) return 'decide';
  if (chance < 0.86) return decisions > 0 ? 'withdraw' : 'decide';
  if (chance < 0.88) return 'look-after';
  return chance < 0.95 ? 'unlink' : 'leave';
}

function apply(slot: Slot, what: Step['what']): void {
  if (what === 'join') slot.isThere = true;
  if (what === 'link') slot.isLinked = true;
  if (what === 'unlink') slot.isLinked = false;
  if (what === 'decide') slot.decisions += 1;
  if (what === 'withdraw') slot.decisions -= 1;
  if (what === 'add') slot.entries += 1;
  if (what === 'take-back') slot.entries -= 1;
  if (what === 'leave') Object.assign(slot, { ...NOBODY, generation: slot.generation + 1 });
}

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
