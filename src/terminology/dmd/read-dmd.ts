/** Reads a release of the NHS dictionary of medicines and devices (dm+d XML): names of products, and their ingredients. */
import { basename } from 'node:path';
import { ReleaseFaultError } from '../release-fault.ts';
import { filesBelow, filesNamed, requiredFiles } from '../release-files.ts';
import { releaseTitle, SNOMED, type ReadProgress, type Release, type ReleaseMedicine } from '../release.ts';
import { readXmlRecords, type XmlRecord } from './xml-records.ts';

interface Product {
  readonly name: string;
  /** Id of what it is a kind of: a VMP's moiety, an AMP's VMP. */
  readonly of: string | undefined;
  /** The id it had before; records of that time still carry it. */
  readonly formerId: string | undefined;
}

/** @throws ReleaseFaultError naming file and line. */
export async function readDmd(dir: string, onProgress: ReadProgress): Promise<Release> {
  const files = await filesBelow(dir);
  const [moietyFile = ''] = requiredFiles(dir, files, (name) => /^f_vtm2?_.*\.xml$/i.test(name), 'f_vtm2_….xml');
  const read = (pattern: RegExp, kind: ProductKind) =>
    readProducts(filesNamed(files, (name) => pattern.test(name))[0], kind, onProgress);
  const moieties = await readProducts(moietyFile, { element: 'VTM', id: 'VTMID', former: 'VTMIDPREV' }, onProgress);
  const substances = await read(/^f_ingredient2?_.*\.xml$/i, { element: 'ING', id: 'ISID', former: 'ISIDPREV' });
  const [vmpFile] = filesNamed(files, (name) => /^f_vmp2?_.*\.xml$/i.test(name));
  const virtual = await readProducts(
    vmpFile,
    { element: 'VMP', id: 'VPID', former: 'VPIDPREV', of: 'VTMID' },
    onProgress,
  );
  const parts = await readParts(vmpFile, substances, onProgress);
  const actual = await read(/^f_amp2?_.*\.xml$/i, { element: 'AMP', id: 'APID', former: undefined, of: 'VPID' });
  const medicines = new Map<string, ReleaseMedicine>();
  const add = (id: string, { formerId }: Product, medicine: ReleaseMedicine) => {
    medicines.set(id, medicine);
    if (formerId !== undefined && !medicines.has(formerId)) medicines.set(formerId, medicine);
  };
  const moietyNames = (id: string | undefined) => moieties.get(id ?? '')?.name.split(' + ') ?? [];
  for (const [id, one] of moieties) add(id, one, { names: [one.name], ingredients: moietyNames(id) });
  for (const [id, one] of substances) add(id, one, { names: [one.name], ingredients: [one.name] });
  for (const [id, one] of virtual) {
    const ofMoiety = moietyNames(one.of);
    add(id, one, { names: [one.name], ingredients: ofMoiety.length > 0 ? ofMoiety : (parts.get(id) ?? []) });
  }
  for (const [id, one] of actual) {
    const generic = medicines.get(one.of ?? '');
    add(id, one, { names: [one.name, ...(generic?.names ?? [])], ingredients: generic?.ingredients ?? [] });
  }
  return {
    title: releaseTitle('dm+d', dateOf(moietyFile)),
    medicineSystem: SNOMED,
    medicines,
    ingredients: singleSubstances(moieties, substances),
    conditions: new Map(),
  };
}

interface ProductKind {
  readonly element: string;
  readonly id: string;
  readonly former: string | undefined;
  readonly of?: string;
}

async function readProducts(
  file: string | undefined,
  kind: ProductKind,
  onProgress: ReadProgress,
): Promise<ReadonlyMap<string, Product>> {
  const products = new Map<string, Product>();
  if (file === undefined) return products;
  const keep = (_name: string, record: XmlRecord) => {
    const name = required(file, record, 'NM');
    const of = kind.of === undefined ? undefined : record.fields.get(kind.of);
    const former = kind.former === undefined ? undefined : record.fields.get(kind.former);
    products.set(required(file, record, kind.id), {
      name,
      of,
      formerId: former === undefined || !/^\d+$/.test(former) ? undefined : former,
    });
  };
  await readXmlRecords(file, new Set([kind.element]), keep, onProgress);
  return products;
}

/** Names of the substances in each virtual product, by its id. */
async function readParts(
  file: string | undefined,
  substances: ReadonlyMap<string, Product>,
  onProgress: ReadProgress,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const parts = new Map<string, string[]>();
  const incomplete = new Set<string>();
  if (file === undefined) return parts;
  const keep = (_name: string, record: XmlRecord) => {
    const product = required(file, record, 'VPID');
    const name = substances.get(required(file, record, 'ISID'))?.name;
    if (name === undefined) incomplete.add(product);
    else parts.set(product, [...(parts.get(product) ?? []), name]);
  };
  await readXmlRecords(file, new Set(['VPI']), keep, onProgress);
  // A part of the ingredients would make a combination look like a single medicine.
  for (const product of incomplete) parts.delete(product);
  return parts;
}

function required(file: string, { fields, line }: XmlRecord, field: string): string {
  const value = fields.get(field) ?? '';
  const isSound = field === 'NM' ? value !== '' : /^\d{1,18}$/.test(value);
  if (isSound) return value;
  throw new ReleaseFaultError({
    file,
    line,
    what: value === '' ? `a record without ${field}` : `${field} is no number`,
  });
}

/** "f_vtm2_3051126.xml" is the release of 5 November 2026. */
function dateOf(file: string): string | undefined {
  const [day, month, year] = /_\d(\d{2})(\d{2})(\d{2})\.xml$/i.exec(basename(file))?.slice(1) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return `20${year}-${month}-${day}`;
}

function singleSubstances(
  moieties: ReadonlyMap<string, Product>,
  substances: ReadonlyMap<string, Product>,
): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const { name } of [...moieties.values(), ...substances.values()])
    if (!name.includes(' + ') && !byName.has(name)) byName.set(name, name);
  return byName;
}
