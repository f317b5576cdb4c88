/** Where no collector is configured, work runs as it is. */
import type { Tracing } from '../ports/tracing.ts';

export const NO_TRACING: Tracing = {
  span: (_name, _attributes, work) => work(),
  begin: (_name, work) => work(() => undefined),
  close: () => Promise.resolve(),
};
