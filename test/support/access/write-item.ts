/** The text of a record as its source sends it, with all it refers to or without some of it. */
import { baseUrlOf, conceptOf, LABEL_SYSTEM, patientIdAt, type Item, type Link } from './labelled-person.ts';

/** @param isThere of what the record refers to. Where it is not, the record reads as if it had never referred to it. */
export function writeItem(item: Item, isThere: (to: Item) => boolean): string {
  if (item.broken === 'text') return `{"resourceType":"Condition","note":"${item.ownWords}`;
  if (item.broken === 'type') return JSON.stringify({ resourceType: 'Sorcery', ...head(item), words: item.ownWords });
  const all = Object.values(item.links).flat();
  const lost = all.some(({ to }) => !isThere(to));
  const content = contentOf(item, (role) => (item.links[role] ?? []).filter(({ to }) => isThere(to)).map(reference));
  const narrative = { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${item.ownWords}</div>` };
  const hasText = item.type === 'List' || item.type === 'DiagnosticReport';
  return JSON.stringify({
    resourceType: item.type,
    ...head(item),
    ...(hasText && !lost ? { text: narrative } : {}),
    ...content,
  });
}

function head({ id, labels, ownWords, type }: Item): object {
  const security = labels.map((code) => ({ system: LABEL_SYSTEM, code }));
  const identifier = [{ system: 'https://numbers.example', value: ownWords }];
  return {
    id,
    ...(security.length === 0 ? {} : { meta: { security } }),
    ...(type === 'Binary' || type === 'Provenance' ? {} : { identifier }),
  };
}

function reference({ to, by }: Link): object {
  const path = `${to.type}/${to.id}`;
  const text = by === 'relative' ? path : by === 'absolute' ? `${baseUrlOf(to.source)}/${path}` : (to.fullUrl ?? path);
  return { reference: text, display: `display-${to.ownWords}` };
}

type Refer = (role: string) => object[];

function contentOf(item: Item, refer: Refer): object {
  const subject = { reference: `Patient/${patientIdAt(item.source, item.person)}` };
  const note = [{ text: item.ownWords }];
  const words = { text: conceptOf(item) };
  switch (item.type) {
    case 'Patient':
      return { name: [{ family: item.name }], birthDate: '1960-02-03' };
    case 'Practitioner':
      return { name: [{ family: item.name }] };
    case 'Organization':
      return { name: item.name };
    case 'Medication':
      return { code: { text: item.name } };
    case 'Binary':
      return { contentType: 'text/plain', data: Buffer.from(item.ownWords).toString('base64') };
    case 'Condition':
      return { code: words, subject, ...one('recorder', refer('recorder')), note };
    case 'AllergyIntolerance':
      return { code: words, patient: subject, ...one('recorder', refer('recorder')), note };
    case 'Encounter':
      return {
        status: 'finished',
        class: { code: 'AMB' },
        subject,
        ...some(
          'diagnosis',
          refer('diagnosis').map((condition) => ({ condition, rank: 1 })),
        ),
        ...one('serviceProvider', refer('serviceProvider')),
      };
    case 'Observation':
      return {
        status: 'final',
        category: [{ coding: [{ system: 'https://categories.example', code: item.category }] }],
        code: { text: item.name },
        subject,
        ...one('encounter', refer('encounter')),
        ...some('performer', refer('performer')),
        valueString: item.ownWords,
        ...some('hasMember', refer('hasMember')),
      };
    case 'DiagnosticReport':
      return {
        status: 'final',
        code: { text: item.name },
        subject,
        ...some('performer', refer('performer')),
        ...some('result', refer('result')),
        conclusion: item.ownWords,
      };
    case 'DocumentReference':
      return {
        status: 'current',
        subject,
        ...some('author', refer('author')),
        description: item.name,
        content: [{ attachment: { contentType: 'text/plain', ...file(refer('file')) } }],
      };
    case 'List':
      return {
        status: 'current',
        mode: 'working',
        title: item.name,
        subject,
        ...some(
          'entry',
          refer('entry').map((target) => ({ flag: { text: 'kept' }, item: target })),
        ),
        note,
      };
    case 'Provenance':
      return {
        ...some('target', refer('target')),
        recorded: '2026-01-02T03:04:05Z',
        ...some('agent', [...refer('agent').map((who) => ({ who })), { who: { display: item.ownWords } }]),
      };
    default:
      return medicine(item, refer, { subject, note, words });
  }
}

function medicine(item: Item, refer: Refer, { subject, note, words }: Record<string, unknown>): object {
  const [product] = refer('medication');
  // A product that is not there any more leaves nothing: the record did not say it in words.
  const hasProduct = (item.links['medication'] ?? []).length > 0;
  const named =
    product === undefined ? (hasProduct ? {} : { medicationCodeableConcept: words }) : { medicationReference: product };
  switch (item.type) {
    case 'MedicationRequest':
      return {
        status: 'active',
        intent: 'order',
        ...named,
        subject,
        ...one('encounter', refer('encounter')),
        ...one('requester', refer('requester')),
        ...some('reasonReference', refer('reason')),
        note,
      };
    case 'MedicationStatement':
      return { status: 'active', ...named, subject, ...some('basedOn', refer('basedOn')), note };
    default:
      return { status: 'completed', ...named, subject, ...some('authorizingPrescription', refer('authorizing')), note };
  }
}

function file([binary]: readonly object[]): object {
  return binary === undefined ? {} : { url: (binary as { reference: string }).reference };
}

function one(name: string, [first]: readonly object[]): object {
  return first === undefined ? {} : { [name]: first };
}

function some(name: string, items: readonly object[]): object {
  return items.length === 0 ? {} : { [name]: items };
}
