/** Small releases in the formats of RxNorm, dm+d and SNOMED CT: every code and product in them is invented. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'terminology-'));
}

export function writeFiles(dir: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

export interface RrfName {
  readonly code: string;
  readonly type: string;
  readonly name: string;
  readonly source?: string;
}

/** RXCUI|LAT|TS|LUI|STT|SUI|ISPREF|RXAUI|SAUI|SCUI|SDUI|SAB|TTY|CODE|STR|SRL|SUPPRESS|CVF| */
export function rxnconso(names: readonly RrfName[]): string {
  return names
    .map(
      ({ code, type, name, source = 'RXNORM' }, index) =>
        `${code}|ENG||||||${8_000_000 + index}|||${code}|${source}|${type}|${code}|${name}||N|4096|\n`,
    )
    .join('');
}

/** RXCUI1|RXAUI1|STYPE1|REL|RXCUI2|RXAUI2|STYPE2|RELA|RUI|SRUI|SAB|SL|DIR|RG|SUPPRESS|CVF|: the second … the first. */
export function rxnrel(relations: readonly (readonly [subject: string, relation: string, object: string])[]): string {
  return relations
    .map(([subject, relation, object]) => `${object}||CUI|RO|${subject}||CUI|${relation}|1||RXNORM|RXNORM||||4096|\n`)
    .join('');
}

export function rxnormRelease(): Readonly<Record<string, string>> {
  return {
    'rrf/RXNCONSO.RRF': rxnconso([
      { code: '9900001', type: 'IN', name: 'furosemide' },
      { code: '9900002', type: 'SCD', name: 'furosemide 40 MG Oral Tablet' },
      { code: '9900002', type: 'PSN', name: 'furosemide 40 mg tablet' },
      { code: '9900002', type: 'SCD', name: 'FRUSEMIDE WORDS OF ANOTHER SOURCE', source: 'OTHER' },
      { code: '9900003', type: 'IN', name: 'zelvumab' },
      { code: '9900004', type: 'SCD', name: '1 ML zelvumab 150 MG/ML Injection' },
      { code: '9900005', type: 'BN', name: 'Zelvora' },
      { code: '9900006', type: 'SBD', name: 'Zelvora 150 MG/ML Injection' },
      { code: '9900007', type: 'SCDC', name: 'zelvumab 150 MG/ML' },
      { code: '9900008', type: 'IN', name: 'orvatine' },
      { code: '9900009', type: 'PIN', name: 'orvatine sulfate' },
      { code: '9900010', type: 'SCD', name: 'orvatine 5 MG / zelvumab 10 MG Oral Tablet' },
      { code: '9900011', type: 'SCDC', name: 'orvatine 5 MG' },
      { code: '9900012', type: 'SCD', name: 'furosemide 20 MG Oral Tablet' },
      { code: '9900015', type: 'PIN', name: 'zelvumab torantine' },
      { code: '9900016', type: 'SCDC', name: 'zelvumab torantine 100 MG' },
      { code: '9900017', type: 'SCD', name: 'zelvumab torantine 100 MG Injection' },
      { code: '9900018', type: 'SCDC', name: 'orvatine sulfate 5 MG' },
      { code: '9900019', type: 'SCD', name: 'furosemide 40 MG / orvatine 5 MG Oral Tablet' },
      { code: '9900013', type: 'DF', name: 'Oral Tablet' },
    ]),
    'rrf/RXNREL.RRF': rxnrel([
      ['9900002', 'has_ingredient', '9900001'],
      ['9900004', 'consists_of', '9900007'],
      ['9900007', 'has_ingredient', '9900003'],
      ['9900005', 'tradename_of', '9900003'],
      ['9900006', 'tradename_of', '9900004'],
      ['9900009', 'form_of', '9900008'],
      ['9900010', 'consists_of', '9900011'],
      ['9900010', 'consists_of', '9900007'],
      ['9900011', 'has_ingredient', '9900008'],
      ['9900015', 'form_of', '9900003'],
      ['9900016', 'has_ingredient', '9900003'],
      ['9900016', 'has_precise_ingredient', '9900015'],
      ['9900017', 'consists_of', '9900016'],
      ['9900018', 'has_ingredient', '9900008'],
      ['9900018', 'has_precise_ingredient', '9900009'],
      // One of two is listed.
      ['9900019', 'consists_of', '9900018'],
      // The other direction of the same, which must not be followed.
      ['9900003', 'ingredient_of', '9900007'],
      // Its name says furosemide and its list something else.
      ['9900012', 'has_ingredient', '9900014'],
    ]),
    'rrf/RXNSAB.RRF': 'C1|C2|RXNORM_20AA_261102F|RXNORM|RxNorm Vocabulary|NLM|20AA_261102F|||||\n',
  };
}

