/** The parts of a passport in words: sections of items, each of a name and lines. */
import type { Words } from '../locales/words.ts';
import type { Line, Run } from './sentence.ts';

export interface SheetItem {
  /** What it is called. */
  readonly title: Line;
  /** On the same line. */
  readonly after: Line;
  readonly lines: readonly SheetLine[];
}

export interface SheetLine {
  readonly runs: Line;
  /** `said`: a main thing, as the dose; `differs`: what to ask about; `beside`: who says so, what for. */
  readonly weight: 'said' | 'differs' | 'beside';
}

export interface SheetSection {
  /** Unique on the sheet. */
  readonly id: string;
  readonly heading: string;
  readonly notes: readonly Line[];
  readonly items: readonly SheetItem[];
  /** After the items: what is said of there being none may not be read first where there are some. */
  readonly after: readonly Line[];
  /** Empty lines to write on. */
  readonly ruled: number;
}

export interface PassportSheet {
  readonly title: Line;
  /** Who it is about and as of when. */
  readonly intro: readonly Line[];
  readonly sections: readonly SheetSection[];
  /** For the foot of every page. */
  readonly foot: Line;
}

export interface SheetContext {
  readonly words: Words;
  /** How a source of this title is called on the sheet. */
  readonly who: (title: string) => Run;
  /** Its letter on the sheet. */
  readonly letter: (title: string) => Run;
  /** Whether it is the person themselves. */
  readonly isOwn: (title: string) => boolean;
}
