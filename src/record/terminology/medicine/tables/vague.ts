/**
 * Facts: what people call medicines without naming them. Row: words separated by commas, colon, ingredients it could be.
 * Related to each, joined with none. The lists hold the ones in common use and claim no more.
 */
export const vagueRows = `
water tablet, water tablets, water pill, water pills, diuretic, diuretics, diuretic therapy, water retention, for water retention, fluid tablet, fluid tablets, fluid pill: furosemide, bumetanide, torasemide, bendroflumethiazide, hydrochlorothiazide, indapamide, chlortalidone, spironolactone, eplerenone, amiloride, metolazone, triamterene
blood pressure tablet, blood pressure tablets, blood pressure pill, blood pressure pills, blood pressure medicine, blood pressure medication, blood pressure, bp tablet, bp tablets, bp pill, bp meds, antihypertensive, antihypertensives, antihypertensive medication: amlodipine, felodipine, nifedipine, lercanidipine, lisinopril, ramipril, enalapril, perindopril, losartan, candesartan, valsartan, irbesartan, olmesartan, telmisartan, bendroflumethiazide, indapamide, hydrochlorothiazide, chlortalidone, doxazosin, bisoprolol, atenolol, metoprolol, carvedilol, propranolol, diltiazem, verapamil, spironolactone, furosemide, clonidine, hydralazine, moxonidine, methyldopa, eplerenone, nebivolol, minoxidil
heart tablet, heart tablets, heart pill, heart pills: amlodipine, felodipine, nifedipine, lercanidipine, lisinopril, ramipril, enalapril, perindopril, losartan, candesartan, valsartan, irbesartan, olmesartan, telmisartan, bendroflumethiazide, indapamide, hydrochlorothiazide, chlortalidone, doxazosin, bisoprolol, atenolol, metoprolol, carvedilol, propranolol, diltiazem, verapamil, spironolactone, furosemide, clonidine, hydralazine, eplerenone, nebivolol, digoxin, ivabradine, amiodarone, flecainide, sotalol, isosorbide mononitrate, nicorandil, ranolazine, sacubitril, aspirin, clopidogrel, bumetanide
beta blocker, beta blockers, beta blocker therapy, betablocker: bisoprolol, atenolol, metoprolol, carvedilol, propranolol, nebivolol, sotalol, labetalol, nadolol
ace inhibitor, ace inhibitors, acei, ace inhibitor therapy: lisinopril, ramipril, enalapril, perindopril, captopril, fosinopril, quinapril, trandolapril, benazepril
arb, arbs, arb therapy, angiotensin receptor blocker: losartan, candesartan, valsartan, irbesartan, olmesartan, telmisartan
calcium channel blocker, ccb, calcium blocker: amlodipine, felodipine, nifedipine, lercanidipine, diltiazem, verapamil
statin, statins, statin therapy: simvastatin, atorvastatin, rosuvastatin, pravastatin, fluvastatin, lovastatin, pitavastatin
cholesterol tablet, cholesterol tablets, cholesterol pill, cholesterol medicine: simvastatin, atorvastatin, rosuvastatin, pravastatin, fluvastatin, lovastatin, pitavastatin, ezetimibe, fenofibrate, bezafibrate, gemfibrozil, bempedoic acid, colesevelam
blood thinner, blood thinners, blood thinning tablet, blood thinning tablets, anticoagulant, anticoagulants, anticoagulation, doac, noac: warfarin, apixaban, rivaroxaban, edoxaban, dabigatran, aspirin, clopidogrel, enoxaparin, acenocoumarol
antiplatelet, antiplatelets, antiplatelet therapy: aspirin, clopidogrel, ticagrelor, prasugrel, dipyridamole
inhaler, inhalers, puffer, asthma inhaler, asthma pump: salbutamol, terbutaline, beclometasone, budesonide, fluticasone propionate, fluticasone furoate, salmeterol, formoterol, ciclesonide, mometasone, tiotropium, ipratropium, umeclidinium, glycopyrronium
blue inhaler, reliever, reliever inhaler, rescue inhaler, blue puffer: salbutamol, terbutaline
brown inhaler, preventer, preventer inhaler, orange inhaler, steroid inhaler: beclometasone, budesonide, fluticasone propionate, ciclesonide, mometasone
purple inhaler: fluticasone propionate, salmeterol
insulin, insulins, insulin injection, insulin therapy: insulin glargine, insulin detemir, insulin degludec, insulin aspart, insulin lispro, insulin glulisine, insulin isophane, insulin soluble
humulin, novolin: insulin isophane, insulin soluble
mixed insulin, biphasic insulin: insulin aspart, insulin aspart protamine, insulin lispro, insulin lispro protamine, insulin isophane, insulin soluble
diabetes tablet, diabetes tablets, diabetic tablets, sugar tablet, sugar tablets, diabetes medicine, diabetes pill: metformin, gliclazide, sitagliptin, linagliptin, empagliflozin, dapagliflozin, canagliflozin, pioglitazone, glimepiride, glipizide
painkiller, painkillers, pain killer, pain killers, pain relief, analgesic, analgesics, pain pill, pain tablets: paracetamol, ibuprofen, codeine, tramadol, naproxen, aspirin, morphine, dihydrocodeine, diclofenac, oxycodone, hydrocodone
anti inflammatory, antiinflammatory, nsaid, nsaids: ibuprofen, naproxen, diclofenac, celecoxib, meloxicam, etoricoxib, indometacin
antibiotic, antibiotics, antibiotic therapy: amoxicillin, flucloxacillin, doxycycline, clarithromycin, azithromycin, nitrofurantoin, trimethoprim, cefalexin, ciprofloxacin, phenoxymethylpenicillin, erythromycin, metronidazole
penicillin, penicillins: phenoxymethylpenicillin, benzylpenicillin, amoxicillin, benzathine benzylpenicillin
steroid, steroids, corticosteroid, corticosteroids, corticosteroid therapy, steroid tablets, oral steroids: prednisolone, prednisone, dexamethasone, hydrocortisone, methylprednisolone
steroid cream: hydrocortisone, betamethasone, clobetasone, clobetasol, mometasone
ssri, ssris: sertraline, citalopram, escitalopram, fluoxetine, paroxetine, fluvoxamine
antidepressant, antidepressants, antidepressant therapy: sertraline, citalopram, escitalopram, fluoxetine, paroxetine, mirtazapine, venlafaxine, duloxetine, amitriptyline, fluvoxamine, vortioxetine, trazodone, bupropion, desvenlafaxine, agomelatine, reboxetine, moclobemide, phenelzine, nortriptyline, clomipramine, imipramine, lofepramine, dosulepin, doxepin, trimipramine, mianserin
sleeping tablet, sleeping tablets, sleeping pill, sleeping pills, sleep tablet: zopiclone, zolpidem, temazepam, nitrazepam, melatonin, promethazine, eszopiclone, trazodone
stomach tablet, stomach tablets, acid tablet, ppi, ppis, proton pump inhibitor, antacid, antacids, heartburn tablet: omeprazole, lansoprazole, esomeprazole, pantoprazole, rabeprazole, famotidine, ranitidine, alginic acid
thyroid tablet, thyroid tablets, thyroid pill, thyroid medicine: levothyroxine, liothyronine, carbimazole
antihistamine, antihistamines, hay fever tablet, hayfever tablets, allergy tablet, allergy tablets, allergy pill: cetirizine, loratadine, fexofenadine, chlorphenamine, levocetirizine, desloratadine, diphenhydramine
laxative, laxatives: senna, lactulose, macrogol, bisacodyl, docusate, ispaghula
iron, iron tablet, iron tablets, iron supplement, iron pills: ferrous sulfate, ferrous fumarate, ferrous gluconate
vitamin d, vit d, vitamin d tablets: colecalciferol, ergocalciferol
vitamin b, vitamin b complex, b vitamins, b complex: vitamin b compound, thiamine, pyridoxine
calcium, calcium tablets, calcium supplement: calcium carbonate, calcium citrate, calcium gluconate
potassium, potassium supplement: potassium chloride, potassium citrate
magnesium, magnesium supplement: magnesium oxide, magnesium citrate, magnesium glycerophosphate, magnesium aspartate, magnesium hydroxide
zinc: zinc sulfate, zinc acetate
benadryl: diphenhydramine, acrivastine, cetirizine
retacrit: epoetin alfa, epoetin zeta
caltrate: calcium carbonate, colecalciferol
unisom: doxylamine, diphenhydramine
gaviscon: alginic acid, sodium bicarbonate, calcium carbonate, potassium bicarbonate, aluminium hydroxide, magnesium carbonate
hyoscine: hyoscine butylbromide, hyoscine hydrobromide
thyroid, thyroid medication: levothyroxine, liothyronine, thyroid extract
fluticasone: fluticasone propionate, fluticasone furoate
oestrogen, estrogen, estrogens, hrt, hormone replacement: estradiol, conjugated estrogens
contraceptive pill, the pill, birth control, birth control pill, oral contraceptive, contraceptive: ethinylestradiol, levonorgestrel, desogestrel, norethisterone
mini pill, minipill: desogestrel, norethisterone, levonorgestrel
heparinoid, low molecular weight heparin, lmwh: enoxaparin, dalteparin, tinzaparin
eye drops, eye drop: hypromellose, latanoprost, timolol, chloramphenicol, carmellose
interferon beta: interferon beta 1a, interferon beta 1b
nicotine replacement, nrt: nicotine
gout tablet, gout tablets: allopurinol, febuxostat, colchicine
epilepsy tablets, epilepsy tablet, fit tablets: valproic acid, lamotrigine, levetiracetam, carbamazepine, phenytoin, topiramate
angina spray, nitrate, nitrates, heart spray: glyceryl trinitrate, isosorbide mononitrate
cough medicine, cough mixture, cough syrup: pholcodine, dextromethorphan, guaifenesin, codeine
chemotherapy, chemo: cyclophosphamide, doxorubicin, paclitaxel, docetaxel, cisplatin, fluorouracil
weight loss injection, weight loss jab: semaglutide, tirzepatide, liraglutide
monoclonal antibody, biologic: adalimumab, etanercept, infliximab, rituximab`;
