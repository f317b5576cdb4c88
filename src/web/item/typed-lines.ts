/** Several lines that somebody typed: browsers send line ends as CR LF; letters in one form. */
import type { Request } from 'express';
import { formText } from '../session/require-visit.ts';

/** '' where nothing was typed. */
export function typedLines(request: Request, field: string): string {
  return formText(request, field).replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
}
