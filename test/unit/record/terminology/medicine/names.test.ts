import { describe, expect, it } from 'vitest';
import { readText } from './reading.ts';

describe('names of one ingredient', () => {
  it.each([
    ['Furosemide 20mg tablets', 'furosemide'],
    ['Frusemide', 'furosemide'],
    ['Lasix 40 MG Oral Tablet', 'furosemide'],
    ['FUROSEMIDE 40MG TABS', 'furosemide'],
    ['predniSONE 10 mg tablet', 'prednisone'],
    ['GTN spray', 'glyceryl trinitrate'],
    ['HCTZ 25 mg', 'hydrochlorothiazide'],
    ['ISMN 60mg MR tabs', 'isosorbide mononitrate'],
    ['MTX 2.5 mg', 'methotrexate'],
    ['ASA 81 mg EC tablet', 'aspirin'],
    ['APAP 500 mg', 'paracetamol'],
    ['Salbutamol 100micrograms/dose inhaler CFC free', 'salbutamol'],
    ['200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler', 'salbutamol'],
    ['NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler', 'salbutamol'],
    ['Paracetamol 500mg caplets', 'paracetamol'],
    // What stands behind the amount is a remark, in whatever brackets the amount stands.
    ['Felodipine (10mg) SR - from GP', 'felodipine'],
    ['Ramipril 5mg - from hospital', 'ramipril'],
    ['Rilutek (50mg) - repeat', 'riluzole'],
    ['Bedranol SR 160mg capsules (Sandoz Ltd)', 'propranolol'],
    ['Atorvastatin 40mg tablets (Dr Reddys Laboratories (UK) Ltd)', 'atorvastatin'],
    [
      'Product containing precisely furosemide 20 milligram/1 each conventional release oral tablet (clinical drug)',
      'furosemide',
    ],
    ['metFORMIN (GLUCOPHAGE-XR) 500 MG 24 hr tablet', 'metformin'],
    ['albuterol (PROVENTIL HFA;VENTOLIN HFA) 90 mcg/actuation inhaler', 'salbutamol'],
    ['{4 (Risedronate 35 MG Oral Tablet [Actonel]) } Pack [Actonel 35]', 'risedronic acid'],
    ['Vitamin B 12 5 MG/ML Injectable Solution', 'cyanocobalamin'],
    ['insulin glargine (LANTUS SOLOSTAR U-100 INSULIN) 100 unit/mL (3 mL) pen', 'insulin glargine'],
    ['infliximab-dyyb 100 mg injection', 'infliximab'],
    ['Furosemide 40mg tablets; take one each morning', 'furosemide'],
    ['Dexamethasone sodium phosphate 4mg/ml injection', 'dexamethasone'],
    ['diphenhydrAMINE (BENADRYL) 25 mg capsule', 'diphenhydramine'],
    ['vancomycin 1 g in sodium chloride 0.9 % 250 mL', 'vancomycin'],
    ['Chlorhexidine 0.2% mouthwash alcohol free', 'chlorhexidine'],
    ['Omeprazole 20 mg capsule (DO NOT CRUSH)', 'omeprazole'],
  ])('%s is %s', (text, ingredient) => {
    const reading = readText(text);
    expect(reading.ingredients).toEqual([ingredient]);
    expect(reading.certainty).toBe('certain');
    expect(reading.couldBe).toEqual([]);
    expect(reading.words).toBe(text);
  });
});

describe('combinations', () => {
  it.each([
    ['Acetaminophen 325 MG / HYDROcodone Bitartrate 7.5 MG Oral Tablet', 'hydrocodone+paracetamol'],
    ['co-codamol 30mg/500mg tabs', 'codeine+paracetamol'],
    ['Cocodamol 8/500', 'codeine+paracetamol'],
    ['Co-amoxiclav 500mg/125mg tablets', 'amoxicillin+clavulanic acid'],
    ['Amoxicillin 250 MG / Clavulanate 125 MG [Augmentin]', 'amoxicillin+clavulanic acid'],
    ['lisinopril-hydroCHLOROthiazide 10-12.5 MG per tablet', 'hydrochlorothiazide+lisinopril'],
    ['Seretide 250 Accuhaler', 'fluticasone propionate+salmeterol'],
    ['fluticasone-salmeterol (ADVAIR DISKUS) 250-50 mcg/dose diskus inhaler', 'fluticasone propionate+salmeterol'],
    ['Relvar Ellipta', 'fluticasone furoate+vilanterol'],
    ['Tylenol PM', 'diphenhydramine+paracetamol'],
    ['Co-beneldopa 12.5mg/50mg capsules', 'benserazide+levodopa'],
    ['Co-magaldrox oral suspension', 'aluminium hydroxide+magnesium hydroxide'],
    ['omeprazole-sodium bicarbonate 40-1.1 mg-g capsule', 'omeprazole+sodium bicarbonate'],
    ['Vicodin 5mg Hydrocodone, 500mg Acetaminophen tablet', 'hydrocodone+paracetamol'],
    ['Simple eye ointment', 'liquid paraffin+white soft paraffin'],
    [
      'insulin isophane, human 70 UNT/ML / insulin, regular, human 30 UNT/ML Injectable Suspension [Humulin]',
      'insulin isophane+insulin soluble',
    ],
  ])('%s is %s', (text, ingredients) => {
    expect(readText(text).ingredients.join('+')).toBe(ingredients);
  });

  it('is not one of its parts', () => {
    expect(readText('Co-codamol 8mg/500mg tablets').ingredients).not.toEqual(
      readText('Paracetamol 500mg tablets').ingredients,
    );
  });
});

