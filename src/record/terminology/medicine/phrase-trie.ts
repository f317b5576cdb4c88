/** Decides which known phrase is the longest at a place in the tokens. */
import { tokenise, type Token } from './lexer.ts';

/** Most phrases are one word that no other begins with: what a node does not have is not made. */
interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  values: T[] | undefined;
}

export interface PhraseMatch<T> {
  readonly values: readonly T[];
  /** Index of the first token after the phrase. */
  readonly end: number;
}

export interface PhraseTrie<T> {
  add(phrase: string, value: T): void;
  /** The longest phrase that starts at `start`; a comma between its words is passed over. */
  longestAt(tokens: readonly Token[], start: number): PhraseMatch<T> | undefined;
  /** What the phrase as a whole means; [] when unknown. */
  exact(phrase: string): readonly T[];
}

/** Plain words, as nearly all phrases are, need no cutting: the vocabulary loads in a third of the time. */
function textsOf(phrase: string): readonly string[] {
  return !/[^a-z ]/.test(phrase) ? phrase.split(' ') : tokenise(phrase).map(({ text }) => text);
}

export function createPhraseTrie<T>(): PhraseTrie<T> {
  const root: Node<T> = { next: undefined, values: undefined };
  return {
    add(phrase, value) {
      let node = root;
      for (const text of textsOf(phrase)) {
        node.next ??= new Map();
        let child = node.next.get(text);
        if (child === undefined) node.next.set(text, (child = { next: undefined, values: undefined }));
        node = child;
      }
      if (node === root) return;
      if (node.values === undefined) node.values = [value];
      else node.values.push(value);
    },
    longestAt(tokens, start) {
      let best: PhraseMatch<T> | undefined;
      let node: Node<T> | undefined = root;
      for (let at = start; at < tokens.length; at += 1) {
        const text: string = tokens[at]?.text ?? '';
        const child: Node<T> | undefined = node.next?.get(text);
        if (child === undefined) {
          if (text === ',' && at > start) continue;
          break;
        }
        node = child;
        if (node.values !== undefined) best = { values: node.values, end: at + 1 };
      }
      return best;
    },
    exact(phrase) {
      let node: Node<T> | undefined = root;
      for (const text of textsOf(phrase)) node = node?.next?.get(text);
      return node?.values ?? [];
    },
  };
}
