/** Turns what fetch and undici throw into a SourceError in safe words; nothing of the request gets into it. */
import { SourceError } from '../../ports/source-connector.ts';
import { TransientError } from './transient-error.ts';

const RESET = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);
const SLOW = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
/** What OpenSSL and Node say of certificates and of TLS (Node, "X509 certificate error codes"). */
const INSECURE =
  /CERT|TLS|SSL|SELF_SIGNED|ALTNAME|^UNABLE_TO_VERIFY|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH|^HOSTNAME_MISMATCH$|^EPROTO$/;
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/**
 * @param deadline aborted when the whole reading is over time, as opposed to this one request.
 * @returns TransientError where trying again may help.
 */
export function networkFailure(error: unknown, deadline: AbortSignal | undefined, timeoutMs: number): SourceError {
  const chain = causes(error);
  const known = chain.find((link) => link instanceof SourceError);
  if (known !== undefined) return known;
  if (deadline?.aborted === true) return deadlineOver();
  const codes = chain.flatMap(codeOf);
  const slow = codes.find((code) => SLOW.has(code)) ?? (chain.some(isTimeout) ? 'timeout' : undefined);
  if (slow !== undefined)
    return new SourceError('timed-out', `The source did not answer within ${timeoutMs / 1000} s.`, bare(slow));
  const reset = codes.find((code) => RESET.has(code));
  if (reset !== undefined)
    return new TransientError('unreachable', 'The source broke the connection off.', undefined, bare(reset));
  const unreachable = codes.find((code) => UNREACHABLE.has(code));
  if (unreachable !== undefined)
    return new SourceError('unreachable', 'The source cannot be reached.', bare(unreachable));
  if (chain.some(({ name }) => name === 'HTTPParserError'))
    return new SourceError('unreachable', 'The source’s answer is no HTTP.', bare('HTTP_PARSER_ERROR'));
  const certificate = codes.find((code) => INSECURE.test(code));
  if (certificate !== undefined) {
    return new SourceError('unreachable', 'No secure connection to the source could be made.', bare(certificate));
  }
  return new SourceError('unreachable', 'The source’s answer could not be read.', bare(codes[0] ?? 'no code'));
}

export function deadlineOver(): SourceError {
  return new SourceError('timed-out', 'The time allowed for reading was over.');
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let link = error;
  while (link instanceof Error && chain.length < 8) {
    chain.push(link);
    link = link.cause;
  }
  return chain;
}

function codeOf(error: Error): string[] {
  return 'code' in error && typeof error.code === 'string' ? [error.code] : [];
}

function isTimeout(error: Error): boolean {
  return error.name === 'TimeoutError' || error.name === 'AbortError';
}

/** A cause for the log that holds a code and nothing of the request or the answer. */
function bare(code: string): Error {
  return new Error(code);
}
