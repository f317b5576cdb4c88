/**
 * Facts: names that stand for several ingredients. Row: names separated by commas = ingredients in the order in which the
 * name's strengths are written ("co-codamol 30/500" is codeine, then paracetamol). BAN "co-" names: British Pharmacopoeia.
 */
export const combinationRows = `
co codamol, cocodamol = codeine + paracetamol
co codaprin, cocodaprin = codeine + aspirin
co dydramol, codydramol = dihydrocodeine + paracetamol
co proxamol, coproxamol = dextropropoxyphene + paracetamol
co amoxiclav, coamoxiclav, amoxiclav, amoxicillin clavulanate, amoxicillin clavulanic acid, amoxicillin pot clavulanate, amoxicillin potassium clavulanate, amoxicillin k clavulanate, amox clav = amoxicillin + clavulanic acid
co fluampicil, cofluampicil = flucloxacillin + ampicillin
co trimoxazole, cotrimoxazole, smz tmp, tmp smx, smx tmp, tmp smz, sulfamethoxazole trimethoprim, trimethoprim sulfamethoxazole ds = sulfamethoxazole + trimethoprim
co careldopa, cocareldopa = carbidopa + levodopa
co beneldopa, cobeneldopa = benserazide + levodopa
co tenidone, cotenidone = atenolol + chlortalidone
co amilofruse, coamilofruse = amiloride + furosemide
co amilozide, coamilozide = amiloride + hydrochlorothiazide
co triamterzide, cotriamterzide = triamterene + hydrochlorothiazide
co zidocapt, cozidocapt = hydrochlorothiazide + captopril
co flumactone, coflumactone = hydroflumethiazide + spironolactone
co prenozide, coprenozide = oxprenolol + cyclopenthiazide
co magaldrox, comagaldrox = magnesium hydroxide + aluminium hydroxide
co simalcite, cosimalcite = simeticone + hydrotalcite
co phenotrope, cophenotrope = diphenoxylate + atropine
co danthramer, codanthramer = dantron + poloxamer 188
co danthrusate, codanthrusate = dantron + docusate
co cyprindiol, cocyprindiol = cyproterone + ethinylestradiol
co tetroxazine = tetroxoprim + sulfadiazine
amphetamine dextroamphetamine mixed salts, mixed amphetamine salts, dextroamphetamine amphetamine, amphetamine salt combo, amphetamine salts, dextroamphetamine saccharate amphetamine aspartate dextroamphetamine sulfate amphetamine sulfate = amfetamine + dexamfetamine
lidocaine prilocaine = lidocaine + prilocaine
biphasic insulin aspart, biphasic insulin aspart 30, insulin aspart biphasic, insulin aspart protamine human insulin aspart human, insulin aspart protamine insulin aspart, insulin aspart prot insulin aspart, insulin asp prt insulin aspart = insulin aspart + insulin aspart protamine
biphasic insulin lispro, insulin lispro biphasic, insulin lispro protamine insulin lispro, insulin lispro protamin lispro = insulin lispro + insulin lispro protamine
biphasic isophane insulin, biphasic human insulin, insulin isophane biphasic human, biphasic insulin isophane, insulin nph isoph u 100 human, insulin nph regular human, insulin nph and regular human, insulin human isophane regular, insulin nph human regular insulin human = insulin isophane + insulin soluble
compound macrogol, compound macrogol oral, macrogol compound, macrogol 3350 compound, macrogols, macrogol compound half strength = macrogol + sodium bicarbonate + sodium chloride + potassium chloride
compound sodium lactate, hartmanns, hartmanns solution, lactated ringers, ringers lactate, lactated ringer = sodium chloride + potassium chloride + calcium chloride + sodium lactate
oral rehydration salts, oral rehydration salt = glucose + potassium chloride + sodium chloride + sodium citrate
calcium and ergocalciferol = calcium phosphate + ergocalciferol
compound alginic acid, compound alginate = alginic acid + sodium bicarbonate + calcium carbonate
emulsifying ointment = emulsifying wax + white soft paraffin + liquid paraffin
whitfields = benzoic acid + salicylic acid
thymol glycerin, compound thymol glycerin = thymol + glycerol
sodium alginate potassium bicarbonate = alginic acid + potassium bicarbonate
magnesium trisilicate mixture = magnesium trisilicate + magnesium carbonate + sodium bicarbonate
fluticasone salmeterol, fluticasone propion salmeterol = fluticasone propionate + salmeterol
salmeterol fluticasone = salmeterol + fluticasone propionate
fluticasone formoterol = fluticasone propionate + formoterol
azelastine fluticasone = azelastine + fluticasone propionate
fluticasone vilanterol = fluticasone furoate + vilanterol
fluticasone umeclidinium vilanterol, fluticasone umeclidin vilanter, fluticasone umeclidinium bromide vilanterol = fluticasone furoate + umeclidinium + vilanterol
vitamins a and d = retinol + colecalciferol
omega 3 acid vitamin e, omega 3 fatty acids vitamin e = omega 3 fatty acids + tocopherol`;

/** Facts: combinations known by the total of their amounts. Row: total, colon, the amount of each in mg. */
export const totalRows = `
375 mg: amoxicillin 250, clavulanic acid 125
625 mg: amoxicillin 500, clavulanic acid 125
1000 mg: amoxicillin 875, clavulanic acid 125
480 mg: sulfamethoxazole 400, trimethoprim 80
960 mg: sulfamethoxazole 800, trimethoprim 160
2250 mg: piperacillin 2000, tazobactam 250
3375 mg: piperacillin 3000, tazobactam 375
4500 mg: piperacillin 4000, tazobactam 500
62.5 mg: benserazide 12.5, levodopa 50
125 mg: benserazide 25, levodopa 100
250 mg: benserazide 50, levodopa 200
110 mg: carbidopa 10, levodopa 100
275 mg: carbidopa 25, levodopa 250`;