describe('names that look alike are never confused', () => {
  it.each([
    ['hydroxyzine', 'hydralazine'],
    ['prednisone', 'prednisolone'],
    ['chlorpromazine', 'chlorpropamide'],
    ['clonazepam', 'lorazepam'],
    ['quinine', 'quinidine'],
    ['carbamazepine', 'oxcarbazepine'],
    ['amlodipine', 'amiloride'],
    ['cefuroxime', 'cefotaxime'],
    ['metformin', 'metronidazole'],
    ['risperidone', 'ropinirole'],
    ['penicillamine', 'benzylpenicillin'],
    ['azathioprine', 'azithromycin'],
    ['cyclizine', 'cyproheptadine'],
    ['mercaptamine', 'mercaptopurine'],
    ['vinblastine', 'vincristine'],
    ['nifedipine', 'nimodipine'],
    ['tramadol', 'trazodone'],
    ['sulfadiazine', 'sulfasalazine'],
    ['zuclopenthixol', 'flupentixol'],
  ])('%s and %s', (one, other) => {
    expect(readText(one).ingredients).toEqual([one]);
    expect(readText(other).ingredients).toEqual([other]);
  });

  it.each([
    ['fluticasone furoate', 'fluticasone propionate'],
    ['testosterone cypionate', 'testosterone enanthate'],
    ['phenoxymethylpenicillin', 'benzylpenicillin'],
    ['ferrous sulfate', 'ferrous fumarate'],
    ['hyoscine butylbromide', 'hyoscine hydrobromide'],
    ['insulin aspart', 'insulin glargine'],
  ])('%s and %s are two', (one, other) => {
    expect(readText(one).ingredients).toEqual([one]);
    expect(readText(other).ingredients).toEqual([other]);
  });
});

it.each([['(40mg) mystery furosemide'], ['Furosemide mystery (40mg)'], ['Furosemide (mystery) plus 40mg']])(
  '%s is not wholly understood: only what stands behind the amount is a remark',
  (text) => {
    expect(readText(text)).toMatchObject({ ingredients: [], certainty: 'possible', couldBe: ['furosemide'] });
  },
);

describe('a misspelling', () => {
  it.each([
    ['Amoxicilin 500mg', 'amoxicillin'],
    ['Atorvastaton 20mg tablets', 'atorvastatin'],
    ['Ramipirl 5mg', 'ramipril'],
    ['Hidroxyzine 25 mg', 'hydroxyzine'],
  ])('%s could be %s and is never certain', (text, ingredient) => {
    const reading = readText(text);
    expect(reading.ingredients).toEqual([]);
    expect(reading.couldBe).toContain(ingredient);
    expect(reading.certainty).toBe('possible');
    expect(reading.evidence.join()).toContain('one edit away');
  });

  it('two edits away is not understood', () => {
    expect(readText('Amoksicilin 500mg')).toMatchObject({ certainty: 'none', couldBe: [] });
  });
});

describe('what is not wholly understood is never certain', () => {
  it.each([
    'Nurofen Cold & Flu tablets',
    'Sudafed Blahblah tablets',
    'Foobarine 10mg / Amlodipine 5mg tablets',
    'Amlodipine 5mg tablets / foobarine 10mg',
    'Bendroflumethiazide + Potassium',
    'aspirin allergy',
    'no metformin',
    'paracetamol or ibuprofen',
    'Cisplatin (Taxol)',
    'Metformin with insulin',
    'Nytol Herbal tablets',
    'Claritin D3X',
    'Paclitaxel trial',
  ])('%s', (text) => {
    const reading = readText(text);
    expect(reading.ingredients).toEqual([]);
    expect(reading.certainty).not.toBe('certain');
  });

  it.each([
    'see letter',
    '',
    'TPF',
    'No information about medications',
    'Influenza vaccine',
    'Oral tablet',
    'as directed',
  ])('"%s" is nothing known', (text) => {
    expect(readText(text)).toMatchObject({ ingredients: [], couldBe: [], certainty: 'none' });
  });

  it('a recipe is not one of its parts', () => {
    const reading = readText('Local Mixture (Sucrose Crystals BP, Benzoyl Peroxide Aquagel 5 %)');
    expect(reading).toMatchObject({ ingredients: [], couldBe: [], certainty: 'none' });
  });

  it('an unknown brand with the ingredient in brackets could be that', () => {
    expect(readText('Foobrand (paracetamol 500mg)')).toMatchObject({ ingredients: [], couldBe: ['paracetamol'] });
  });

  it('a text too long for a name is none', () => {
    expect(readText(`Paracetamol ${'and so on '.repeat(400)}`).certainty).toBe('none');
  });
});

describe('vague words', () => {
  it.each([
    ['water tablet', 'furosemide'],
    ['inhaler', 'salbutamol'],
    ['Blue inhaler', 'salbutamol'],
    ['blood pressure pill', 'amlodipine'],
    ['Insulin', 'insulin glargine'],
    ['Benadryl', 'acrivastine'],
    ['Hyoscine', 'hyoscine butylbromide'],
    ['Vitamin D 50,000 units', 'ergocalciferol'],
    ['fluticasone 100 mcg inhaler', 'fluticasone furoate'],
    ['beta Blocker Therapy', 'atenolol'],
  ])('%s could be %s and more', (text, ingredient) => {
    const reading = readText(text);
    expect(reading.ingredients).toEqual([]);
    expect(reading.couldBe).toContain(ingredient);
    expect(reading.couldBe.length).toBeGreaterThan(1);
    expect([...reading.couldBe].sort()).toEqual(reading.couldBe);
  });

  it('says what it is where form and strength leave one', () => {
    expect(readText('fluticasone 50 mcg/actuation nasal spray').ingredients).toEqual(['fluticasone propionate']);
    expect(readText('fluticasone 27.5 mcg nasal spray').ingredients).toEqual(['fluticasone furoate']);
  });
});
