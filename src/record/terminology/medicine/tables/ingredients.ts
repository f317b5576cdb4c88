/**
 * Facts: ingredients by INN and their other names (BAN, USAN, older names, established abbreviations and spellings).
 * Row: key (lower-case INN, or the common name where there is none), colon, other names separated by commas. A salt has a
 * row of its own only where it decides the product; salt words otherwise are in salts.ts.
 */
export const ingredientRows = `
abacavir
abatacept
abemaciclib
abiraterone
acalabrutinib
acamprosate
acarbose
acebutolol
aceclofenac
acemetacin
acenocoumarol: nicoumalone
acetazolamide
acetylcysteine: n acetylcysteine, n acetyl cysteine, nac
aciclovir: acyclovir
acitretin
aclidinium
acrivastine
adalimumab: adalimumab aacf, adalimumab aaty, adalimumab adaz, adalimumab adbm, adalimumab atto, adalimumab bwwd, adalimumab fkjp
adapalene
adefovir
aflibercept
agomelatine
albendazole
albiglutide
alemtuzumab
alendronic acid: alendronate, alendronate sodium, sodium alendronate
alfacalcidol: 1 alpha hydroxycholecalciferol
alfentanil
alfuzosin
alginic acid: sodium alginate, alginate
alimemazine: trimeprazine
alirocumab
aliskiren
allopurinol
almotriptan
alogliptin
alosetron
alprazolam
alprostadil
alteplase: tpa
aluminium hydroxide: aluminum hydroxide
amantadine
ambrisentan
amfetamine: amphetamine, amphetamine aspartate
amikacin
amiloride
aminophylline
amiodarone: amiodarone hydrocholoride
amisulpride
amitriptyline
amlodipine: amlodipin
amorolfine
amoxapine
amoxicillin: amoxycillin
amphotericin b: amphotericin
ampicillin
anagrelide
anakinra
anastrozole
anidulafungin
apalutamide
apixaban
apomorphine
apraclonidine
apremilast
aprepitant
aripiprazole
armodafinil
arsenic trioxide
artemether
articaine
asciminib
asenapine
ascorbic acid: vitamin c, vit c, ascorbate
asparaginase
aspirin: acetylsalicylic acid, asa, acetyl salicylic acid
astemizole
atazanavir
atenolol
atezolizumab
atogepant
atomoxetine
atorvastatin
atovaquone
atracurium
atropine
avanafil
avatrombopag
axitinib
azacitidine
azathioprine
azelaic acid
azelastine
azilsartan: azilsartan medoxomil
azithromycin
aztreonam
bacitracin
baclofen
balsalazide
baricitinib
beclometasone: beclomethasone, beclometasone dipropionate, beclomethasone dipropionate
bedaquiline
belimumab
bempedoic acid
benazepril
bendamustine
bendroflumethiazide: bendrofluazide
benperidol
benralizumab
benserazide
benzatropine: benztropine
benzathine benzylpenicillin: penicillin g benzathine, benzathine penicillin g, benzathine penicillin, benzathine benzyl penicillin
benzocaine
benzonatate
benzoyl peroxide
benzydamine
benzylpenicillin: penicillin g, benzyl penicillin
betahistine
betamethasone
betaxolol
bethanechol
bevacizumab
bexarotene
bezafibrate
bicalutamide
bictegravir
bimatoprost
bisacodyl
bismuth subsalicylate
bismuth subcitrate: tripotassium dicitratobismuthate
bisoprolol
bivalirudin
bleomycin
bortezomib
bosentan
bosutinib
brexpiprazole
brimonidine
brinzolamide
brivaracetam
brodalumab
brolucizumab
bromazepam
bromfenac
bromocriptine
brompheniramine
budesonide
bumetanide
bupivacaine
buprenorphine
bupropion: amfebutamone
burosumab
buserelin
buspirone
busulfan: busulphan
butalbital
cabazitaxel
cabergoline
cabotegravir
cabozantinib
caffeine
calamine
calcipotriol: calcipotriene
calcitonin: salcatonin, calcitonin salmon, salmon calcitonin
calcitriol: 1 25 dihydroxycholecalciferol
calcium acetate
calcium carbonate
calcium chloride
calcium citrate
calcium gluconate
calcium folinate: leucovorin, folinic acid, leucovorin calcium, calcium leucovorin
canagliflozin
canakinumab
candesartan: candesartan cilexetil
cangrelor
cannabidiol
capecitabine
capsaicin
captopril
carbachol
carbamazepine: cbz
carbamide peroxide: urea hydrogen peroxide
carbidopa
carbimazole
carbinoxamine
carbocisteine: carbocysteine
carbomer: carbomers, carbomer 980
carboplatin
carfilzomib
cariprazine
carisoprodol
carmellose: carboxymethylcellulose, carmellose sodium
carmustine
carteolol
carvedilol
caspofungin
cefaclor
cefadroxil
cefalexin: cephalexin
cefazolin: cephazolin
cefdinir
cefditoren
cefepime
cefixime
cefotaxime
cefotetan
cefoxitin
cefpodoxime
cefprozil
cefradine: cephradine
ceftaroline: ceftaroline fosamil
ceftazidime
ceftriaxone
cefuroxime
celecoxib
celiprolol
cenobamate
certolizumab pegol: certolizumab
certoparin
cetirizine
cetrimide
cetrorelix
cetuximab
cevimeline
charcoal: activated charcoal
chloral hydrate
chlorambucil
chloramphenicol
chlordiazepoxide
chlorhexidine
chloroquine
chlorothiazide
chlorphenamine: chlorpheniramine, chlorphenamine maleate
chlorpromazine
chlorpropamide
chlortalidone: chlorthalidone
chlorzoxazone
choline salicylate
ciclesonide
ciclopirox: ciclopirox olamine
ciclosporin: cyclosporine, cyclosporin, cyclosporin a, ciclosporine
cidofovir
cilazapril
cilostazol
cimetidine
cimicifuga racemosa: black cohosh, cimicifuga racemosa extract, black cohosh extract
cinacalcet
cinchocaine: dibucaine
cinnarizine
ciprofibrate
ciprofloxacin: cipro floxacin
cisatracurium
cisplatin
citalopram
cladribine
clarithromycin
clemastine
clevidipine
clindamycin
clobazam
clobetasol
clobetasone
clodronic acid: sodium clodronate, clodronate
clofazimine
clomethiazole
clomifene: clomiphene
clomipramine
clonazepam
clonidine
clopidogrel
dipotassium clorazepate: clorazepate, clorazepate dipotassium
clotrimazole
clozapine
coal tar: tar
cobicistat
codeine
colchicine
colecalciferol: cholecalciferol, vitamin d3, vit d3, vitamin d 3, colecalciferol vitamin d3, cholecalciferol vitamin d3
colesevelam
colestipol
colestyramine: cholestyramine, cholestyramine resin
colistimethate: colistin, colistimethate sodium, polymyxin e
conjugated estrogens: estrogens conjugated, conjugated oestrogens, estrogens conjugated usp, conjugated equine estrogens
crisaborole
cromoglicic acid: sodium cromoglicate, cromolyn, cromolyn sodium, sodium cromoglycate, cromoglicate
crotamiton
cyanocobalamin: vitamin b12, vit b12, b12, vitamin b 12, vitamin b12 cyanocobalamin, cyanocobalamin vitamin b12, cyanocobalamin vitamin b 12
cyclizine
cyclobenzaprine
cyclopentolate
cyclophosphamide
cyproheptadine
cyproterone
mercaptamine: cysteamine
cytarabine
dabigatran: dabigatran etexilate
dabrafenib
dacarbazine
dactinomycin
dalbavancin
fampridine: dalfampridine
dalteparin
danaparoid
danazol
dantrolene
dapagliflozin: dapagliflozin propanediol
dapoxetine
dapsone
daptomycin
daratumumab
darbepoetin alfa
daridorexant
darifenacin
darolutamide
darunavir
dasatinib
daunorubicin
deferasirox
deferiprone
deferoxamine: desferrioxamine
deflazacort
degarelix
delafloxacin
demeclocycline
denosumab
dequalinium
desflurane
desipramine
desloratadine
desmopressin: ddavp
desogestrel
desonide
desoximetasone: desoxymetasone
desvenlafaxine
deucravacitinib
deutetrabenazine
dexamethasone
dexamfetamine: dextroamphetamine, dexamphetamine, dextroamphetamine saccharate
dexchlorpheniramine
dexketoprofen
dexlansoprazole
dexmedetomidine
dexmethylphenidate
dextromethorphan: dextromethorphan hydrobromide, dxm
diazepam
diazoxide
diclofenac
dicloxacillin
dicyclomine: dicycloverine, dicycloverine hydrochloride
didanosine
dienogest
diethylpropion: amfepramone
diflucortolone
diflunisal
difluprednate
digoxin
dihydrocodeine
dihydroergotamine
diltiazem
dimenhydrinate
dimethicone: dimeticone
dimethyl fumarate
dinoprostone
diphenhydramine
diphenoxylate
dipivefrine
dipyridamole: dypiridamole
disopyramide
disulfiram
dithranol: anthralin
dobutamine
docetaxel
docosahexaenoic acid: docosahexaenoate
docusate: docusate sodium, dioctyl sodium sulfosuccinate, docusate calcium
dofetilide
dolasetron
dolutegravir
domperidone
donepezil
dopamine
doravirine
dornase alfa
dorzolamide
dosulepin: dothiepin
doxapram
doxazosin
doxepin
doxercalciferol
doxorubicin: adriamycin
doxycycline
doxylamine
dronabinol
dronedarone
droperidol
drospirenone
dulaglutide
duloxetine
dupilumab
durvalumab
dutasteride
econazole
eculizumab
edaravone
edoxaban
efavirenz
eflornithine
elagolix
eletriptan
elexacaftor
eltrombopag
eluxadoline
empagliflozin
emtricitabine
enalapril
enfuvirtide
enoxaparin
entacapone
entecavir
enzalutamide
ephedrine
epinastine
epinephrine: adrenaline
epirubicin
eplerenone
epoetin alfa
epoetin beta
epoetin zeta
epoprostenol
eprosartan
eptifibatide
erenumab
ergocalciferol: vitamin d2, vit d2, calciferol, ergocalciferol vitamin d2
ergometrine: ergonovine
ergotamine
eribulin
erlotinib
ertapenem
ertugliflozin
erythromycin
escitalopram
eslicarbazepine
esmolol
esomeprazole
estazolam
estradiol: oestradiol
estriol: oestriol
eszopiclone
etanercept
etelcalcetide
ethacrynic acid: etacrynic acid
ethambutol
ethinylestradiol: ethinyl estradiol, ethinyloestradiol
ethosuximide
etidronic acid: disodium etidronate, etidronate
etodolac
etonogestrel
etoposide
etoricoxib
etravirine
everolimus
evolocumab
exemestane
exenatide
ezetimibe
famciclovir
famotidine
faricimab
febuxostat
felbamate
felodipine
fenofibrate
fenofibric acid
fenoprofen
fentanyl
ferric carboxymaltose
ferric maltol
iron sucrose
iron dextran
ferric derisomaltose: iron isomaltoside
ferrous fumarate
ferrous gluconate
ferrous sulfate: ferrous sulphate, iron sulfate, feso4, ferrous sulfate dried, dried ferrous sulfate, dried ferrous sulphate
fesoterodine
fexofenadine
fidaxomicin
filgrastim: tbo filgrastim, filgrastim aafi, filgrastim sndz, g csf
finasteride
finerenone
fingolimod
flavoxate
flecainide
flibanserin
flucloxacillin: floxacillin
fluconazole
flucytosine
fludarabine
fludrocortisone
flumazenil
flumetasone: flumethasone
flunarizine
flunisolide
flunitrazepam
fluocinolone: fluocinolone acetonide
fluocinonide
fluorescein
fluoride: sodium fluoride
fluorometholone
fluorouracil: 5 fluorouracil, 5fu, 5 fu
fluoxetine
flupentixol: flupenthixol
fluphenazine
flurazepam
flurbiprofen
flutamide
fluticasone propionate
fluticasone furoate
fluvastatin
fluvoxamine
folic acid: folate, vitamin b9
follitropin alfa
fondaparinux
formoterol: eformoterol, formoterol fumarate
fosamprenavir
fosaprepitant
fosfomycin: fosfomycin trometamol
fosinopril
fosphenytoin
fostemsavir
fremanezumab
frovatriptan
fulvestrant
furosemide: frusemide
fusidic acid: sodium fusidate, fusidate
gabapentin
galantamine
galcanezumab
ganciclovir
ganirelix
gatifloxacin
gefitinib
gemcitabine
gemfibrozil
gentamicin: gentamycin
gestodene
gilteritinib
glatiramer: glatiramer acetate, copolymer 1
glecaprevir
glibenclamide: glyburide
gliclazide
glimepiride
glipizide
glucagon
glucosamine
glucose: dextrose, dextrose monohydrate
glycerol: glycerin, glycerine
glyceryl trinitrate: nitroglycerin, nitroglycerine, nitro glycerin, gtn, glyceryl trinit, trinitrin
glycopyrronium: glycopyrrolate, glycopyrronium bromide
golimumab
gonadorelin
goserelin
granisetron
griseofulvin
guaifenesin: guaiphenesin
guanfacine
guselkumab
haloperidol
heparin: heparin sodium, heparin calcium, unfractionated heparin
hyaluronic acid: sodium hyaluronate, hyaluronate
hydralazine
hydrochlorothiazide: hctz, hydrochlorthiazide
hydrocodone
hydrocortisone
hydromorphone
hydroquinone
hydroxocobalamin
hydroxycarbamide: hydroxyurea
hydroxychloroquine: hcq
hydroxyprogesterone: hydroxyprogesterone caproate
hydroxyzine
hyoscine butylbromide: scopolamine butylbromide
hyoscine hydrobromide: scopolamine, scopolamine hydrobromide
hyoscyamine: l hyoscyamine
hypromellose: hydroxypropyl methylcellulose
ibandronic acid: ibandronate, ibandronate sodium
ibrutinib
ibuprofen
icatibant
icosapent ethyl: eicosapentaenoic acid ethyl ester
idarubicin
idelalisib
ifosfamide
iloperidone
iloprost
imatinib
imipenem
imipramine
imiquimod
inclisiran
indacaterol
indapamide
indinavir
indometacin: indomethacin
indoramin
infliximab: infliximab dyyb, infliximab abda, infliximab axxq
ingenol mebutate
inosine pranobex
inositol
insulin aspart
insulin aspart protamine
insulin degludec
insulin detemir
insulin glargine: insulin glargine yfgn, insulin glargine aglr
insulin glulisine
insulin isophane: isophane insulin, insulin isophane human, human isophane insulin, nph insulin, insulin nph, insulin nph human, insulin nph human isophane, isophane insulin human, nph human insulin isophane, insulin human isophane
insulin lispro
insulin lispro protamine
insulin soluble: insulin regular, insulin regular human, regular insulin human, regular insulin, soluble insulin, soluble human insulin, neutral insulin, insulin human regular, insulin soluble human
interferon alfa
interferon beta 1a: interferon beta-1a
interferon beta 1b
peginterferon alfa 2a: peginterferon alfa
peginterferon beta 1a
ipilimumab
ipratropium
irbesartan
irinotecan
isocarboxazid
isoniazid
isoprenaline: isoproterenol
isosorbide dinitrate: isdn
isosorbide mononitrate: ismn
isotretinoin
isradipine
ispaghula: ispaghula husk, psyllium, psyllium husk, plantago ovata
istradefylline
itraconazole
ivabradine
ivacaftor
ivermectin
ixazomib
ixekizumab
ketamine
ketoconazole
ketoprofen
ketorolac: ketorolac tromethamine
ketotifen
labetalol
lacidipine
lacosamide
lactase
lactulose
lamivudine: 3tc
lamotrigine
lanreotide
lansoprazole
lanthanum
lapatinib
lasmiditan
latanoprost
latanoprostene
ledipasvir
leflunomide
lemborexant
lenalidomide
lenvatinib
lercanidipine
letermovir
letrozole
leuprorelin: leuprolide, leuprorelin acetate
levetiracetam
levobunolol
levobupivacaine
levocabastine
levocarnitine: l carnitine, carnitine
levocetirizine
levodopa: l dopa
levofloxacin
levomepromazine: methotrimeprazine
levomilnacipran
levonorgestrel
levosimendan
levothyroxine: thyroxine, l thyroxine, levothyroxin
lidocaine: lignocaine
lifitegrast
linaclotide
linagliptin
linezolid
liothyronine: triiodothyronine, tri iodothyronine
liraglutide
lisdexamfetamine: lisdexamphetamine
lisinopril
lithium
lixisenatide
lodoxamide
lofepramine
lofexidine
loperamide
lopinavir
loratadine
lorazepam
lorlatinib
lormetazepam
losartan
loteprednol: loteprednol etabonate
lovastatin
loxapine
lubiprostone
lumacaftor
lumateperone
lurasidone
lymecycline
macitentan
macrogol: polyethylene glycol, polyethylene glycol 3350, macrogol 3350, peg 3350, polyethylene glycols, polyethylene glycol 400
magnesium carbonate
magnesium citrate
magnesium chloride
magnesium glycerophosphate
magnesium hydroxide
magnesium oxide
magnesium aspartate
magnesium sulfate: magnesium sulphate
magnesium trisilicate
mannitol
maraviroc
mebendazole
mebeverine
meclozine: meclizine
medroxyprogesterone: medroxyprogesterone acetate, dmpa
mefenamic acid
mefloquine
megestrol
melatonin
meloxicam
melphalan
memantine
menadiol
menthol
mepacrine
mepivacaine
mepolizumab
meprobamate
mercaptopurine: 6 mercaptopurine, 6mp, 6 mp
meropenem
mesalazine: mesalamine, 5 asa, 5 aminosalicylic acid
mesna
mestranol
metaraminol
metaxalone
metformin
methadone
methazolamide
methenamine: hexamine
methocarbamol
methotrexate: mtx
methoxsalen
methoxyflurane
methylcellulose
methyldopa
methylergometrine: methylergonovine
methylnaltrexone
methylphenidate
methylprednisolone
methylscopolamine
methyltestosterone
methysergide
metipranolol
metoclopramide
metolazone
metoprolol
metronidazole
metyrapone
mexiletine
micafungin
miconazole
midazolam
midodrine
mifepristone
miglitol
miglustat
milnacipran
minocycline
minoxidil
mirabegron
mirtazapine
misoprostol
mitomycin
mitoxantrone
mizolastine
moclobemide
modafinil
moexipril
molindone
molnupiravir
mometasone: mometasone furoate
montelukast
morphine
moxifloxacin
moxonidine
mupirocin
mycophenolate mofetil: mmf
mycophenolic acid: mycophenolate sodium, mycophenolate, mycophenolic sodium
nabilone
nabumetone
nadolol
nafarelin
naftidrofuryl
naftifine
nalbuphine
naldemedine
nalmefene
naloxegol
naloxone
naltrexone
nandrolone
naphazoline
naproxen
naratriptan
natalizumab
nateglinide
nebivolol
nedocromil
nefazodone
nefopam
nelarabine
neomycin
neostigmine
nepafenac
netarsudil
netupitant
nevirapine
nicardipine
niclosamide
nicorandil
nicotinamide: niacinamide
nicotine
nicotinic acid: niacin
nifedipine
nilotinib
nimodipine
nintedanib
niraparib
nirmatrelvir
nisoldipine
nitazoxanide
nitrazepam
nitrofurantoin
nitrous oxide
nivolumab
nizatidine
nonoxynol 9: nonoxinol 9
norelgestromin
norepinephrine: noradrenaline
norethisterone: norethindrone, norethindrone acetate, norethisterone acetate, noreth
noretynodrel: norethynodrel
norgestimate
norgestrel
nortriptyline
nystatin: nystatine
obeticholic acid
obinutuzumab
ocrelizumab
octreotide
ofatumumab
ofloxacin
olanzapine
olaparib
olmesartan: olmesartan medoxomil
olodaterol
olopatadine
olsalazine
omalizumab
omega 3 fatty acids: omega 3 acid ethyl esters, fish oil, fish oils, omega 3, omega 3 marine triglycerides, omega 3 fish oil
omeprazole
ondansetron
opicapone
opium
orlistat
orphenadrine
oseltamivir
osimertinib
ospemifene
oxaliplatin
oxandrolone
oxaprozin
oxazepam
oxcarbazepine
oxerutins
oxprenolol
oxybutynin
oxycodone
oxymetazoline
oxymorphone
oxytetracycline
oxytocin
ozanimod
paclitaxel
palbociclib
paliperidone
palonosetron
pamidronic acid: disodium pamidronate, pamidronate
pancreatin: pancrelipase, pancreatic enzymes, pancreatic enzyme
pancuronium
panitumumab
pantoprazole
papaverine
paracetamol: acetaminophen, apap, acetaminophn, acetaminop
paraffin
parecoxib
paricalcitol
paroxetine
pasireotide
patiromer
pazopanib
pegfilgrastim
pegloticase
pembrolizumab
pemetrexed
penciclovir
penicillamine
pentamidine
pentazocine
pentobarbital
pentosan polysulfate: pentosan polysulfate sodium
pentostatin
pentoxifylline: oxpentifylline
peppermint oil
perampanel
pericyazine
perindopril
permethrin
perphenazine
pertuzumab
pethidine: meperidine
phenazopyridine
phenelzine
phenindione
pheniramine
phenobarbital: phenobarbitone
phenol
phenoxybenzamine
phenoxymethylpenicillin: penicillin v, penicillin vk, penicillin v potassium, pen v, pen vk, penicillin v k
phentermine
phentolamine
phenylephrine
phenytoin: diphenylhydantoin
pholcodine
phosphates enema
phytomenadione: vitamin k, vitamin k1, phytonadione
pilocarpine
pimavanserin
pimecrolimus
pimozide
pindolol
pioglitazone
piperacillin
piracetam
pirfenidone
piroxicam
pitavastatin
pitolisant
pivmecillinam
pizotifen
podophyllotoxin: podofilox
polatuzumab vedotin
polymyxin b
polystyrene sulfonate: sodium polystyrene sulfonate, calcium polystyrene sulfonate, polystyrene sulphonate
polyvinyl alcohol
pomalidomide
ponatinib
posaconazole
potassium bicarbonate
potassium chloride: kcl
potassium citrate
potassium iodide
potassium permanganate
povidone iodine
pralidoxime
pramipexole
pramocaine: pramoxine
prasterone: dehydroepiandrosterone, dhea
prasugrel
pravastatin
praziquantel
prazosin
prednisolone
prednisone
pregabalin
prilocaine
primaquine
primidone
probenecid
procainamide
procarbazine
prochlorperazine
procyclidine
progesterone
proguanil
promazine
promethazine
propafenone
propantheline
propiverine
propofol
dextropropoxyphene: propoxyphene
propranolol
propylthiouracil: ptu
protriptyline
prucalopride
pseudoephedrine
pyrazinamide
pyridostigmine
pyridoxine: vitamin b6, vit b6
pyrimethamine
quetiapine
quinagolide
quinapril
quinidine
quinine
rabeprazole
racecadotril
raloxifene
raltegravir
ramelteon
ramipril
ramucirumab
ranibizumab
ranitidine
ranolazine
rasagiline
rasburicase
ravulizumab
reboxetine
regorafenib
relugolix
remdesivir
remifentanil
repaglinide
reslizumab
retapamulin
retinol: vitamin a, retinol palmitate, vitamin a palmitate
ribavirin
ribociclib
riboflavin: vitamin b2
rifabutin
rifampicin: rifampin
rifapentine
rifaximin
rilpivirine
riluzole
rimegepant
riociguat
risankizumab
risdiplam
risedronic acid: risedronate, risedronate sodium, sodium risedronate
risperidone
ritonavir
rituximab: rituximab abbs, rituximab pvvr, rituximab arrx
rivaroxaban
rivastigmine
rizatriptan
rocuronium
rofecoxib
roflumilast
romiplostim
romosozumab
ropinirole
ropivacaine
rosiglitazone
rosuvastatin
rotigotine
rucaparib
rufinamide
ruxolitinib
sacubitril
safinamide
salbutamol: albuterol
salicylic acid
salmeterol
sapropterin
saquinavir
sarilumab
saxagliptin
secukinumab
selegiline
selenium sulfide: selenium sulphide
selexipag
semaglutide
senna: sennosides, sennoside, sennosides a and b, sennosides usp, senna leaf extract
sertraline
sevelamer
sevoflurane
sildenafil
silodosin
silver sulfadiazine: sulfadiazine silver
simeticone: simethicone
simvastatin: simvistatin
siponimod
sirolimus: rapamycin
sitagliptin
sodium bicarbonate
sodium chloride: saline, normal saline, nacl
sodium citrate
sodium feredetate: sodium ironedetate
sodium oxybate
sodium phosphate
sodium picosulfate: sodium picosulphate
sodium zirconium cyclosilicate
sofosbuvir
solifenacin
solriamfetol
somatropin: human growth hormone
sorafenib
sotalol
sotorasib
spironolactone
stavudine
stiripentol
streptokinase
streptomycin
strontium ranelate
sucralfate
sucroferric oxyhydroxide
sugammadex
sulfacetamide: sulphacetamide
sulfasalazine: sulphasalazine, salazosulfapyridine
sulfadiazine: sulphadiazine
sulfamethoxazole: sulphamethoxazole, smx
sulindac
sulpiride
sulthiame
sumatriptan
sunitinib
suvorexant
suxamethonium: succinylcholine
tacalcitol
tacrolimus
tadalafil
tafamidis
tafluprost
tamoxifen
tamsulosin
tapentadol
tasimelteon
tazarotene
tazobactam
tedizolid
teduglutide
tegaserod
teicoplanin
telmisartan
temazepam
temozolomide
temsirolimus
tenecteplase
tenofovir disoproxil: tenofovir disoproxil fumarate, tenofovir, tdf
tenofovir alafenamide: taf
tenoxicam
terazosin
terbinafine
terbutaline
terconazole
teriflunomide
teriparatide
testosterone
testosterone cypionate: testosterone cipionate
testosterone enanthate: testosterone enantate
testosterone undecanoate
tetrabenazine
tetracaine: amethocaine
tetracycline
tezacaftor
tezepelumab
thalidomide
theophylline
thiamine: vitamin b1, vit b1, thiamin
thioridazine
thiothixene: tiotixene
thyroid extract: thyroid usp, desiccated thyroid, thyroid desiccated, natural thyroid, thyroid porcine
tiagabine
tibolone
ticagrelor
ticlopidine
tigecycline
tildrakizumab
timolol
tinidazole
tinzaparin
tioguanine: thioguanine, 6 thioguanine
tiotropium
tipranavir
tirofiban
tirzepatide
tizanidine
tobramycin
tocilizumab
tocopherol: vitamin e, vit e, alpha tocopherol, tocopheryl acetate, vitamin e dl alpha tocopheryl acetate
tofacitinib
tolazamide
tolbutamide
tolcapone
tolterodine
tolvaptan
topiramate
topotecan
torasemide: torsemide
toremifene
trabectedin
tramadol
trametinib
trandolapril
tranexamic acid
tranylcypromine
trastuzumab
trastuzumab emtansine: ado trastuzumab emtansine
trastuzumab deruxtecan: fam trastuzumab deruxtecan
travoprost
trazodone
treprostinil
tretinoin
triamcinolone: triamcinolone acetonide
triamterene
triazolam
triclosan
trientine
trifarotene
trifluoperazine
trifluridine
trihexyphenidyl: benzhexol
trimethobenzamide
trimethoprim: tmp
trimipramine
triptorelin
tropicamide
tropisetron
trospium
ubrogepant
ulipristal
umeclidinium
undecylenic acid
upadacitinib
urea
urofollitropin
ursodeoxycholic acid: ursodiol, ursodeoxycholate, udca
ustekinumab: ustekinumab aauz, ustekinumab auub
vaborbactam
valaciclovir: valacyclovir
valbenazine
valdecoxib
valganciclovir
valproic acid: sodium valproate, valproate, valproate sodium, divalproex, valproate semisodium, divalproex sodium
valsartan
vancomycin
vandetanib
vardenafil
varenicline
vecuronium
vedolizumab
velpatasvir
vemurafenib
venetoclax
venlafaxine
verapamil
vericiguat
vernakalant
verteporfin
vibegron
vigabatrin
vilanterol
vilazodone
vildagliptin
vinblastine
vincristine
vinorelbine
voclosporin
vonoprazan
voriconazole
vortioxetine
voxilaprevir
warfarin
xylometazoline
zafirlukast
zaleplon
zanamivir
zanubrutinib
zidovudine: azt
zileuton
zinc oxide
zinc sulfate: zinc sulphate
zinc acetate
ziprasidone
zoledronic acid: zoledronate
zolmitriptan
zolpidem
zonisamide
zopiclone
zuclopenthixol
clavulanic acid: clavulanate, potassium clavulanate, clavulanate potassium
lumefantrine
oxetacaine
simple linctus
white soft paraffin: petrolatum, petroleum jelly, vaseline
liquid paraffin: mineral oil, light liquid paraffin, liquid paraffin light
olive oil
arachis oil
evening primrose oil: gamolenic acid
chondroitin
ubidecarenone: coenzyme q10, co enzyme q10, coq10, ubiquinone
biotin: vitamin b7
turmeric: curcumin
lutein
lysine
selenium: selenious acid
cranberry: cranberry extract
ginkgo: ginkgo biloba, ginkgo biloba extract
st johns wort: hypericum perforatum, hypericum
echinacea
valerian: valerian root
saw palmetto
garlic
milk thistle: silymarin
lactobacillus: lactobacillus acidophilus, acidophilus
saccharomyces boulardii
vitamin b compound: vitamin b co
vitamin b compound strong: vitamin b co strong
aqueous cream
hydrous ointment
multivitamin: multivitamins, multiple vitamins, multi vitamin, multivitamins and minerals, multivitamin with minerals, multiple vitamins with minerals, vitamins and minerals
prenatal vitamins: prenatal vitamin, prenatal multivitamin
oxygen
brentuximab vedotin: brentuximab
enfortumab vedotin
sacituzumab govitecan
blinatumomab
cemiplimab
dostarlimab
avelumab
isatuximab
elotuzumab
mosunetuzumab
teclistamab
tremelimumab
tucatinib
neratinib
alpelisib
brigatinib
crizotinib
alectinib
ceritinib
encorafenib
binimetinib
selumetinib
talazoparib
vismodegib
vorinostat
decitabine
mitotane
sonidegib
nusinersen
onasemnogene abeparvovec
emicizumab
lanadelumab
evinacumab
sotatercept
tralokinumab
nemolizumab
lebrikizumab
abrocitinib
ritlecitinib
mirikizumab
bimekizumab
spesolimab
etrasimod
anifrolumab
satralizumab
inebilizumab
efgartigimod alfa: efgartigimod
eptinezumab
zavegepant
fezolinetant
elinzanetant
tirbanibulin
clascoterone
roxadustat
daprodustat
difelikefalin
sparsentan
avacopan
maralixibat
odevixibat
setmelanotide
resmetirom
xanomeline
samidorphan
zuranolone
brexanolone
esketamine
dasiglucagon
teplizumab
insulin icodec
bexagliflozin
sotagliflozin
olezarsen
volanesorsen
mavacamten
aficamten
vutrisiran
inotersen
patisiran
abaloparatide
acipimox
afatinib
agalsidase alfa
agalsidase beta
albumin human: human albumin
aldesleukin
alitretinoin
allantoin
aloe vera: aloe
aluminium acetate: aluminum acetate
aluminium chloride hexahydrate: aluminium chloride, aluminum chloride, aluminum chloride hexahydrate
alverine
ambroxol
amifampridine
aminocaproic acid
aminolevulinic acid: 5 aminolevulinic acid
aminosalicylic acid: para aminosalicylic acid
amobarbital
amyl nitrite
antazoline
antithymocyte immunoglobulin
argatroban
asfotase alfa
atosiban
auranofin
avibactam
azapropazone
baloxavir: baloxavir marboxil
bambuterol
barium sulfate: barium sulphate
basiliximab
bazedoxifene
belatacept
bemiparin
benfotiamine
benzalkonium: benzalkonium chloride
benznidazole
benzoic acid
benzyl alcohol
benzyl benzoate
besifloxacin
beta carotene: betacarotene
betaine
bezlotoxumab
bilastine
biperiden
bismuth subgallate
botulinum toxin type a: onabotulinumtoxin a, onabotulinumtoxina, abobotulinumtoxina, incobotulinumtoxina, botulinum toxin, botulinum a toxin
botulinum toxin type b: rimabotulinumtoxinb
bromhexine
butenafine
butoconazole
butorphanol
calcifediol
calcium lactate
calcium phosphate
camphor
carbetocin
carboprost
carglumic acid
castor oil
cefiderocol
ceftobiprole
ceftolozane
cetylpyridinium: cetylpyridinium chloride
chenodeoxycholic acid
chlorobutanol
chloroprocaine
chloroxylenol
chlortetracycline
chlophedianol
cholic acid
choriogonadotropin alfa
chorionic gonadotrophin: chorionic gonadotropin, hcg, human chorionic gonadotropin
chromium picolinate
cilastatin
citric acid
clidinium
clioquinol
clocortolone
clofarabine
clove oil
cobimetinib
cocaine
coconut oil
cod liver oil
collagenase: collagenase clostridium histolyticum
copper sulfate: copper sulphate
cortisone
corticotropin: acth
creatine
cyclopenthiazide
cycloserine
daclatasvir
dantron: danthron
dapiprazole
dexbrompheniramine
dexpanthenol
dexrazoxane
diamorphine
dibrompropamidine
dichlorphenamide: diclofenamide
diethylstilbestrol
dihydrotachysterol
diloxanide
dimercaprol
diphencyprone
diroximel fumarate
distigmine
droxidopa
dyclonine
dydrogesterone
edrophonium
efinaconazole
eliglustat
elvitegravir
emapalumab
emedastine
enoximone
epoetin theta
erdosteine
eravacycline
estropipate
esterified estrogens: estrogens esterified, estrogens esterified usp
etamsylate
ethanol: ethyl alcohol
ethanolamine
ethionamide
etomidate
etynodiol: ethynodiol, ethynodiol diacetate
eucalyptus oil
factor viii: octocog alfa, antihemophilic factor, antihaemophilic factor
factor ix: nonacog alfa
felbinac
fenbufen
fenfluramine
fenoterol
fenticonazole
ferumoxytol
ferrous glycine sulfate
filgotinib
fludroxycortide: flurandrenolide
fluocortolone
follitropin beta
fomepizole
foscarnet
framycetin
frangula
futibatinib
gabapentin enacarbil
gadobutrol
gemeprost
gemifloxacin
gemtuzumab ozogamicin
ginger
ginseng
glycine
gramicidin
guanethidine
halcinonide
halobetasol: ulobetasol
halofantrine
hamamelis: witch hazel
heparinoid
hexetidine
histrelin
homatropine
hyaluronidase
hydroflumethiazide
hydrogen peroxide
hydroquinidine
hydrotalcite
hydroxyethylcellulose
hydroxypropyl guar
ichthammol
idarucizumab
idebenone
idoxuridine
idursulfase
imidapril
imiglucerase
immunoglobulin human: immunoglobulin, immune globulin, immunoglobulin g, ivig, normal immunoglobulin, immune globulin human, human normal immunoglobulin, intravenous immunoglobulin
anti d immunoglobulin: rho d immune globulin, anti d rh0 immunoglobulin
indocyanine green
inotuzumab ozogamicin
insulin zinc
interferon alfa 2b
interferon gamma
iodine
iohexol
iopamidol
ipecacuanha
iron carbonyl: carbonyl iron
polysaccharide iron complex: polysaccharide iron, iron polysaccharide, polysaccharide iron complex 150
isavuconazole: isavuconazonium, isavuconazonium sulfate
isoflurane
isometheptene
isoxsuprine
kaolin
lactic acid
lactitol
lanolin: wool fat
lecanemab
lenograstim
levofolinic acid: levoleucovorin
levomefolate: l methylfolate, methylfolate, levomefolic acid
levosalbutamol: levalbuterol
lipegfilgrastim
lisuride
lomitapide
lomustine
loprazolam
lornoxicam
lurbinectedin
luspatercept
lutropin alfa
lauromacrogols: polidocanol, lauromacrogol 400
lonapegsomatropin
mafenide
malathion
manganese
maprotiline
mazindol
mecasermin
mecobalamin: methylcobalamin
mecysteine
medium chain triglycerides: mct oil
mefruside
melperone
menotrophin: menotropins, menotrophins
mepenzolate
meptazinol
mepyramine: pyrilamine
mesterolone
metaproterenol: orciprenaline
methamphetamine: metamfetamine
metharbital
methohexital
methyl nicotinate
methyl salicylate
methylsulfonylmethane: msm
methylthioninium chloride: methylene blue
metirosine: metyrosine
mianserin
midostaurin
migalastat
milrinone
miltefosine
mivacurium
nalidixic acid
natamycin
nelfinavir
nesiritide
netilmicin
nitisinone
nitroprusside: sodium nitroprusside
nitric oxide
nomegestrol: nomegestrol acetate
norfloxacin
octenidine
octyl methoxycinnamate
oliceridine
omacetaxine
omadacycline
oritavancin
oteseconazole
oxidized cellulose
oxitropium
oxybuprocaine: benoxinate
oxymetholone
palifermin
palivizumab
panobinostat
papaveretum
paraldehyde
parathyroid hormone
paromomycin
pegaspargase
pegcetacoplan
pegvaliase
pegvisomant
pemoline
peramivir
pergolide
perhexiline
phendimetrazine
benzphetamine
phenothrin
phenylbutazone
phenylbutyrate: sodium phenylbutyrate
phenylpropanolamine
phenyltoloxamine
physostigmine
pibrentasvir
pipotiazine
plecanatide
plerixafor
poloxamer 188
polyhexanide: polihexanide
ponesimod
porfimer
potassium canrenoate
potassium gluconate
potassium phosphate
povidone
pramlintide
prazepam
prednicarbate
probiotic
procaine
procaine benzylpenicillin: penicillin g procaine, procaine penicillin
propamidine
propylene glycol
protamine
protirelin
proxymetacaine: proparacaine
pyrantel: pyrantel pamoate
pyrithione zinc: zinc pyrithione
pyrvinium
quinupristin
racepinefrine: racepinephrine
raltitrexed
regadenoson
resorcinol
reteplase
retigabine: ezogabine
revefenacin
rilonacept
rimexolone
rolapitant
roxithromycin
rupatadine
salsalate
sargramostim
secobarbital
secnidazole
segesterone: segesterone acetate
sertaconazole
sertindole
serdexmethylphenidate
sibutramine
silicone
silver nitrate
simeprevir
sinecatechins
sitaxentan
sodium acetate
sodium aurothiomalate: gold sodium thiomalate
sodium hypochlorite
sodium lactate
sodium nitrite
sodium phenylacetate
sodium stibogluconate
sodium tetradecyl sulfate: sodium tetradecyl sulphate
sodium thiosulfate
sodium lauryl sulfoacetate
sorbitol
spectinomycin
stannous fluoride
sterculia
streptozocin: streptozotocin
sucrose
sufentanil
sulconazole
sulfur: sulphur
sulfinpyrazone
sultiame
tagraxofusp
taliglucerase alfa
talc
tavaborole
taurine
tea tree oil
telaprevir
telavancin
telithromycin
temocillin
terfenadine
terlipressin
tesamorelin
tetracosactide: cosyntropin, tetracosactrin
tetrahydrozoline: tetryzoline
thiamazole: methimazole
thiopental: thiopentone
thiotepa
thrombin
thymol
thyrotropin alfa
tiaprofenic acid
ticarcillin
tilactase
tiludronic acid
tioconazole
tiopronin
tolmetin
tolnaftate
trehalose
treosulfan
triclofos
trilostane
trimetazidine
triprolidine
trolamine salicylate
trypsin
urapidil
urokinase
vasopressin: argipressin
velaglucerase alfa
velmanase alfa
vitamin k2: menaquinone, menatetrenone
viloxazine
vinflunine
von willebrand factor
water for injections: water for injection, sterile water, bacteriostatic water
xipamide
yellow soft paraffin
yohimbine
ziconotide
zinc gluconate
zinc picolinate
zinc citrate
zofenopril
arginine: l arginine
quercetin
glutathione
alpha lipoic acid: lipoic acid, thioctic acid
ashwagandha
glycerol phenylbutyrate
insulin porcine
hydroxyethyl starch
donanemab
aducanumab
vadadustat
iptacopan
danicopan
lotilaner
perfluorohexyloctane
suzetrigine
gepirone
levoketoconazole
osilodrostat
sulbactam
relebactam
`;
