/** A letter of the hospital. */
import type { DocumentReference } from 'fhir/r4.js';
import { subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

/** A letter, its text inside. */
export function hospitalLetter(
  context: HospitalContext,
  letter: { readonly id: string; readonly title: string; readonly on: string; readonly text: string },
): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: letter.id,
    status: 'current',
    type: { text: letter.title },
    subject: subject(context),
    date: `${letter.on}T17:00:00Z`,
    content: [
      {
        attachment: {
          contentType: 'text/plain',
          title: letter.title,
          data: Buffer.from(letter.text, 'utf8').toString('base64'),
        },
      },
    ],
  };
}
