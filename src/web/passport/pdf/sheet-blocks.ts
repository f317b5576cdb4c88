/** The sheet as a row of blocks of text with their looks, and which of them stay together. Pure. */
import type { PassportSheet, SheetLine } from '../sheet.ts';
import type { Line } from '../sentence.ts';

export type BlockKind = 'title' | 'intro' | 'heading' | 'note' | 'name' | SheetLine['weight'] | 'rule';

export interface Block {
  readonly kind: BlockKind;
  readonly runs: Line;
  /** Runs from this one on are not bold, whatever the block is. */
  readonly plainFrom?: number;
}

/** Blocks that stay in one column or panel where they fit in one. */
export interface Unit {
  readonly blocks: readonly Block[];
  /** Heading of its section, which is said again where the section goes on elsewhere; undefined for the title. */
  readonly heading: string | undefined;
}

export interface Look {
  /** Part of the size of the sheet's letters. */
  readonly size: number;
  readonly isBold: boolean;
  /** Above it, as part of the size of the sheet's letters. */
  readonly above: number;
  /** From the side on which a line begins, likewise. */
  readonly indent: number;
}

export const LOOKS: Readonly<Record<BlockKind, Look>> = {
  title: { size: 1.3, isBold: true, above: 0, indent: 0 },
  intro: { size: 1, isBold: false, above: 0.1, indent: 0 },
  heading: { size: 1.05, isBold: true, above: 0.7, indent: 0.4 },
  note: { size: 0.9, isBold: false, above: 0.15, indent: 0 },
  name: { size: 1, isBold: true, above: 0.35, indent: 0 },
  said: { size: 1, isBold: false, above: 0, indent: 0.6 },
  differs: { size: 1, isBold: false, above: 0, indent: 1 },
  beside: { size: 0.88, isBold: false, above: 0, indent: 0.6 },
  rule: { size: 1.6, isBold: false, above: 0, indent: 0 },
};

const SPACE = { text: '. ', isWritten: false };

export function isBold({ kind, plainFrom }: Block, run: number): boolean {
  return LOOKS[kind].isBold && (plainFrom === undefined || run < plainFrom);
}

/** In the order of the sheet. */
export function sheetUnits(sheet: PassportSheet): readonly Unit[] {
  const title: Unit = {
    heading: undefined,
    blocks: [{ kind: 'title', runs: sheet.title }, ...sheet.intro.map((runs): Block => ({ kind: 'intro', runs }))],
  };
  const sections = sheet.sections.flatMap(({ heading, notes, items, after: closing, ruled }): Unit[] => {
    const head: Block[] = [
      { kind: 'heading', runs: [{ text: heading, isWritten: false }] },
      ...notes.map((runs): Block => ({ kind: 'note', runs })),
      ...Array.from({ length: ruled }, (): Block => ({ kind: 'rule', runs: [] })),
    ];
    const [first = [], ...others] = items.map(({ title: name, after, lines }): Block[] => [
      { kind: 'name', runs: after.length === 0 ? name : [...name, SPACE, ...after], plainFrom: name.length },
      ...lines.map(({ weight, runs }): Block => ({ kind: weight, runs })),
    ]);
    const units = [[...head, ...first], ...others];
    const last = closing.map((runs): Block => ({ kind: 'note', runs }));
    // With the last item: alone on the next page it would be read without the list.
    return units.map((blocks, at) => ({ heading, blocks: at === units.length - 1 ? [...blocks, ...last] : blocks }));
  });
  return [title, ...sections];
}
