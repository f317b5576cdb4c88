/** A file of FHIR resources (Bundle, one resource, array or NDJSON; gzip too) as one source's delivery. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { receiveText } from '../../record/fhir/receive.ts';
import type { SourceInput } from '../../record/source-input.ts';

export interface SourceFile {
  readonly name: string;
  readonly path: string;
}

/** Never throws for a bad file: what cannot be read is named in `unreadable` and the rest goes on. */
export async function readSourceFile({ name, path }: SourceFile): Promise<SourceInput> {
  const common = {
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: undefined,
    viewOf: undefined,
    patientId: undefined,
  };
  try {
    const bytes = await readFile(path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
    return { ...common, ...receiveText(text) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return {
      ...common,
      resources: [],
      unreadable: [{ at: 'file', text: '', reason: `the file cannot be read (${code})` }],
    };
  }
}
