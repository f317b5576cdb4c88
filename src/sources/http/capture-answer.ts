/** Looks on while an answer passes to the client, and keeps its status, headers and bytes: the text of a record must stay as received (law L2). */
import { DecoratorHandler } from 'undici';
import type { Dispatcher } from 'undici';

export interface CapturedAnswer {
  status: number | undefined;
  readonly headers: Headers;
  readonly chunks: Buffer[];
  complete: boolean;
}

export function captureAnswer(captured: CapturedAnswer): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const next: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
    return dispatch(options, {
      onRequestStart: (controller, context) => next.onRequestStart?.(controller, context),
      onResponseStart: (controller, status, headers, message) => {
        captured.status = status;
        for (const [name, value] of Object.entries(headers))
          if (value !== undefined) captured.headers.set(name, String(value));
        next.onResponseStart?.(controller, status, headers, message);
      },
      onResponseData: (controller, chunk) => {
        captured.chunks.push(chunk);
        next.onResponseData?.(controller, chunk);
      },
      onResponseEnd: (controller, trailers) => {
        captured.complete = true;
        next.onResponseEnd?.(controller, trailers);
      },
      onResponseError: (controller, error) => next.onResponseError?.(controller, error),
    });
  };
}