export function dmdRelease(): Readonly<Record<string, string>> {
  const xml = '<?xml version="1.0" encoding="utf-8"?>\n';
  return {
    'f_vtm2_3051126.xml': `${xml}<VIRTUAL_THERAPEUTIC_MOIETIES>
<VTM><VTMID>990001008</VTMID><NM>Ramipril</NM></VTM>
<VTM><VTMID>990002001</VTMID><NM>Pelmidrax</NM><VTMIDPREV>990002998</VTMIDPREV></VTM>
<VTM><VTMID>990003006</VTMID><INVALID>1</INVALID><NM>Pelmidrax + Ramipril</NM></VTM>
</VIRTUAL_THERAPEUTIC_MOIETIES>\n`,
    'f_vmp2_3051126.xml': `${xml}<VIRTUAL_MED_PRODUCTS><VMPS>
<VMP><VPID>991001008</VPID><VTMID>990001008</VTMID><NM>Ramipril 5mg capsules</NM></VMP>
<VMP><VPID>991002001</VPID><VTMID>990002001</VTMID><NM>Pelmidrax 20mg tablets</NM></VMP>
<VMP><VPID>991003006</VPID><NM>Quandorel &amp; water 5% cream</NM></VMP>
<VMP><VPID>991004000</VPID><NM>Half known 5mg tablets</NM></VMP>
</VMPS><VIRTUAL_PRODUCT_INGREDIENT>
<VPI><VPID>991003006</VPID><ISID>992001002</ISID></VPI>
<VPI><VPID>991004000</VPID><ISID>992001002</ISID></VPI>
<VPI><VPID>991004000</VPID><ISID>992009999</ISID></VPI>
</VIRTUAL_PRODUCT_INGREDIENT></VIRTUAL_MED_PRODUCTS>\n`,
    'f_amp2_3051126.xml': `${xml}<ACTUAL_MEDICINAL_PRODUCTS><AMPS>
<AMP><APID>993001000</APID><VPID>991002001</VPID><NM>Pelmitab 20mg tablets</NM></AMP>
</AMPS></ACTUAL_MEDICINAL_PRODUCTS>\n`,
    'f_ingredient2_3051126.xml': `${xml}<INGREDIENT_SUBSTANCES>
<ING><ISID>992001002</ISID><NM>Quandorel</NM></ING>
</INGREDIENT_SUBSTANCES>\n`,
  };
}

const FULLY_SPECIFIED = '900000000000003001';
const SYNONYM = '900000000000013009';

export function descriptions(
  rows: readonly (readonly [concept: string, kind: 'full' | 'synonym', term: string, active?: '0' | '1'])[],
): string {
  const head = 'id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId\r\n';
  const body = rows.map(
    ([concept, kind, term, active = '1'], index) =>
      `${7_000_000 + index}\t20261001\t${active}\t1\t${concept}\ten\t${kind === 'full' ? FULLY_SPECIFIED : SYNONYM}\t${term}\t1\r\n`,
  );
  return `${head}${body.join('')}`;
}

export function snomedRelease(): Readonly<Record<string, string>> {
  return {
    'Snapshot/Terminology/sct2_Description_Snapshot-en_INT_20261001.txt': descriptions([
      ['994001004', 'synonym', 'High blood pressure'],
      ['994001004', 'full', 'Hypertensive disorder (disorder)'],
      ['994002006', 'full', 'Quintarel syndrome (disorder)'],
      ['994003001', 'full', 'Family history of asthma (situation)'],
      ['994004007', 'full', 'Ramipril (substance)'],
      ['994005008', 'full', 'Zorvian fever (disorder)'],
      ['994005008', 'synonym', 'Asthma', '0'],
    ]),
  };
}

export function icd10MapRelease(): Readonly<Record<string, string>> {
  const head =
    'id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tmapGroup\tmapPriority\tmapRule\tmapAdvice\tmapTarget\tcorrelationId\tmapCategoryId\n';
  const row = (refset: string, concept: string, target: string) =>
    `x\t20261001\t1\t1\t${refset}\t${concept}\t1\t1\tTRUE\tALWAYS\t${target}\t1\t1\n`;
  return {
    'Refset/Map/der2_iisssccRefset_ExtendedMapSnapshot_INT_20261001.txt': [
      head,
      row('447562003', '994002006', 'I10'),
      row('447562003', '994005008', 'A99.9'),
      row('447562003', '994005008', 'A98.8'),
      row('446608001', '994001004', 'C99.9'),
    ].join(''),
  };
}
