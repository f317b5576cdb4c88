/**
 * A reader that has asked some of its questions beforehand, in few requests instead of one each. Nobody else need know: what
 * did not come that way is asked as ever, and so is every further page.
 */
import { SourceError } from '../../ports/source-connector.ts';
import { AskedToWait } from '../http/asked-to-wait.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { askInBatch } from './ask-in-batch.ts';
import type { BatchQuestion } from './ask-in-batch.ts';
import type { FhirReader } from './fhir-reader.ts';

/** The smallest limit that a server is known to set. */
const MOST_IN_ONE = 25;

/**
 * @param base of the source, without a slash at the end.
 * @param onRefused called where the source answered nothing of a batch as it should: it need not be asked that way again.
 */
export function batchedReader(
  reader: FhirReader,
  base: string,
  questions: readonly BatchQuestion[],
  onRefused: () => void,
): FhirReader {
  const asked = new Map<string, Promise<ReadonlyMap<string, HttpAnswer>>>();
  for (let from = 0; from < questions.length; from += MOST_IN_ONE) {
    const together = questions.slice(from, from + MOST_IN_ONE);
    const answers = ask(together);
    // Whoever asks meets it.
    answers.catch(() => undefined);
    for (const { url } of together) asked.set(url, answers);
  }

  async function ask(together: readonly BatchQuestion[]): Promise<ReadonlyMap<string, HttpAnswer>> {
    try {
      const answers = await askInBatch(reader, base, together);
      if (answers.size === 0) onRefused();
      return answers;
    } catch (error) {
      if (!(error instanceof SourceError) || isForAll(error)) throw error;
      onRefused();
      return NONE;
    }
  }

  return {
    async read(url, question) {
      const isPlain = question?.body === undefined && question?.ifNoneMatch === undefined;
      const answers = isPlain ? await asked.get(url) : undefined;
      asked.delete(url);
      return answers?.get(url) ?? reader.read(url, question);
    },
  };
}

const NONE: ReadonlyMap<string, HttpAnswer> = new Map();

/** Asking one by one would fare no better, and the source wants no more questions now. */
function isForAll(error: SourceError): boolean {
  return error instanceof AskedToWait || error.code === 'needs-sign-in';
}
