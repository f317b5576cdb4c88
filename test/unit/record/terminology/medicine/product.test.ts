import { describe, expect, it } from 'vitest';
import { readText, strengthLine } from './reading.ts';

describe('dose form', () => {
  it.each([
    ['Furosemide 20mg tablets', 'tablet'],
    ['Ramipril 10mg caps', 'capsule'],
    ['Paracetamol 500mg caplets', 'caplet'],
    ['Prednisolone 5mg soluble tablets', 'dispersible'],
    ['Co-codamol 8mg/500mg effervescent tablets', 'dispersible'],
    ['Loratadine 5 MG Chewable Tablet', 'chewable'],
    ['Lansoprazole 15mg orodispersible tablets', 'orodispersible'],
    ['Amoxicillin 250mg/5ml oral suspension', 'oral-liquid'],
    ['Macrogol compound oral powder sachets', 'sachet'],
    ['nitroglycerin 0.4 mg SL tablet', 'sublingual'],
    ['Paracetamol 240mg suppository (product)', 'suppository'],
    ['Clotrimazole 500mg pessary', 'pessary'],
    ['Fentanyl 25micrograms/hour transdermal patches', 'patch'],
    ['Hydrocortisone 10 MG/ML Topical Cream', 'cream'],
    ['Chloramphenicol 1% eye ointment', 'eye'],
    ['ciprofloxacin 0.3 % otic solution', 'ear'],
    ['Nasonex 50micrograms/dose nasal spray', 'nasal'],
    ['Ventolin Evohaler', 'metered-dose-inhaler'],
    ['Spiriva Respimat 2.5micrograms/dose inhalation solution cartridge with device', 'metered-dose-inhaler'],
    ['Seretide 250 Accuhaler', 'dry-powder-inhaler'],
    ['Salbutamol 2.5mg/2.5ml nebuliser liquid unit dose vials', 'nebuliser'],
    ['insulin glargine 100units/ml solution for injection 3ml pre-filled pen', 'injection'],
    ['Nexplanon 68mg implant', 'implant'],
    ['Contour testing strips', 'device'],
    ['lisinopril-hydroCHLOROthiazide 10-12.5 MG per tablet', 'tablet'],
  ])('%s: %s', (text, form) => {
    expect(readText(text).form).toBe(form);
  });

  it('is unsaid where nothing says it', () => {
    expect(readText('Furosemide 40mg').form).toBeUndefined();
  });

  it.each([
    ['Omeprazole 20mg gastro-resistant capsules', true],
    ['Aspirin 75mg EC tabs', true],
    ['Aspirin 75mg e/c tablets', true],
    ['pantoprazole 40 mg tablet,delayed release', true],
    ['Nu-Seals 75', true],
    ['Aspirin 75mg dispersible tablets', false],
    ['Omeprazole 20mg capsules', false],
  ])('%s gastro-resistant: %s', (text, expected) => {
    expect(readText(text).gastroResistant).toBe(expected);
  });
});

describe('release', () => {
  it.each([
    ['Metformin 500mg modified-release tablets', 'modified'],
    ['NITROFURANTOIN 100MG MR CAPS', 'modified'],
    ['24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet [Glucophage XR]', '24-hour'],
    ['Glucophage SR 1g tabs', 'modified'],
    ['12 HR Oxycodone Hydrochloride 60 MG Extended Release Oral Tablet', '12-hour'],
    ['MST Continus 10mg tablets', '12-hour'],
    ['buPROPion XL 150 mg 24 hr tablet', '24-hour'],
    ['metoprolol succinate 50 mg tablet', '24-hour'],
    ['oxyCODONE 5 mg immediate release tablet', 'immediate'],
    ['Metformin 500mg tablets', 'immediate'],
    ['tamsulosin (FLOMAX) 0.4 mg capsule', 'modified'],
    ['Tamsulosin 400 micrograms', 'modified'],
    ['Propranolol 80mg capsules', 'modified'],
    ['Propranolol 80mg tablets', 'immediate'],
    ['nitrofurantoin monohyd macro 100 mg capsule', '12-hour'],
  ])('%s: %s', (text, release) => {
    expect(readText(text).release).toBe(release);
  });

  it('is unsaid without form, and no property of what is not swallowed', () => {
    expect(readText('Metformin 500mg').release).toBeUndefined();
    expect(readText('72 HR Fentanyl 0.025 MG/HR Transdermal System').release).toBeUndefined();
    expect(readText('24hr nicotine transdermal patch').release).toBeUndefined();
  });
});

