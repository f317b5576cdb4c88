/** Decides what Condition.severity, stage and bodySite add to the words of the code. */
import type { CodedText } from '../coded-text.ts';
import type { ConditionReading } from '../condition-reading.ts';
import type { ConditionVocabulary } from './condition-vocabulary.ts';
import { severityInWords, sideInWords, spellOutSides, stageInWords } from './find-modifiers.ts';

export interface ConditionExtras {
  readonly severity?: CodedText | undefined;
  readonly stage?: readonly CodedText[] | undefined;
  readonly bodySite?: readonly CodedText[] | undefined;
  readonly category?: readonly CodedText[] | undefined;
}

export type ExtraModifiers = Pick<ConditionReading, 'laterality' | 'stage' | 'severity'>;

/** SNOMED CT and LOINC answer codes seen beside these words in published example records. */
const SEVERITY_CODES: ReadonlyMap<string, NonNullable<ConditionReading['severity']>> = new Map([
  ['255604002', 'mild'],
  ['6736007', 'moderate'],
  ['24484000', 'severe'],
  ['LA6751-7', 'moderate'],
  ['LA6750-9', 'severe'],
]);

export function readExtras(extras: ConditionExtras | undefined, vocabulary: ConditionVocabulary): ExtraModifiers {
  if (extras === undefined) return { laterality: undefined, stage: undefined, severity: undefined };
  const sides = new Set(
    (extras.bodySite ?? []).flatMap((site) =>
      words(site).flatMap((text) => sideInWords(vocabulary.fold(spellOutSides(text))) ?? []),
    ),
  );
  const stages = new Set(
    (extras.stage ?? []).flatMap((stage) =>
      words(stage)
        .slice(0, 1)
        .flatMap((text) => stageInWords(text) ?? []),
    ),
  );
  return {
    laterality: sides.size > 1 ? 'bilateral' : [...sides][0],
    stage: stages.size === 1 ? [...stages][0] : undefined,
    severity: severityOf(extras.severity, vocabulary),
  };
}

function severityOf(severity: CodedText | undefined, vocabulary: ConditionVocabulary): ConditionReading['severity'] {
  if (severity === undefined) return undefined;
  for (const text of words(severity)) {
    const found = severityInWords(vocabulary.fold(text));
    if (found !== undefined) return found;
  }
  for (const { code } of severity.coding ?? []) {
    const found = SEVERITY_CODES.get(code ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function words({ text, coding }: CodedText): readonly string[] {
  return [text, ...(coding ?? []).map(({ display }) => display)].filter((word) => word !== undefined);
}
