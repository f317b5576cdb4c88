/** The files inside a record (letters, pictures): FHIR Attachments and Binaries that carry their content. Pure. */
import { isJsonObject, type JsonObject, type R4Resource } from '../../record/fhir/types.ts';

/** Content and its kind. */
export function isFile(value: JsonObject): boolean {
  return (
    typeof value['data'] === 'string' &&
    (typeof value['contentType'] === 'string' || 'size' in value || 'hash' in value)
  );
}

/** In the order of the record. */
export function filesOf(resource: R4Resource): readonly JsonObject[] {
  const files: JsonObject[] = [];
  function seek(value: unknown): void {
    if (Array.isArray(value)) for (const item of value as readonly unknown[]) seek(item);
    if (!isJsonObject(value)) return;
    if (isFile(value)) files.push(value);
    for (const member of Object.values(value)) seek(member);
  }
  seek(resource);
  return files;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html.txt',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/msword': 'doc',
  'text/rtf': 'rtf',
};

export interface ItemFile {
  readonly content: Uint8Array;
  /** ASCII, safe in a header. */
  readonly fileName: string;
}

/** @returns undefined where the record has no such file. */
export function itemFile(resource: R4Resource, index: number): ItemFile | undefined {
  const file = filesOf(resource)[index];
  if (file === undefined) return undefined;
  const type = (typeof file['contentType'] === 'string' ? file['contentType'] : '').split(';')[0]?.trim().toLowerCase();
  return {
    content: Buffer.from(String(file['data']), 'base64'),
    fileName: `${resource.resourceType}-${String(index + 1)}.${EXTENSIONS[type ?? ''] ?? 'bin'}`,
  };
}
