/** Takes an answer's body whole, unpacked, and never longer than a limit: neither an endless body nor a small one that unpacks to a huge one gets in. */
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { IncomingHttpHeaders } from 'node:http';
import { DecoratorHandler } from 'undici';
import type { Dispatcher } from 'undici';
import { SourceError } from '../../ports/source-connector.ts';

type Unpack = (
  body: Buffer,
  limit: { maxOutputLength: number },
  done: (error: Error | null, body: Buffer) => void,
) => void;

/** Undici's own decompressing interceptor is experimental and says so on every start. */
const UNPACKERS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', brotliDecompress],
]);

/** @param maxBytes of the body, packed and unpacked. Longer: SourceError `too-large`; packed in an unknown way: `not-fhir`. */
export function boundedBody(maxBytes: number): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, boundedHandler(new DecoratorHandler(handler), maxBytes));
}

/** The answer is passed on only when it is complete: fetch of Node 20 waits for ever for a body that fails right after its headers. */
function boundedHandler(next: Dispatcher.DispatchHandler, maxBytes: number): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let length = 0;
  let start: ResponseStart | undefined;
  return {
    onRequestStart(controller, context) {
      next.onRequestStart?.(controller, context);
    },
    onResponseStart(controller, statusCode, headers, statusMessage) {
      // 1xx says nothing yet; the real answer follows.
      if (statusCode < 200) return;
      start = { statusCode, headers, statusMessage };
      if (Number(headers['content-length']) > maxBytes) controller.abort(tooLarge(maxBytes));
    },
    onResponseData(controller, chunk) {
      length += chunk.length;
      if (length > maxBytes) controller.abort(tooLarge(maxBytes));
      else chunks.push(chunk);
    },
    onResponseEnd(controller, trailers) {
      const { statusCode, headers, statusMessage } = start ?? NO_START;
      const encoding = contentEncoding(headers);
      const pass = (body: Buffer): void => {
        next.onResponseStart?.(controller, statusCode, unpackedHeaders(headers), statusMessage);
        if (body.length > 0) next.onResponseData?.(controller, body);
        next.onResponseEnd?.(controller, trailers);
      };
      const packed = Buffer.concat(chunks);
      if (encoding === 'identity' || packed.length === 0) {
        pass(packed);
        return;
      }
      const unpack = UNPACKERS.get(encoding);
      if (unpack === undefined) {
        next.onResponseError?.(controller, unreadablyPacked());
        return;
      }
      unpack(packed, { maxOutputLength: maxBytes }, (error, body) => {
        if (error === null) pass(body);
        else next.onResponseError?.(controller, isTooLong(error) ? tooLarge(maxBytes) : unreadablyPacked());
      });
    },
    onResponseError(controller, error) {
      next.onResponseError?.(controller, error);
    },
  };
}

interface ResponseStart {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly statusMessage: string | undefined;
}

const NO_START: ResponseStart = { statusCode: 0, headers: {}, statusMessage: undefined };

function contentEncoding(headers: IncomingHttpHeaders): string {
  return (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
}

/** The reader behind must not unpack a second time. */
function unpackedHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'content-encoding' && name !== 'content-length'),
  );
}

function isTooLong(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function tooLarge(maxBytes: number): SourceError {
  return new SourceError(
    'too-large',
    `The source’s answer is larger than the ${Math.ceil(maxBytes / 1024)} KiB that are taken in one piece.`,
  );
}

function unreadablyPacked(): SourceError {
  return new SourceError('not-fhir', 'The source’s answer is packed in a way that cannot be unpacked.');
}
