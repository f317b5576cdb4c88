/** What happens, step by step, the same for the same seed: people join, link, read, decide, add, unlink and leave. */
export interface Step {
  readonly index: number;
  readonly what: 'join' | 'link' | 'grow' | 'rotate' | 'decide' | 'withdraw' | 'add' | 'unlink' | 'leave';
  /** Sign-in name of the person; one who left comes back under another. */
  readonly person: string;
}

interface Slot {
  generation: number;
  isThere: boolean;
  isLinked: boolean;
  decisions: number;
}

const SLOTS = 3;

/** Without end. */
export function* planOf(seed: number): Generator<Step, never> {
  const random = randomFrom(seed);
  const slots = Array.from({ length: SLOTS }, (): Slot => ({
    generation: 0,
    isThere: false,
    isLinked: false,
    decisions: 0,
  }));
  for (let index = 0; ; index += 1) {
    const at = Math.floor(random() * SLOTS);
    const slot = slots[at] as Slot;
    const what = nextOf(slot, random());
    yield { index, what, person: `p${at}-${slot.generation}` };
    apply(slot, what);
  }
}

function nextOf({ isThere, isLinked, decisions }: Slot, chance: number): Step['what'] {
  if (!isThere) return 'join';
  if (!isLinked) return chance < 0.7 ? 'link' : chance < 0.8 ? 'add' : chance < 0.9 ? 'decide' : 'leave';
  if (chance < 0.3) return 'grow';
  if (chance < 0.55) return 'rotate';
  if (chance < 0.65) return 'link';
  if (chance < 0.75) return 'add';
  if (chance < 0.83) return 'decide';
  if (chance < 0.87) return decisions > 0 ? 'withdraw' : 'decide';
  return chance < 0.95 ? 'unlink' : 'leave';
}

function apply(slot: Slot, what: Step['what']): void {
  if (what === 'join') slot.isThere = true;
  if (what === 'link') slot.isLinked = true;
  if (what === 'unlink') slot.isLinked = false;
  if (what === 'decide') slot.decisions += 1;
  if (what === 'withdraw') slot.decisions -= 1;
  if (what === 'leave')
    Object.assign(slot, { generation: slot.generation + 1, isThere: false, isLinked: false, decisions: 0 });
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
