/** Where an authorization server of the sandbox keeps its grants and tokens: in memory, gone when it ends. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Row {
  readonly payload: AdapterPayload;
  readonly expiresAtMs: number;
}

/** Rows of one authorization server, by `<model>:<id>`. */
type Rows = Map<string, Row>;

class MemoryAdapter implements Adapter {
  readonly #model: string;
  readonly #rows: Rows;

  constructor(model: string, rows: Rows) {
    this.#model = model;
    this.#rows = rows;
  }

  upsert(id: string, payload: AdapterPayload, expiresInS?: number): Promise<void> {
    const expiresAtMs = expiresInS === undefined ? Infinity : Date.now() + expiresInS * 1000;
    this.#rows.set(this.#key(id), { payload, expiresAtMs });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#live(this.#key(id)));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#first((payload) => payload.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#first((payload) => payload.userCode === userCode));
  }

  consume(id: string): Promise<void> {
    const key = this.#key(id);
    const row = this.#rows.get(key);
    if (row !== undefined) {
      this.#rows.set(key, { ...row, payload: { ...row.payload, consumed: Math.floor(Date.now() / 1000) } });
    }
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#rows.delete(this.#key(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, row] of this.#rows) {
      if (this.#mine(key) && row.payload.grantId === grantId) this.#rows.delete(key);
    }
    return Promise.resolve();
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #mine(key: string): boolean {
    return key.startsWith(`${this.#model}:`);
  }

  #live(key: string): AdapterPayload | undefined {
    const row = this.#rows.get(key);
    if (row === undefined) return undefined;
    if (row.expiresAtMs > Date.now()) return row.payload;
    this.#rows.delete(key);
    return undefined;
  }

  #first(wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const key of [...this.#rows.keys()]) {
      const payload = this.#mine(key) ? this.#live(key) : undefined;
      if (payload !== undefined && wanted(payload)) return payload;
    }
    return undefined;
  }
}

/** One store per authorization server, so that no two of them know each other's sessions. */
export function memoryAdapters(): AdapterFactory {
  const rows: Rows = new Map();
  return (model) => new MemoryAdapter(model, rows);
}
