/** The state of a search inside its `next` link: opaque, a kilobyte long as real servers have them, and signed. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface PageState {
  readonly query: string;
  readonly patientId: string;
  readonly offset: number;
  readonly count: number;
}

export interface PageTokens {
  write(state: PageState): string;
  /** Undefined for a token this server did not write. */
  read(token: string): PageState | undefined;
}

/** Bytes of filling, so that a link passes 1 kB. */
const FILLING_BYTES = 768;

export function pageTokens(): PageTokens {
  const key = randomBytes(32);
  const sign = (body: string): string => createHmac('sha256', key).update(body).digest('base64url');
  return {
    write(state) {
      const filling = createHmac('sha512', key).update(JSON.stringify(state)).digest();
      const fill = Buffer.alloc(FILLING_BYTES, filling).toString('base64url');
      const body = Buffer.from(JSON.stringify({ ...state, fill })).toString('base64url');
      return `${body}.${sign(body)}`;
    },
    read(token) {
      const [body = '', signature = ''] = token.split('.');
      const wanted = Buffer.from(sign(body));
      const given = Buffer.from(signature);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as PageState;
    },
  };
}
