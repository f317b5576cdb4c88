/** Facts: salt, ester and hydrate words that follow (or precede) an ingredient and by themselves make no other therapy. */
export const saltWords = `
hydrochloride hydrochlor hydrocholoride hcl dihydrochloride monohydrochloride hydrobromide hydroiodide bromide methobromide
chloride iodide fluoride sulfate sulphate bisulfate bisulphate hydrogensulfate hemisulfate phosphate diphosphate dihydrogenphosphate
disodium nitrate mononitrate acetate diacetate trifluoroacetate citrate dihydrogencitrate tartrate bitartrate ditartrate
hydrogentartrate hemitartrate maleate hydrogenmaleate dimaleate fumarate hemifumarate hydrogenfumarate succinate hemisuccinate
gluconate lactate lactobionate malate mesylate mesilate dimesylate dimesilate methanesulfonate besylate besilate tosylate tosilate
ditosylate esylate edisylate napsylate napsilate camsylate isethionate isetionate pamoate embonate xinafoate hyclate monohydrate
hemihydrate dihydrate trihydrate anhydrous hydrate sesquihydrate pentahydrate propionate dipropionate valerate furoate
butyrate caproate decanoate enanthate undecanoate palmitate stearate estolate ethylsuccinate acetonide hexacetonide
carbonate bicarbonate oxide hydroxide sodium potassium calcium magnesium zinc lysine arginine erbumine meglumine
tromethamine trometamol olamine diolamine diethylamine diethylammonium epolamine medoxomil cilexetil etexilate axetil proxetil
pivoxil marboxil disoproxil alafenamide benzoate salicylate oxalate teoclate theoclate
dihydrochloridum base freebase ester salt polistirex resinate bisulphite nicotinate orotate pivalate tebutate aceponate
polacrilex complex dried macrocrystals macrocrystal monohyd macro liposomal liposome pegylated lauroxil protein bound albumin succ tart aabc mono semisodium propanediol ascorbate saccharate aspartate`;

/**
 * Where the salt decides the product. Row: ingredient | salt phrase | product ('' for the ordinary one) | release ('' unsaid) |
 * why. Sources: British National Formulary and product labels; prolonged release of metoprolol succinate: Toprol-XL label.
 */
export const saltProductRows = `
metoprolol | succinate | metoprolol succinate | 24-hour | only sold as prolonged release
metoprolol | succ | metoprolol succinate | 24-hour | as above, shortened
metoprolol | tartrate | | | the ordinary salt
haloperidol | decanoate | haloperidol decanoate | | depot
fluphenazine | decanoate | fluphenazine decanoate | | depot
flupentixol | decanoate | flupentixol decanoate | | depot
zuclopenthixol | decanoate | zuclopenthixol decanoate | | depot
zuclopenthixol | acetate | zuclopenthixol acetate | | three-day depot
paliperidone | palmitate | paliperidone palmitate | | depot
aripiprazole | lauroxil | aripiprazole lauroxil | | depot
olanzapine | pamoate | olanzapine embonate | | depot
olanzapine | embonate | olanzapine embonate | | depot
hydrocortisone | butyrate | hydrocortisone butyrate | | potent where hydrocortisone is mild
insulin lispro | aabc | insulin lispro aabc | | faster; dose for dose, not at the same time
betamethasone | valerate | betamethasone valerate | | topical potency differs by ester
betamethasone | dipropionate | betamethasone dipropionate | | topical potency differs by ester
methylprednisolone | acetate | methylprednisolone acetate | | depot
perindopril | arginine | perindopril arginine | | 5 mg of it is 4 mg of erbumine
estradiol | valerate | estradiol valerate | | other amounts than estradiol
estradiol | cypionate | estradiol cypionate | | depot
valproic acid | divalproex | valproate semisodium | | other licence and dose than sodium valproate
valproic acid | semisodium | valproate semisodium | | other licence and dose than sodium valproate
diclofenac | epolamine | diclofenac epolamine | | medicated plaster
doxorubicin | liposomal | doxorubicin liposomal | | not interchangeable
doxorubicin | liposome | doxorubicin liposomal | | not interchangeable
amphotericin b | liposomal | amphotericin b liposomal | | not interchangeable
amphotericin b | liposome | amphotericin b liposomal | | not interchangeable
paclitaxel | protein | paclitaxel albumin-bound | | not interchangeable
paclitaxel | albumin | paclitaxel albumin-bound | | not interchangeable
nitrofurantoin | monohydrate | | 12-hour | with macrocrystals: the twice-daily capsule
nitrofurantoin | monohyd | | 12-hour | with macrocrystals: the twice-daily capsule`;

/** Where the strength decides the product and no word names it. Row: ingredient | strength | product | why. */
export const strengthProductRows = `
betamethasone | 0.1 % | betamethasone valerate | the ester of this strength
betamethasone | 0.025 % | betamethasone valerate | the ester of this strength
betamethasone | 0.05 % | betamethasone dipropionate | the ester of this strength
diclofenac | 3 % | diclofenac hyaluronate | for actinic keratosis, not for pain
denosumab | 120 mg/1.7 ml | xgeva | other dose and indication than 60 mg
denosumab | 70 mg/1 ml | xgeva | the same, as a concentration`;