describe('strengths', () => {
  it.each([
    ['Levothyroxine 100microgram tablets', '0.1mg'],
    ['Levothyroxine Sodium 0.1 MG Oral Tablet', '0.1mg'],
    ['Amoxicillin 250mg/5ml oral suspension', '50mg/mL'],
    ['Amoxicillin 50 MG/ML Oral Suspension', '50mg/mL'],
    ['Co-codamol 30mg/500mg tablets', 'codeine 30mg + paracetamol 500mg'],
    ['Co-codamol 30/500', 'codeine 30mg + paracetamol 500mg'],
    ['lisinopril-hydroCHLOROthiazide 10-12.5 MG per tablet', 'hydrochlorothiazide 12.5mg + lisinopril 10mg'],
    ['levonorgestrel-ethinyl estradiol 0.1-20 mg-mcg tablet', 'ethinylestradiol 0.02mg + levonorgestrel 0.1mg'],
    ['Co-amoxiclav 625mg tablets', 'amoxicillin 500mg + clavulanic acid 125mg'],
    ['Co-amoxiclav 250mg/62mg/5ml oral suspension', 'amoxicillin 50mg/mL + clavulanic acid 12.4mg/mL'],
    ['Fostair 100/6 inhaler', 'beclometasone 0.1mg/{actuation} + formoterol 0.006mg/{actuation}'],
    ['Seretide 250 Accuhaler', 'fluticasone propionate 0.25mg/{actuation} + salmeterol 0.05mg/{actuation}'],
    ['albuterol sulfate HFA 108 (90 Base) MCG/ACT inhaler', '0.09mg/{actuation}'],
    ['ferrous sulfate 325 mg (65 mg iron) tablet', '325mg'],
    ['Adrenaline 1 in 1,000 injection', '1mg/mL'],
    ['Nystatin 100,000units/ml oral suspension', '100000[iU]/mL'],
    ['insulin glargine 100 international units/mL injection, 10 mL vial', '100[iU]/mL'],
    ['Buprenorphine 5micrograms/hour transdermal patches', '0.005mg/h'],
    ['Rivastigmine 4.6mg/24hours transdermal patches', '4.6mg/24h'],
    ['Hydrocortisone 1% cream 30g', '1%'],
    ['POLYETHYLENE GLYCOL 3350 17000 MG Powder for Oral Solution', '17000mg'],
    ['nitrofurantoin, macrocrystals 25 MG / nitrofurantoin, monohydrate 75 MG Oral Capsule', '100mg'],
    ['1 ML Epoetin Alfa 4000 UNT/ML Injection [Epogen]', '4000[iU]/mL'],
    ['potassium chloride 20 mEq ER tablet', '20meq'],
    ['Toujeo', '300[iU]/mL'],
    ['Dalteparin sodium 5,000units/0.2ml solution for injection pre-filled syringes', '5000[iU]/0.2mL'],
    ['0.2 ML dalteparin sodium 25000 UNT/ML Prefilled Syringe', '5000[iU]/0.2mL'],
    ['3 ML insulin glargine 100 UNT/ML Pen Injector [Lantus]', '100[iU]/mL'],
    ['vancomycin 1 g in sodium chloride 0.9 % 250 mL', '1000mg'],
    ['Furosemide tablets', ''],
    ['Amlodipine x 28', ''],
  ])('%s: %s', (text, line) => {
    expect(strengthLine(readText(text).strengths)).toBe(line);
  });
});

describe('brand and product', () => {
  it('gives one key for sizes and devices of a brand, none without a brand', () => {
    expect(readText('Seretide 250 Accuhaler').brand).toBe('seretide');
    expect(readText('Seretide Evohaler').brand).toBe('seretide');
    expect(readText('Furosemide 40mg').brand).toBeUndefined();
    expect(readText('albuterol (PROVENTIL HFA;VENTOLIN HFA) 90 mcg/actuation inhaler').brand).toBeUndefined();
  });

  it.each([
    ['Toujeo 300units/ml', 'insulin glargine 300 units/ml'],
    ['Insulin glargine 300units/ml solution for injection 1.5ml pre-filled pen', 'insulin glargine 300 units/ml'],
    ['24 HR metoprolol succinate 100 MG Extended Release Oral Tablet [Toprol]', 'metoprolol succinate'],
    ['Metoprolol 50 mg ER', 'metoprolol succinate'],
    ['divalproex (DEPAKOTE ER) 500 mg 24 hr tablet', 'valproate semisodium'],
    ['Qvar 100 inhaler', 'beclometasone extrafine'],
    ['Betamethasone valerate 0.1% cream', 'betamethasone valerate'],
    ['E45 cream', 'e45'],
  ])('%s is of the product %s', (text, product) => {
    expect(readText(text).product).toBe(product);
  });

  it.each([
    'Lantus 100units/ml solution for injection 3ml pre-filled SoloStar pens',
    'Abasaglar',
    'metoprolol tartrate 25 mg tab',
    'Metoprolol 50 MG Oral Tablet',
    'Sodium valproate 200mg gastro-resistant tablets',
    'Clenil Modulite 100micrograms/dose inhaler',
    'Losartan potassium 50mg tablets',
  ])('%s is of none apart', (text) => {
    expect(readText(text).product).toBeUndefined();
  });

  it('keeps two emollients two products', () => {
    expect(readText('Diprobase cream').product).not.toBe(readText('E45 cream').product);
  });

  it.each([
    ['Carbamazepine 200mg tablets', true],
    ['Phenytoin 100mg capsules', true],
    ['Priadel 400mg modified-release tablets', true],
    ['Advagraf 1mg modified-release capsules', true],
    ['Neoral 25mg capsules', true],
    ['Uniphyllin Continus 200mg tablets', true],
    ['Morphine 10mg modified-release tablets', true],
    ['Adizem-XL 180mg capsules', true],
    ['Diltiazem 120mg modified-release capsules', true],
    ['Nifedipine 30mg modified-release tablets', true],
    ['NovoRapid FlexPen 100units/ml', true],
    ['Clenil Modulite 100micrograms/dose inhaler', true],
    ['Concerta XL 36mg tablets', true],
    ['Fentanyl 25micrograms/hour transdermal patches', true],
    ['Mesalazine 400mg gastro-resistant tablets', true],
    ['Diltiazem 60mg tablets', false],
    ['Nifedipine 10mg capsules', false],
    ['Oramorph 10mg/5ml oral solution', false],
    ['Methylphenidate 10mg tablets', false],
    ['Lamotrigine 100mg tablets', false],
    ['Protopic 0.1% ointment', false],
    ['Beconase Aqueous 50micrograms/dose nasal spray', false],
    ['Furosemide 40mg tablets', false],
  ])('%s by brand: %s', (text, expected) => {
    expect(readText(text).brandMatters).toBe(expected);
  });
});
