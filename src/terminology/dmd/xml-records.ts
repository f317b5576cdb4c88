/** Reads the records of one dm+d file as a stream: each element of a kind, with the texts of its children. */
import { SaxesParser } from 'saxes';
import { ReleaseFaultError } from '../release-fault.ts';
import { readPieces } from '../release-files.ts';
import type { ReadProgress } from '../release.ts';

export interface XmlRecord {
  /** Where it ends. */
  readonly line: number;
  /** Child element → text. */
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Elements of these names, wherever they stand, in the order of the file. Document types are not read.
 * @param onRecord called with the element's name.
 * @throws ReleaseFaultError for a file that is no well-formed XML.
 */
export async function readXmlRecords(
  file: string,
  names: ReadonlySet<string>,
  onRecord: (name: string, record: XmlRecord) => void,
  onProgress: ReadProgress,
): Promise<void> {
  const parser = new SaxesParser({ fileName: file });
  let record: { readonly name: string; readonly fields: Map<string, string> } | undefined;
  let text = '';
  const fault = (what: string) => new ReleaseFaultError({ file, line: parser.line, what });
  parser.on('error', (error) => {
    throw fault(error.message.replace(/^.*?:\d+:\d+: /, ''));
  });
  parser.on('doctype', () => {
    throw fault('declares a document type; a release has none');
  });
  parser.on('opentag', ({ name }) => {
    text = '';
    if (names.has(name)) record = { name, fields: new Map() };
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (record === undefined) return;
    if (name !== record.name) record.fields.set(name, text.trim());
    else {
      onRecord(name, { line: parser.line, fields: record.fields });
      record = undefined;
    }
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Buffer): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw fault('is no text in UTF-8');
    }
  };
  for await (const piece of readPieces(file, onProgress)) parser.write(decode(piece));
  parser.write(decode());
  parser.close();
}
