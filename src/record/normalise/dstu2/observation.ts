/** DSTU2 Observation → R4. */
import { type Draft, rename, textToNote, within } from '../draft.ts';
import { relatedToPlaces } from '../stu3/observation.ts';

export function observation(draft: Draft): void {
  textToNote(draft, 'comments');
  relatedToPlaces(draft);
  within(draft, 'referenceRange', referenceRange);
  within(draft, 'component', (component) => within(component, 'referenceRange', referenceRange));
}

function referenceRange(draft: Draft): void {
  rename(draft, { meaning: 'type' });
}
