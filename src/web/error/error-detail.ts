/**
 * What an error page says beyond the words of the error's code: in the visitor's language where the catalogue has it (under
 * `error:detail`, by the English sentence, and under `error:source`, by the code), otherwise as it was written. Pure.
 */
import { GatewayError } from '../../errors.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { Catalogue } from '../locales/load-catalogues.ts';

export interface ErrorDetail {
  /** Key of the sentence in the catalogue. */
  readonly key: string | undefined;
  /** English, of the gateway. */
  readonly written: string | undefined;
}

/** @param english catalogue `error`. */
export function createErrorDetails(english: Catalogue): (error: GatewayError) => ErrorDetail {
  const { detail: sentences = {} } = english;
  const keys = new Map(Object.entries(sentences).map(([name, text]) => [text, `error:detail.${name}`]));
  return ({ code, detail, cause }) => {
    // What the table says anyway is said in the visitor's language already.
    if (detail === new GatewayError(code).detail) return { key: undefined, written: undefined };
    if (cause instanceof SourceError) return { key: `error:source.${cause.code}`, written: detail };
    const key = keys.get(detail);
    return { key, written: key === undefined ? detail : undefined };
  };
}
