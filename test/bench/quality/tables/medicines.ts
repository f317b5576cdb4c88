/**
 * Products of the benchmark, one a line: name (British) | name (American, if other) | form | strengths, unit | British
 * brands | American brands | short names | marks. Marks: `brand` prescribed by brand (`brand?` by some lists); `acute` courses; `salt:UK/US` shown
 * in product names; `gr` also sold gastro-resistant; `caps`, `tabs` also sold as capsules, tablets; `prn`; `daily N` times a day.
 */
export const MEDICINES = `
amlodipine||tablet|5,10 mg|Istin|Norvasc||salt:besilate/besylate
ramipril||capsule|2.5,5,10 mg|Tritace|Altace||tabs
lisinopril||tablet|5,10,20 mg|Zestril|Prinivil;Zestril||
perindopril erbumine||tablet|2,4,8 mg|Coversyl|||
enalapril||tablet|5,10,20 mg|Innovace|Vasotec||salt:maleate/maleate
losartan||tablet|25,50,100 mg|Cozaar|Cozaar||salt:potassium/potassium
candesartan||tablet|4,8,16 mg|Amias|Atacand||caps
valsartan||tablet|80,160 mg|Diovan|Diovan||caps
irbesartan||tablet|75,150,300 mg|Aprovel|Avapro||
bisoprolol||tablet|1.25,2.5,5,10 mg|Cardicor|||salt:fumarate/fumarate
atenolol||tablet|25,50,100 mg|Tenormin|Tenormin||
carvedilol||tablet|3.125,6.25,12.5,25 mg|Eucardic|Coreg||daily 2
nebivolol||tablet|2.5,5 mg|Nebilet|Bystolic||
propranolol||tablet|10,40,80 mg|Inderal|Inderal||daily 2 salt:hydrochloride/hydrochloride
doxazosin||tablet|1,2,4 mg|Cardura|Cardura||
furosemide||tablet|20,40 mg|Lasix|Lasix|frusemide|
bumetanide||tablet|1,5 mg|Burinex|Bumex||
bendroflumethiazide||tablet|2.5,5 mg|Aprinox|||
indapamide||tablet|2.5 mg|Natrilix|||
spironolactone||tablet|25,50,100 mg|Aldactone|Aldactone||
eplerenone||tablet|25,50 mg|Inspra|Inspra||
hydrochlorothiazide||tablet|12.5,25 mg||Microzide|HCTZ|
simvastatin||tablet|10,20,40 mg|Zocor|Zocor||
atorvastatin||tablet|10,20,40,80 mg|Lipitor|Lipitor||
rosuvastatin||tablet|5,10,20 mg|Crestor|Crestor||
pravastatin||tablet|10,20,40 mg||Pravachol||
ezetimibe||tablet|10 mg|Ezetrol|Zetia||
aspirin||tablet|75 mg|||ASA|gr
clopidogrel||tablet|75 mg|Plavix|Plavix||
ticagrelor||tablet|60,90 mg|Brilique|Brilinta||daily 2
apixaban||tablet|2.5,5 mg|Eliquis|Eliquis||daily 2
rivaroxaban||tablet|10,15,20 mg|Xarelto|Xarelto||
edoxaban||tablet|30,60 mg|Lixiana|Savaysa||
dabigatran||capsule|110,150 mg|Pradaxa|Pradaxa||daily 2
warfarin||tablet|1,3,5 mg|Marevan|Coumadin||
digoxin||tablet|62.5,125,250 microgram|Lanoxin|Lanoxin||
amiodarone||tablet|100,200 mg|Cordarone X|Pacerone||
ivabradine||tablet|5,7.5 mg|Procoralan|Corlanor||daily 2
ranolazine||mr-tablet|375,500 mg|Ranexa|||daily 2
isosorbide mononitrate||tablet|10,20 mg|||ISMN|daily 2
isosorbide mononitrate||mr-tablet|60 mg|Imdur||ISMN|
nicorandil||tablet|10,20 mg|Ikorel|||daily 2
diltiazem||mr-capsule|120,180,240 mg|Adizem-XL;Slozem|||brand
nifedipine||mr-tablet|30,60 mg|Adalat LA|||brand
felodipine||mr-tablet|2.5,5,10 mg|Plendil|Plendil||
lercanidipine||tablet|10,20 mg|Zanidip|||
metformin||tablet|500,850 mg|Glucophage|Glucophage||daily 2 salt:hydrochloride/hydrochloride
metformin||mr-tablet|500,1000 mg|Glucophage SR|Glucophage XR||
gliclazide||tablet|40,80 mg|Diamicron|||
gliclazide||mr-tablet|30,60 mg|Diamicron MR|||
glimepiride||tablet|1,2,4 mg|Amaryl|Amaryl||
pioglitazone||tablet|15,30 mg|Actos|Actos||
sitagliptin||tablet|25,50,100 mg|Januvia|Januvia||
linagliptin||tablet|5 mg|Trajenta|Tradjenta||
empagliflozin||tablet|10,25 mg|Jardiance|Jardiance||
dapagliflozin||tablet|5,10 mg|Forxiga|Farxiga||
canagliflozin||tablet|100,300 mg|Invokana|Invokana||
levothyroxine||tablet|25,50,100 microgram||Synthroid||salt:sodium/sodium caps
carbimazole||tablet|5,20 mg||||caps
prednisolone||tablet|1,5 mg||||gr
prednisolone||liquid|5/5 mg||||
hydrocortisone||tablet|10,20 mg||Cortef||
fludrocortisone||tablet|100 microgram||||
alendronic acid|alendronate|tablet|70 mg|Fosamax|Fosamax||weekly
risedronate||tablet|35 mg|Actonel|Actonel||weekly salt:sodium/sodium
omeprazole||capsule|10,20,40 mg|Losec|Prilosec||
lansoprazole||capsule|15,30 mg|Zoton|Prevacid||
pantoprazole||tablet|20,40 mg|Pantoloc|Protonix||
esomeprazole||tablet|20,40 mg|Nexium|Nexium||
famotidine||tablet|20,40 mg||Pepcid||
mebeverine||tablet|135 mg|Colofac|||daily 3
domperidone||tablet|10 mg|Motilium|||daily 3
metoclopramide||tablet|10 mg|Maxolon|Reglan||daily 3
loperamide||capsule|2 mg|Imodium|Imodium||prn tabs
senna||tablet|7.5 mg|Senokot|Senokot||
mesalazine|mesalamine|gr-tablet|400,800 mg|Asacol|||daily 3 brand?
sulfasalazine||tablet|500 mg|Salazopyrin|Azulfidine||daily 2 gr
azathioprine||tablet|25,50 mg|Imuran|Imuran||
methotrexate||tablet|2.5,10 mg|||MTX|weekly
methotrexate||injection|15,20 mg|Metoject|||weekly brand?
hydroxychloroquine||tablet|200 mg|Plaquenil|Plaquenil||
leflunomide||tablet|10,20 mg|Arava|Arava||
colchicine||tablet|500 microgram||||prn
allopurinol||tablet|100,300 mg|Zyloric|Zyloprim||
febuxostat||tablet|80,120 mg|Adenuric|||
naproxen||tablet|250,500 mg|Naprosyn|Naprosyn||daily 2 gr
ibuprofen||tablet|200,400 mg|Brufen|Motrin||daily 3 caps
celecoxib||capsule|100,200 mg|Celebrex|Celebrex||
paracetamol|acetaminophen|tablet|500 mg|Panadol|Tylenol|APAP|prn caps daily 4
codeine||tablet|15,30 mg||||prn daily 4 salt:phosphate/phosphate
tramadol||capsule|50 mg|Zydol|||prn daily 4 tabs
morphine||liquid|10/5 mg|Oramorph|||prn salt:sulfate/sulfate
morphine||mr-tablet|10,30,60 mg|MST Continus||| brand daily 2
oxycodone||capsule|5,10 mg|OxyNorm|||daily 4 prn
oxycodone||mr-tablet|10,20 mg|OxyContin;Longtec|||brand daily 2
fentanyl||patch|12,25,50 microgram/hour|Durogesic DTrans|||every72h brand?
buprenorphine||patch|5,10,20 microgram/hour|Butrans|Butrans||weekly brand?
gabapentin||capsule|100,300,400 mg|Neurontin|Neurontin||daily 3 tabs
pregabalin||capsule|25,75,150 mg|Lyrica|Lyrica||daily 2
amitriptyline||tablet|10,25,50 mg||Elavil||
nortriptyline||tablet|10,25 mg||||
duloxetine||capsule|30,60 mg|Cymbalta|Cymbalta||
sertraline||tablet|50,100 mg|Lustral|Zoloft||caps
citalopram||tablet|10,20,40 mg|Cipramil|Celexa||
escitalopram||tablet|5,10,20 mg|Cipralex|Lexapro||
fluoxetine||capsule|20 mg|Prozac|Prozac||tabs
paroxetine||tablet|20,30 mg|Seroxat|Paxil||
mirtazapine||tablet|15,30,45 mg|Zispin|Remeron||
venlafaxine||tablet|37.5,75 mg||||daily 2
venlafaxine||mr-capsule|75,150 mg|Efexor XL|Effexor XR||
trazodone||capsule|50,100 mg|Molipaxin|||
diazepam||tablet|2,5,10 mg||Valium||prn
lorazepam||tablet|1 mg|Ativan|Ativan||prn
zopiclone||tablet|3.75,7.5 mg|Zimovane|||
olanzapine||tablet|5,10 mg|Zyprexa|Zyprexa||
quetiapine||tablet|25,100,200 mg|Seroquel|Seroquel||daily 2
risperidone||tablet|1,2 mg|Risperdal|Risperdal||
aripiprazole||tablet|5,10,15 mg|Abilify|Abilify||
lithium carbonate||mr-tablet|200,400 mg|Priadel|||brand
carbamazepine||tablet|100,200,400 mg|Tegretol|Tegretol||brand daily 2
phenytoin||capsule|50,100 mg||||brand
lamotrigine||tablet|25,50,100 mg|Lamictal|Lamictal||daily 2
levetiracetam||tablet|250,500,1000 mg|Keppra|Keppra||daily 2
topiramate||tablet|25,50 mg|Topamax|Topamax||daily 2
donepezil||tablet|5,10 mg|Aricept|Aricept||salt:hydrochloride/hydrochloride
memantine||tablet|10,20 mg|Ebixa|Namenda||
rivastigmine||patch|4.6,9.5 mg/24hours|Exelon|Exelon||brand?
ropinirole||tablet|1,2 mg|Requip|||daily 3
pramipexole||tablet|88,180 microgram|Mirapexin|||daily 3
rasagiline||tablet|1 mg|Azilect|Azilect||
sumatriptan||tablet|50,100 mg|Imigran|Imitrex||prn
baclofen||tablet|10 mg|Lioresal|Lioresal||daily 3
tizanidine||tablet|2,4 mg||Zanaflex||daily 3 caps
tamsulosin||mr-capsule|400 microgram|Flomaxtra|||
finasteride||tablet|5 mg|Proscar|Proscar||
solifenacin||tablet|5,10 mg|Vesicare|Vesicare||
mirabegron||mr-tablet|25,50 mg|Betmiga|Myrbetriq||
tolterodine||tablet|1,2 mg|Detrusitol|Detrol||daily 2
sildenafil||tablet|25,50,100 mg|Viagra|Viagra||prn
tadalafil||tablet|5,10,20 mg|Cialis|Cialis||
tamoxifen||tablet|20 mg||||
anastrozole||tablet|1 mg|Arimidex|Arimidex||
letrozole||tablet|2.5 mg|Femara|Femara||
bicalutamide||tablet|50,150 mg|Casodex|Casodex||
folic acid||tablet|5 mg||||
ferrous fumarate||tablet|210 mg||||daily 2
colecalciferol|cholecalciferol|capsule|800,20000 unit|Fultium-D3|||
cetirizine||tablet|10 mg|Zirtek|Zyrtec||
loratadine||tablet|10 mg|Clarityn|Claritin||
fexofenadine||tablet|120,180 mg|Telfast|Allegra||
montelukast||tablet|10 mg|Singulair|Singulair||
salbutamol||mdi|100 microgram|Ventolin Evohaler;Salamol|||brand prn puffs
beclometasone||mdi|50,100,200 microgram|Clenil Modulite|||brand daily 2 puffs
tiotropium||dpi|18 microgram|Spiriva|||brand
budesonide||dpi|100,200 microgram|Pulmicort Turbohaler|||brand daily 2 puffs
insulin glargine||insulin|100 unit/ml|Lantus;Abasaglar|Lantus||brand
insulin aspart||insulin|100 unit/ml|NovoRapid|NovoLog||brand daily 3
insulin lispro||insulin|100 unit/ml|Humalog|Humalog||brand daily 3
tacrolimus||capsule|0.5,1,5 mg|Prograf;Adoport|Prograf||brand daily 2
ciclosporin|cyclosporine|capsule|25,50,100 mg|Neoral|Neoral||brand daily 2
mycophenolate mofetil||tablet|500 mg|CellCept|CellCept||daily 2 brand?
theophylline||mr-tablet|200,300 mg|Uniphyllin Continus|||brand daily 2
glyceryl trinitrate|nitroglycerin|sl-spray|400 microgram|Nitrolingual||GTN|prn puffs
latanoprost||eye|50 microgram/ml|Xalatan|||
timolol||eye|2.5,5 mg/ml||||daily 2
dorzolamide||eye|20 mg/ml|Trusopt|||daily 3
hydrocortisone||cream|1 %||||daily 2
clobetasone||cream|0.05 %|Eumovate|||daily 2
betamethasone valerate||cream|0.1 %|Betnovate|||daily 2
fusidic acid||cream|2 %|Fucidin|||acute daily 3
hydroxocobalamin||injection|1 mg||||
denosumab||injection|60 mg|Prolia|Prolia||
adalimumab||injection|40 mg|||| weekly
semaglutide||injection|0.25,0.5,1 mg|Ozempic|Ozempic||weekly
enoxaparin||injection|20,40 mg|Clexane|Lovenox||brand?
liraglutide||injection|6 mg/ml|Victoza|Victoza||
amoxicillin||capsule|250,500 mg|Amoxil|Amoxil||acute daily 3
doxycycline||capsule|100 mg|||| acute
clarithromycin||tablet|250,500 mg|Klaricid|Biaxin||acute daily 2
nitrofurantoin||mr-capsule|100 mg|Macrobid|Macrobid||acute daily 2
trimethoprim||tablet|200 mg||||acute daily 2
flucloxacillin||capsule|250,500 mg|Floxapen|||acute daily 4
ciprofloxacin||tablet|250,500 mg|Ciproxin|Cipro||acute daily 2
co-amoxiclav||tablet|500/125 mg|Augmentin|||acute daily 3
cefalexin|cephalexin|capsule|250,500 mg|Keflex|Keflex||acute daily 3
phenoxymethylpenicillin|penicillin V potassium|tablet|250 mg|||| acute daily 4
labetalol||tablet|100,200 mg|Trandate|||daily 2
sotalol||tablet|80,160 mg|Sotacor|Betapace||daily 2
flecainide||tablet|50,100 mg|Tambocor|||daily 2 caps
dronedarone||tablet|400 mg|Multaq|Multaq||daily 2
hydralazine||tablet|25,50 mg|Apresoline|||daily 2
moxonidine||tablet|200,300,400 microgram|Physiotens|||
telmisartan||tablet|20,40,80 mg|Micardis|Micardis||
olmesartan medoxomil||tablet|10,20,40 mg|Olmetec|Benicar||
torasemide|torsemide|tablet|5,10 mg|Torem|||
metolazone||tablet|2.5,5 mg||||
chlortalidone|chlorthalidone|tablet|25,50 mg||||
bezafibrate||tablet|200 mg|Bezalip|||daily 3
fenofibrate||capsule|200,267 mg|Lipantil|||
prasugrel||tablet|5,10 mg|Efient|Effient||
dipyridamole||mr-capsule|200 mg|Persantin Retard|||daily 2
repaglinide||tablet|0.5,1,2 mg|Prandin|Prandin||daily 3
saxagliptin||tablet|2.5,5 mg|Onglyza|Onglyza||
alogliptin||tablet|6.25,12.5,25 mg|Vipidia|Nesina||
liothyronine||tablet|20 microgram||||
propylthiouracil||tablet|50 mg|||PTU|daily 2
cabergoline||tablet|500 microgram|Dostinex|||weekly
raloxifene||tablet|60 mg|Evista|Evista||
ibandronic acid||tablet|150 mg|Bonviva|||
nizatidine||capsule|150,300 mg||||
hyoscine butylbromide||tablet|10 mg|Buscopan|||daily 4
cyclizine||tablet|50 mg||||daily 3
prochlorperazine||tablet|5 mg|Stemetil|Compazine||daily 3
ondansetron||tablet|4,8 mg|Zofran|Zofran||daily 2
ursodeoxycholic acid|ursodiol|tablet|150,300 mg|||UDCA|daily 2
rifaximin||tablet|550 mg|Targaxan|Xifaxan||daily 2
mercaptopurine||tablet|50 mg||||
tofacitinib||tablet|5 mg|Xeljanz|Xeljanz||daily 2
baricitinib||tablet|2,4 mg|Olumiant|Olumiant||
etoricoxib||tablet|30,60,90 mg|Arcoxia|||
meloxicam||tablet|7.5,15 mg||Mobic||
nefopam||tablet|30 mg||||daily 3
tapentadol||mr-tablet|50,100 mg|Palexia SR||| daily 2 brand
zolmitriptan||tablet|2.5,5 mg|Zomig|Zomig||prn
rizatriptan||tablet|5,10 mg|Maxalt|Maxalt||prn
lacosamide||tablet|50,100 mg|Vimpat|Vimpat||daily 2
zonisamide||capsule|25,50,100 mg|Zonegran|||tabs
clobazam||tablet|10 mg|Frisium|||
primidone||tablet|50,250 mg||Mysoline||brand
vortioxetine||tablet|5,10,20 mg|Brintellix|Trintellix||
bupropion||mr-tablet|150 mg|Zyban|||daily 2
buspirone||tablet|5,10 mg||||daily 2
haloperidol||tablet|1.5,5 mg||Haldol||
clozapine||tablet|25,100 mg|Clozaril|Clozaril||
amisulpride||tablet|50,200 mg|Solian|||
melatonin||mr-tablet|2 mg|Circadin|||
galantamine||mr-capsule|8,16 mg|Reminyl XL|||
entacapone||tablet|200 mg|Comtess|Comtan||daily 3
selegiline||tablet|5,10 mg|Eldepryl|||
riluzole||tablet|50 mg|Rilutek|Rilutek||daily 2
pyridostigmine||tablet|60 mg|Mestinon|Mestinon||daily 4
dutasteride||capsule|500 microgram|Avodart|||
alfuzosin||mr-tablet|10 mg|Xatral XL|||
oxybutynin||tablet|2.5,5 mg|Ditropan|Ditropan||daily 2
trospium||tablet|20 mg|Regurin|||daily 2
darifenacin||mr-tablet|7.5,15 mg|Emselex|Enablex||
exemestane||tablet|25 mg|Aromasin|Aromasin||
cinacalcet||tablet|30,60 mg|Mimpara|Sensipar||
sevelamer||tablet|800 mg|Renagel|Renagel||daily 3
alfacalcidol||capsule|0.25,0.5,1 microgram|One-Alpha|||
calcium acetate||tablet|1000 mg|Phosex|||daily 3
desloratadine||tablet|5 mg|Neoclarityn|Clarinex||
roflumilast||tablet|500 microgram|Daxas|Daliresp||
carbocisteine||capsule|375 mg|Mucodyne|||daily 3
brinzolamide||eye|10 mg/ml|Azopt|||daily 2
bimatoprost||eye|100 microgram/ml|Lumigan|||
terbinafine||tablet|250 mg|Lamisil|Lamisil||
aciclovir|acyclovir|tablet|200,400,800 mg|Zovirax|Zovirax||acute daily 4
metronidazole||tablet|200,400 mg|Flagyl|Flagyl||acute daily 3
erythromycin||tablet|250,500 mg|||| acute daily 4
co-codamol||tablet|8/500,30/500 mg|Solpadol|||prn daily 4 caps parts:codeine+paracetamol
co-careldopa|carbidopa/levodopa|tablet|25/100 mg|Sinemet|Sinemet||daily 3
co-amilofruse||tablet|5/40 mg|Frumil||| parts:amiloride+furosemide
sacubitril/valsartan||tablet|24/26,49/51 mg|Entresto|Entresto||daily 2 parts:sacubitril+valsartan
sitagliptin/metformin||tablet|50/1000 mg|Janumet|||daily 2 parts:sitagliptin+metformin
losartan/hydrochlorothiazide||tablet|50/12.5 mg|Cozaar-Comp|Hyzaar|| parts:losartan+hydrochlorothiazide
`;
