/**
 * Facts: brand names of the United Kingdom and the United States. Row: ingredients joined by " + " (in the order of the
 * brand's strengths), colon, brands separated by commas; what the brand itself decides stands in brackets: a form, `gr`,
 * a release, `product:NAME` (spaces as "_") and strengths (`100iu/ml`), one per ingredient.
 */
export const brandRows = `
paracetamol: panadol, tylenol, calpol [oral-liquid], calpol infant [oral-liquid], calpol six plus [oral-liquid], calpol infant suspension [oral-liquid], ofirmev [injection], perfalgan [injection], disprol, medinol, mandanol, feverall [suppository], alvedon [suppository], tylenol extra strength, tylenol arthritis [modified], tylenol 8 hour [modified], panadol actifast, anadin paracetamol, hedex, childrens tylenol, infants tylenol, mapap, tylenol regular strength
paracetamol + caffeine: panadol extra, hedex extra
paracetamol + diphenhydramine: tylenol pm, panadol night, percogesic
codeine + paracetamol: solpadol [30mg/500mg], kapake [30mg/500mg], zapain [30mg/500mg], tylex [30mg/500mg], codipar [15mg/500mg], emcozin, solpadeine max
paracetamol + codeine: tylenol with codeine, tylenol codeine, tylenol 3 [300mg/30mg], tylenol no 3 [300mg/30mg], tylenol with codeine 3
hydrocodone + paracetamol: vicodin, norco, lortab, lorcet, vicodin es, xodol, lorcet plus
hydrocodone + ibuprofen: vicoprofen
oxycodone + paracetamol: percocet, endocet, roxicet, primlev, xartemis
paracetamol + tramadol: tramacet
tramadol + paracetamol: ultracet
dihydrocodeine + paracetamol: remedeine [20mg/500mg], remedeine forte [30mg/500mg], paramol
paracetamol + caffeine + butalbital: fioricet, esgic
aspirin + caffeine + butalbital: fiorinal
paracetamol + aspirin + caffeine: excedrin, excedrin migraine, anadin extra
aspirin: disprin [dispersible], angettes, angettes 75 [75mg], nu seals [gr], nu seals 75 [gr 75mg], nu seals 300 [gr 300mg], bayer aspirin, ecotrin [gr], caprin [gr], micropirin [gr], postmi 75 [75mg], postmi 300 [300mg], postmi, st joseph aspirin, bufferin, danamep, gencardia
aspirin + dipyridamole: molita
dipyridamole + aspirin: asasantin retard [modified], asasantin [modified], aggrenox [modified]
dipyridamole: persantin, persantine, persantin retard [modified], attia [modified]
ibuprofen: nurofen, brufen, brufen retard [modified], advil, motrin, motrin ib, ibu, calprofen [oral-liquid], ibugel [gel], fenbid [modified], fenbid gel [gel], anadin ibuprofen, cuprofen, nurofen for children [oral-liquid], ibuleve [gel], fenbid forte gel [gel], ibugel forte [gel], phorpain [gel], caldolor [injection], childrens motrin, childrens advil, orbifen [oral-liquid]
ibuprofen + codeine: nurofen plus
ibuprofen + famotidine: duexis
ibuprofen + diphenhydramine: advil pm
ibuprofen + pseudoephedrine: advil cold and sinus, nurofen cold and flu
naproxen: naprosyn, naprosyn ec [gr], ec naprosyn [gr], aleve, anaprox, anaprox ds, naprelan [24-hour], synflex, stirlescent [dispersible], nexocin
naproxen + esomeprazole: vimovo [modified gr]
sumatriptan + naproxen: treximet
diclofenac: voltarol, voltaren, voltarol retard [modified], voltarol sr [modified], voltarol 75mg sr [modified], voltarol emulgel [gel], voltaren gel [gel], cataflam, cambia [sachet], zipsor, zorvolex, motifene [modified], diclomax [modified], diclomax sr [modified], diclomax retard [modified], solaraze [gel product:diclofenac_hyaluronate], flector [patch product:diclofenac_epolamine], pennsaid [topical-solution], voltaren xr [24-hour], dyloject [injection], enstar, voltarol ophtha [eye], econac, fenactol [gr], fenactol retard [modified], rheumatac retard [modified], volsaid retard [modified], dicloflex [gr], dicloflex retard [modified], dicloflex sr [modified]
diclofenac + misoprostol: arthrotec, arthrotec 50 [50mg/200mcg], arthrotec 75 [75mg/200mcg], misofen
celecoxib: celebrex, elyxyb
etoricoxib: arcoxia
meloxicam: mobic, mobicox, vivlodex, anjeso
etodolac: lodine, lodine sr [modified], etopan xl [modified], eccoxolac, lodine xl [modified]
indometacin: indocin, indocid, indocin sr [modified]
ketorolac: toradol, acular [eye], sprix [nasal], acuvail [eye]
ketoprofen: oruvail [modified], orudis, powergel [gel], valket retard [modified], oruvail gel [gel]
mefenamic acid: ponstan, ponstel, ponstan forte
nabumetone: relifex, relafen
piroxicam: feldene, feldene gel [gel]
flurbiprofen: froben, strefen [lozenge], ansaid
aceclofenac: preservex
valdecoxib: bextra
rofecoxib: vioxx
sulindac: clinoril
oxaprozin: daypro
diflunisal: dolobid
morphine: mst [modified 12-hour], mst continus [12-hour], zomorph [12-hour], oramorph [oral-liquid], oramorph concentrated [oral-liquid], sevredol [immediate], mxl [24-hour], ms contin [12-hour], kadian [24-hour], morphgesic [12-hour], morphgesic sr [12-hour], avinza [24-hour], msir [immediate], roxanol [oral-liquid], duramorph [injection], actimorph [orodispersible], minijet morphine [injection]
oxycodone: oxycontin [12-hour], oxynorm [immediate], longtec [12-hour], shortec [immediate], roxicodone [immediate], roxicodone intensol, oxypro [12-hour], reltebon [12-hour], xtampza [12-hour], xtampza er [12-hour], lynlor [immediate], oxyact, oxaydo [immediate], onexila [24-hour], oxeltra [12-hour], roxybond [immediate], abtard [12-hour], ixyldone [12-hour], leveraxo [12-hour], carexil [12-hour]
oxycodone + naloxone: targinact [12-hour], myloxifin [12-hour]
hydromorphone: dilaudid, palladone, palladone sr [12-hour], exalgo [24-hour]
hydrocodone: hysingla [24-hour], hysingla er [24-hour], zohydro [12-hour], zohydro er [12-hour]
fentanyl: durogesic [patch], durogesic dtrans [patch], duragesic [patch], matrifen [patch], mezolar [patch], mezolar matrix [patch], fencino [patch], abstral [sublingual], actiq [lozenge], effentora [buccal], pecfent [nasal], instanyl [nasal], fentora [buccal], subsys [sublingual], victanyl [patch], opiodur [patch], osmanil [patch], yemex [patch], sublimaze [injection], lazanda [nasal], recivit [sublingual], breakyl [buccal], fentalis [patch]
buprenorphine: butrans [patch], butec [patch], transtec [patch], temgesic [sublingual], subutex [sublingual], hapoctasin [patch], sevodyne [patch], buvidal [injection], sublocade [injection], espranor [orodispersible product:buprenorphine_lyophilisate], panitaz [patch], reletrans [patch], bupeaze [patch], bunov [patch], belbuca [buccal], prefibin [sublingual], tephine [sublingual], relevtec [patch], busiete [patch], bupramyl [patch], brixadi [injection], probuphine [implant], buprenex [injection], natzon [sublingual]
buprenorphine + naloxone: suboxone [sublingual], zubsolv [sublingual], bunavail [buccal]
tramadol: zydol, zydol sr [12-hour], zydol xl [24-hour], zamadol, zamadol sr [12-hour], zamadol 24hr [24-hour], ultram, ultram er [24-hour], marol [12-hour], maneo [12-hour], mabron [12-hour], tradorec xl [24-hour], tramulief sr [12-hour], tramquel sr [12-hour], conzip [24-hour], invodol sr [12-hour], tilodol sr [12-hour], larapam sr [12-hour], tilotrol, oldaram, brimisol pr [12-hour]
tapentadol: palexia, palexia sr [12-hour], nucynta, nucynta er [12-hour], ationdo sr [12-hour]
codeine: codeine linctus [oral-liquid], galcodine [oral-liquid]
dihydrocodeine: df118, df118 forte, dhc continus [12-hour], dhc [12-hour]
pethidine: demerol
methadone: physeptone, dolophine, methadose, methadone intensol, metharose [oral-liquid]
meptazinol: meptid
oxymorphone: opana, opana er [12-hour]
pentazocine + naloxone: talwin nx
nefopam: acupan
dextropropoxyphene: darvon
dextropropoxyphene + paracetamol: darvocet, darvocet n, darvocet n 100
naloxone: narcan [nasal], prenoxad [injection], nyxoid [nasal], evzio [injection], kloxxado [nasal]
naltrexone: nalorex, revia, adepend, vivitrol [injection], opizone
naltrexone + bupropion: mysimba [modified], contrave [modified]
gabapentin: neurontin, gralise [24-hour], fanatrex
gabapentin enacarbil: horizant [modified]
pregabalin: lyrica, alzain, axalid, lyrica cr [24-hour], lecaent
carbamazepine: tegretol, tegretol retard [modified], tegretol pr [modified], tegretol prolonged release [modified], tegretol xr [modified], tegretol chewtabs [chewable], carbagen, carbagen sr [modified], carbatrol [12-hour], epitol, equetro [12-hour], curatil [modified]
oxcarbazepine: trileptal, oxtellar [24-hour], oxtellar xr [24-hour]
eslicarbazepine: zebinix, aptiom
phenytoin: epanutin, dilantin, dilantin infatabs [chewable], phenytek [modified], dilantin kapseals
fosphenytoin: pro epanutin [injection], cerebyx [injection]
valproic acid: epilim, epilim chrono [modified], epilim chronosphere [modified sachet], epilim crushable, epilim enteric [gr], episenta [modified], depakine, depakene, depacon [injection], epival cr [modified], dyzantil [modified], belvo, syonell [gr product:valproate_semisodium], depakote [gr product:valproate_semisodium], depakote er [24-hour product:valproate_semisodium], depakote sprinkle [gr product:valproate_semisodium], depakote sprinkles [gr product:valproate_semisodium], convulex [gr], kentlim, stavzor
lamotrigine: lamictal, lamictal xr [24-hour], lamictal odt [orodispersible], subvenite
levetiracetam: keppra, keppra xr [24-hour], desitrend [sachet], spritam [orodispersible], matever
topiramate: topamax, trokendi [24-hour], trokendi xr [24-hour], qudexy [24-hour], qudexy xr [24-hour], topamax sprinkle, eprontia [oral-liquid]
phentermine + topiramate: qsymia [24-hour]
phentermine: adipex p, adipex, lomaira
zonisamide: zonegran, desizon [oral-liquid], zonisade [oral-liquid]
lacosamide: vimpat, motpoly [24-hour], motpoly xr [24-hour], lacosaril
perampanel: fycompa
brivaracetam: briviact
cenobamate: ontozry, xcopri
clobazam: frisium, onfi, sympazan, tapclob [oral-liquid], perizam [oral-liquid], zacco [oral-liquid]
clonazepam: rivotril, klonopin
ethosuximide: zarontin, emeside
vigabatrin: sabril, vigadrone, kigabeq [dispersible]
rufinamide: inovelon, banzel
tiagabine: gabitril
felbamate: felbatol
primidone: mysoline
phenobarbital: luminal, sezaby
stiripentol: diacomit
cannabidiol: epidyolex [oral-liquid], epidiolex [oral-liquid]
dronabinol + cannabidiol: sativex [buccal]
fenfluramine: fintepla [oral-liquid]
diazepam: valium, diastat, stesolid [enema], dialar [oral-liquid], valtoco [nasal], rimapam
lorazepam: ativan, loreev xr [24-hour], lorazepam intensol
alprazolam: xanax, xanax xr [24-hour], niravam [orodispersible]
chlordiazepoxide: librium
chlordiazepoxide + clidinium: librax
chlordiazepoxide + amitriptyline: limbitrol
temazepam: restoril
nitrazepam: mogadon
midazolam: buccolam [buccal], epistatus [buccal], versed, hypnovel [injection], nayzilam [nasal]
oxazepam: serax
dipotassium clorazepate: tranxene
triazolam: halcion
zopiclone: zimovane, zimovane ls [3.75mg]
eszopiclone: lunesta
zolpidem: stilnoct, ambien, ambien cr [modified], edluar [sublingual], intermezzo [sublingual]
zaleplon: sonata
melatonin: circadin [modified 2mg], slenyto [modified], adaflex, ceyesto [oral-liquid], syncrodin, colonis
ramelteon: rozerem
suvorexant: belsomra
lemborexant: dayvigo
daridorexant: quviviq
buspirone: buspar
amitriptyline: elavil, endep, tryptizol
nortriptyline: allegron, pamelor, aventyl
imipramine: tofranil
clomipramine: anafranil, anafranil sr [modified]
dosulepin: prothiaden
doxepin: sinequan, silenor, sinepin, xepin [cream]
lofepramine: gamanil, lomont [oral-liquid], feprapax
trimipramine: surmontil
trazodone: molipaxin, desyrel, oleptro [24-hour]
mirtazapine: zispin, zispin soltab [orodispersible], remeron, remeron soltab [orodispersible], remeronsoltab [orodispersible]
citalopram: cipramil, celexa
escitalopram: cipralex, lexapro
fluoxetine: prozac, sarafem, prozac weekly, olena [dispersible], prozep [oral-liquid], oxactin
olanzapine + fluoxetine: symbyax
paroxetine: seroxat, paxil, paxil cr [24-hour], pexeva, brisdelle
sertraline: lustral, zoloft
fluvoxamine: faverin, luvox, luvox cr [24-hour]
venlafaxine: efexor, efexor xl [24-hour], effexor, effexor xr [24-hour], venlalic [24-hour], venlalic xl [24-hour], vensir xl [24-hour], vensir [24-hour], vencarm xl [24-hour], venaxx xl [24-hour], politid xl [24-hour], sunveniz xl [24-hour], alventa xl [24-hour], venlablue xl [24-hour], tonpular xl [24-hour], viepax xl [24-hour], venzip xl [24-hour], depefex xl [24-hour], foraven xl [24-hour], majoven xl [24-hour], rodomel xl [24-hour], tardcaps xl [24-hour], vaxalin xl [24-hour], vexarin xl [24-hour], winfex xl [24-hour], bonilux xl [24-hour]
desvenlafaxine: pristiq [24-hour], khedezla [24-hour]
duloxetine: cymbalta [gr], yentreve [gr], drizalma sprinkle [gr], irenka [gr], duciltia [gr], depalta [gr]
bupropion: zyban [12-hour], wellbutrin, wellbutrin sr [12-hour], wellbutrin xl [24-hour], aplenzin [24-hour], forfivo xl [24-hour], budeprion xl [24-hour], budeprion sr [12-hour]
dextromethorphan + bupropion: auvelity [modified]
dextromethorphan + quinidine: nuedexta
vortioxetine: brintellix, trintellix
vilazodone: viibryd
agomelatine: valdoxan
reboxetine: edronax
moclobemide: manerix
phenelzine: nardil
tranylcypromine: parnate
selegiline: eldepryl, zelapar [orodispersible], emsam [patch]
nefazodone: serzone
levomilnacipran: fetzima [24-hour]
esketamine: spravato [nasal]
lithium: priadel [modified], camcolit, camcolit 400 [modified], liskonum [modified], lithobid [modified], eskalith, eskalith cr [modified], li liquid [oral-liquid], priadel liquid [oral-liquid]
quetiapine: seroquel, seroquel xl [24-hour], seroquel xr [24-hour], atrolak xl [24-hour], biquelle xl [24-hour], sondate xl [24-hour], zaluron xl [24-hour], brancico xl [24-hour], mintreleq xl [24-hour], psyquet xl [24-hour], ebesque xl [24-hour], tenprolide xl [24-hour], alaquet xl [24-hour], seotiapim xl [24-hour]
olanzapine: zyprexa, zyprexa zydis [orodispersible], zyprexa velotab [orodispersible], zypadhera [injection product:olanzapine_embonate], zyprexa relprevv [injection product:olanzapine_embonate], zalasta
olanzapine + samidorphan: lybalvi
risperidone: risperdal, risperdal consta [injection], risperdal quicklet [orodispersible], risperdal m tab [orodispersible], perseris [injection], okedi [injection], uzedy [injection]
aripiprazole: abilify, abilify maintena [injection], abilify mycite, abilify asimtufii [injection], aristada [injection product:aripiprazole_lauroxil]
paliperidone: invega [24-hour], invega sustenna [injection product:paliperidone_palmitate], invega trinza [injection product:paliperidone_palmitate_3-monthly], xeplion [injection product:paliperidone_palmitate], trevicta [injection product:paliperidone_palmitate_3-monthly], byannli [injection product:paliperidone_palmitate_6-monthly], invega hafyera [injection product:paliperidone_palmitate_6-monthly]
clozapine: clozaril, denzapine, zaponex, fazaclo [orodispersible], versacloz [oral-liquid]
haloperidol: haldol, serenace, haldol decanoate [injection product:haloperidol_decanoate]
chlorpromazine: largactil, thorazine
amisulpride: solian
ziprasidone: geodon, zeldox
lurasidone: latuda
cariprazine: reagila, vraylar
brexpiprazole: rexulti, rxulti
asenapine: saphris [sublingual], sycrest [sublingual], secuado [patch]
iloperidone: fanapt
lumateperone: caplyta
pimavanserin: nuplazid
prochlorperazine: stemetil, compazine, compro [suppository], buccastem [buccal]
trifluoperazine: stelazine
perphenazine + amitriptyline: triavil, etrafon
flupentixol: depixol, fluanxol
zuclopenthixol: clopixol
thioridazine: mellaril
methylphenidate: ritalin [immediate], ritalin la [modified], ritalin sr [modified], ritalin xl [modified], concerta [24-hour], concerta xl [24-hour], equasym xl [modified], equasym [modified], medikinet [immediate], medikinet xl [modified], xaggitin xl [24-hour], xenidate xl [24-hour], matoride xl [24-hour], delmosart [24-hour], delmosart pr [24-hour], affenid xl [24-hour], metadate cd [modified], metadate er [modified], daytrana [patch], quillivant xr [modified oral-liquid], quillichew er [modified chewable], aptensio xr [modified], jornay pm [modified], tranquilyn [immediate], meflynate xl [modified], metyrol xl [modified], focusim xl [modified], methylin, relexxii [24-hour], cotempla xr odt [modified], adhansia xr [modified], xaggitin [24-hour]
dexmethylphenidate: focalin, focalin xr [24-hour]
amfetamine + dexamfetamine: adderall, adderall xr [24-hour], mydayis [24-hour]
amfetamine: evekeo, adzenys xr odt [modified orodispersible], dyanavel xr [modified]
dexamfetamine: dexedrine, zenzedi, amfexa, procentra [oral-liquid], dexedrine spansule [modified], xelstrym [patch]
lisdexamfetamine: vyvanse, elvanse, elvanse adult
atomoxetine: strattera, atomaid
guanfacine: intuniv [24-hour], tenex
clonidine: catapres, catapres tts [patch], dixarit, kapvay [modified], catapresan
modafinil: provigil
armodafinil: nuvigil
solriamfetol: sunosi
pitolisant: wakix
sodium oxybate: xyrem [oral-liquid], lumryz [modified]
donepezil: aricept, aricept evess [orodispersible], aricept odt [orodispersible], adlarity [patch]
memantine: ebixa, namenda, namenda xr [24-hour], marixino, valios [orodispersible], maruxa
donepezil + memantine: namzaric [24-hour]
galantamine: reminyl, reminyl xl [24-hour], razadyne, razadyne er [24-hour], galsya xl [24-hour], luventa xl [24-hour], gatalin xl [24-hour], acumor xl [24-hour], galzemic xl [24-hour]
rivastigmine: exelon, exelon patch [patch], prometax [patch], alzest [patch], rivatev [patch], voleze [patch], almuriva [patch], erastig [patch], eluden [patch]
carbidopa + levodopa: sinemet, sinemet cr [modified], sinemet plus, caramet cr [modified], lecado [modified], half sinemet cr [modified], rytary [modified], duopa, duodopa, parcopa [orodispersible], apodespan pr [modified], dhivy, crexont [modified]
benserazide + levodopa: madopar, madopar cr [modified], madopar dispersible [dispersible]
carbidopa + levodopa + entacapone: stalevo, stanek, sastravi
entacapone: comtan, comtess
opicapone: ongentys
tolcapone: tasmar
pramipexole: mirapexin, mirapex, mirapexin prolonged release [24-hour], mirapex er [24-hour], pipexus [24-hour], oprymea
ropinirole: requip, requip xl [24-hour], adartrel, ralnea xl [24-hour], ipinnia xl [24-hour], spiroco xl [24-hour], aimpart xl [24-hour], eppinix xl [24-hour], raponer xl [24-hour], repinex xl [24-hour], ropilynz xl [24-hour], ropiqual xl [24-hour]
rotigotine: neupro [patch]
rasagiline: azilect
safinamide: xadago
amantadine: symmetrel, gocovri [24-hour], osmolex er [24-hour]
apomorphine: apo go [injection], apokyn [injection], kynmobi [sublingual], dacepton [injection]
procyclidine: kemadrin, arpicolin [oral-liquid]
trihexyphenidyl: artane, broflex
benzatropine: cogentin
istradefylline: nourianz
tetrabenazine: xenazine, revocon
deutetrabenazine: austedo
valbenazine: ingrezza
riluzole: rilutek, teglutik [oral-liquid], tiglutik [oral-liquid], exservan
baclofen: lioresal, lyflex [oral-liquid], gablofen [injection], ozobax [oral-liquid]
tizanidine: zanaflex, sirdalud
cyclobenzaprine: flexeril, amrix [24-hour], fexmid
methocarbamol: robaxin, robaxin 750
carisoprodol: soma
metaxalone: skelaxin
chlorzoxazone: parafon forte dsc, lorzone
dantrolene: dantrium
orphenadrine: norflex, disipal
sumatriptan: imigran, imitrex, imigran radis, zembrace [injection], tosymra [nasal], onzetra [nasal], imigran subject [injection], migraitan
rizatriptan: maxalt, maxalt melt [orodispersible], maxalt mlt [orodispersible]
zolmitriptan: zomig, zomig rapimelt [orodispersible], zomig zmt [orodispersible]
naratriptan: naramig, amerge
eletriptan: relpax
almotriptan: almogran, axert
frovatriptan: migard, frova
lasmiditan: reyvow
rimegepant: nurtec [orodispersible], nurtec odt [orodispersible], vydura [orodispersible]
ubrogepant: ubrelvy
atogepant: qulipta, aquipta
erenumab: aimovig [injection]
galcanezumab: emgality [injection]
fremanezumab: ajovy [injection]
eptinezumab: vyepti [injection]
pizotifen: sanomigran
simvastatin: zocor, simvador, flolipid [oral-liquid]
atorvastatin: lipitor, atorvaliq [oral-liquid]
rosuvastatin: crestor, ezallor
pravastatin: lipostat, pravachol
fluvastatin: lescol, lescol xl [24-hour], dorisin xl [24-hour], nandovar xl [24-hour]
lovastatin: mevacor, altoprev [24-hour]
pitavastatin: livalo, zypitamag
ezetimibe: ezetrol, zetia
ezetimibe + simvastatin: vytorin
simvastatin + ezetimibe: inegy
atorvastatin + ezetimibe: liptruzet
rosuvastatin + ezetimibe: roszet
amlodipine + atorvastatin: caduet
bempedoic acid: nexletol, nilemdo
bempedoic acid + ezetimibe: nexlizet, nustendi
evolocumab: repatha [injection]
alirocumab: praluent [injection]
inclisiran: leqvio [injection]
fenofibrate: tricor, supralip, lipantil, lipantil micro, triglide, fenoglide, lipofen, lofibra, antara
fenofibric acid: trilipix, fibricor
bezafibrate: bezalip, bezalip mono [modified], fibrazate xl [modified]
gemfibrozil: lopid
ciprofibrate: modalim
colesevelam: welchol, cholestagel
colestyramine: questran, questran light, prevalite
colestipol: colestid
nicotinic acid: niaspan [24-hour], niacor, slo niacin [modified]
icosapent ethyl: vascepa, vazkepa
omega 3 fatty acids: lovaza, omacor, maxepa, prestylon, teromeg
amlodipine: norvasc, istin, katerzia [oral-liquid], norliqva [oral-liquid], amlostin
amlodipine + benazepril: lotrel
amlodipine + valsartan: exforge
amlodipine + valsartan + hydrochlorothiazide: exforge hct
amlodipine + olmesartan: azor
olmesartan + amlodipine: sevikar
olmesartan + amlodipine + hydrochlorothiazide: sevikar hct, tribenzor
telmisartan + amlodipine: twynsta
felodipine: plendil [24-hour], vascalpha [24-hour], parmid xl [24-hour], cardioplen xl [24-hour], felendil xl [24-hour], felotens xl [24-hour], delofine xl [24-hour], folpik xl [24-hour], neofel xl [24-hour], pinefeld xl [24-hour]
nifedipine: adalat, adalat la [24-hour], adalat retard [12-hour], adalat cc [24-hour], procardia, procardia xl [24-hour], coracten sr [12-hour], coracten xl [24-hour], tensipine mr [12-hour], adipine mr [12-hour], adipine xl [24-hour], fortipine la [24-hour], nifedipress mr [12-hour], valni xl [24-hour], neozipine xl [24-hour], nimodrel xl [24-hour], afeditab cr [24-hour], dexipress mr [12-hour]
lercanidipine: zanidip
lacidipine: motens
nicardipine: cardene, cardene sr [12-hour]
nimodipine: nimotop, nymalize
isradipine: dynacirc, prescal
diltiazem: tildiem [modified], tildiem la [24-hour], tildiem retard [12-hour], adizem sr [12-hour], adizem xl [24-hour], cardizem, cardizem cd [24-hour], cardizem la [24-hour], cardizem sr [12-hour], slozem [24-hour], angitil sr [12-hour], angitil xl [24-hour], dilzem sr [12-hour], dilzem xl [24-hour], viazem xl [24-hour], zemtard [24-hour], zemtard xl [24-hour], cartia xt [24-hour], tiazac [24-hour], taztia xt [24-hour], matzim la [24-hour], dilacor xr [24-hour], dilcardia sr [12-hour], uard xl [24-hour], kenzem sr [12-hour], bi carzem sr [12-hour], anoheal [ointment], dilt xr [24-hour], dilt cd [24-hour], disogram sr [12-hour]
verapamil: securon, securon sr [modified], half securon sr [modified], univer [modified], calan, calan sr [modified], isoptin, isoptin sr [modified], verelan [24-hour], verelan pm [24-hour], verapress mr [modified], vertab sr [modified], zolvera [oral-liquid], cordilox, vera til sr [modified], ethimil mr [modified], covera hs [24-hour]
trandolapril + verapamil: tarka [modified]
lisinopril: zestril, prinivil, qbrelis [oral-liquid], carace
lisinopril + hydrochlorothiazide: zestoretic, prinzide, carace plus
ramipril: altace, tritace
ramipril + felodipine: triapin [modified]
enalapril: vasotec, innovace, epaned [oral-liquid], innovace melt
enalapril + hydrochlorothiazide: vaseretic, innozide
perindopril: coversyl, aceon, coversyl arginine [product:perindopril_arginine]
perindopril + indapamide: coversyl plus, coversyl arginine plus [product:perindopril_arginine]
perindopril + amlodipine: prestalia
captopril: capoten, noyada [oral-liquid]
captopril + hydrochlorothiazide: capozide
benazepril: lotensin
benazepril + hydrochlorothiazide: lotensin hct
quinapril: accupril, accupro
quinapril + hydrochlorothiazide: accuretic
fosinopril: monopril, staril
trandolapril: mavik, gopten
moexipril: univasc, perdix
imidapril: tanatril
cilazapril: vascace
losartan: cozaar
losartan + hydrochlorothiazide: hyzaar, cozaar comp
valsartan: diovan
valsartan + hydrochlorothiazide: diovan hct, co diovan
sacubitril + valsartan: entresto
candesartan: atacand, amias
candesartan + hydrochlorothiazide: atacand hct
irbesartan: avapro, aprovel, ifirmasta, sabervel
irbesartan + hydrochlorothiazide: avalide, coaprovel
telmisartan: micardis, tolura
telmisartan + hydrochlorothiazide: micardis hct, micardisplus, tolucombi
olmesartan: benicar, olmetec
olmesartan + hydrochlorothiazide: benicar hct, olmetec plus
azilsartan: edarbi
azilsartan + chlortalidone: edarbyclor
eprosartan: teveten
aliskiren: tekturna, rasilez
atenolol: tenormin, tenormin ls
atenolol + chlortalidone: tenoretic, tenoret 50, tenoret
atenolol + nifedipine: beta adalat [modified], tenif [modified]
bisoprolol: cardicor, emcor, zebeta, emcor ls, congescor
bisoprolol + hydrochlorothiazide: ziac
metoprolol: lopressor, lopresor, betaloc, betaloc sa [modified], lopresor sr [modified], toprol xl [24-hour product:metoprolol_succinate], toprol [24-hour product:metoprolol_succinate], kapspargo sprinkle [24-hour product:metoprolol_succinate], kapspargo [24-hour product:metoprolol_succinate]
metoprolol + hydrochlorothiazide: lopressor hct, dutoprol [24-hour]
carvedilol: coreg, eucardic, coreg cr [24-hour]
nebivolol: bystolic, nebilet, hypoloc
propranolol: inderal, inderal la [24-hour], half inderal la [24-hour], inderal xl [24-hour], innopran xl [24-hour], bedranol, bedranol sr [24-hour], berkolol, beta prograne [24-hour], half beta prograne [24-hour], syprol [oral-liquid], slo pro [24-hour], hemangeol [oral-liquid], hemangiol [oral-liquid], angilol, rapranol sr [24-hour]
sotalol: sotacor, betapace, beta cardone, betapace af
labetalol: trandate, normodyne
nadolol: corgard
timolol: timoptol [eye], timoptic [eye], timoptol la [eye], timoptic xe [eye], betimol [eye], istalol [eye], tiopex [eye], nyogel [eye], eysano [eye], timoptic ocudose [eye]
pindolol: visken
acebutolol: sectral
celiprolol: celectol
furosemide: lasix, frusol [oral-liquid], furoscix [injection], frusid
furosemide + spironolactone: lasilactone
amiloride + furosemide: frumil [5mg/40mg], frumil ls [2.5mg/20mg], frumil forte [10mg/80mg], lasoride [5mg/40mg]
furosemide + triamterene: frusene
bumetanide: bumex, burinex
bumetanide + amiloride: burinex a
torasemide: demadex, torem, soaanz
ethacrynic acid: edecrin
bendroflumethiazide: aprinox, neo naclex
hydrochlorothiazide: microzide, esidrix, hydrodiuril, oretic, hydrosaluric
triamterene + hydrochlorothiazide: dyazide, maxzide, maxzide 25
amiloride + hydrochlorothiazide: moduretic, moduret 25, moduretic 5 50
chlortalidone: hygroton, thalitone
indapamide: natrilix, natrilix sr [modified 1.5mg], lozol, tensaid xl [modified], rawel xl [modified], alkapamid xl [modified], indipam xl [modified], cardide sr [modified], lorvacs xl [modified], varbim xl [modified]
metolazone: zaroxolyn, xaqua
spironolactone: aldactone, carospir [oral-liquid]
spironolactone + hydrochlorothiazide: aldactazide
hydroflumethiazide + spironolactone: aldactide 25, aldactide 50
eplerenone: inspra
finerenone: kerendia
amiloride: midamor, amilamont [oral-liquid]
acetazolamide: diamox, diamox sr [modified], eytazox
digoxin: lanoxin, lanoxin pg, digitek
amiodarone: cordarone, cordarone x, pacerone, nexterone
dronedarone: multaq
flecainide: tambocor, tambocor xl [24-hour]
propafenone: arythmol, rythmol, rythmol sr [12-hour]
ivabradine: procoralan, corlanor
ranolazine: ranexa [12-hour]
nicorandil: ikorel
isosorbide mononitrate: imdur [24-hour], ismo, monoket, elantan, elantan la [24-hour], isotard xl [24-hour], isotard [24-hour], monomax sr [24-hour], monomax xl [24-hour], monomil xl [24-hour], chemydur 60xl [24-hour], chemydur xl [24-hour], monosorb xl [24-hour], isib 60xl [24-hour], isib xl [24-hour], modisal xl [24-hour], monigen xl [24-hour], tardisc xl [24-hour], zemon xl [24-hour], carmil xl [24-hour], cibral xl [24-hour], medomon xl [24-hour], nyzamac sr [modified], relosorb xl [24-hour], trangina xl [24-hour], xismox xl [24-hour], ismo retard [modified], modisal la [24-hour]
isosorbide dinitrate: isordil, isoket retard [modified], isordil titradose, dilatrate sr [modified], isoket, cedocard retard [modified]
isosorbide dinitrate + hydralazine: bidil
glyceryl trinitrate: nitrolingual [sublingual], nitrolingual pumpspray [sublingual], nitromist [sublingual], nitrostat [sublingual], coro nitro [sublingual], deponit [patch], transiderm nitro [patch], nitro dur [patch], nitrodur [patch], minitran [patch], nitro bid [ointment], rectogesic [ointment], suscard [buccal], nitroman [sublingual], glytrin [sublingual], percutol [ointment], gonitro [sublingual], rectiv [ointment]
hydralazine: apresoline
minoxidil: loniten, rogaine [topical], regaine [topical], regaine for men [topical], regaine for women [topical]
methyldopa: aldomet
moxonidine: physiotens
doxazosin: cardura, cardura xl [24-hour], doxadura, doxadura xl [24-hour], raporsin xl [24-hour], slocinx xl [24-hour], larbex xl [24-hour], colixil xl [24-hour], doxzogen xl [24-hour], cardozin xl [24-hour]
prazosin: minipress, hypovase
terazosin: hytrin
warfarin: coumadin, marevan, jantoven
phenindione: dindevan
acenocoumarol: sinthrome
apixaban: eliquis
rivaroxaban: xarelto
edoxaban: lixiana, savaysa
dabigatran: pradaxa
clopidogrel: plavix, grepid
prasugrel: efient, effient
ticagrelor: brilique, brilinta
cilostazol: pletal
pentoxifylline: trental [modified]
naftidrofuryl: praxilene
enoxaparin: clexane [injection], lovenox [injection], inhixa [injection], clexane forte [injection], arovi [injection], ledraxen [injection]
dalteparin: fragmin [injection]
tinzaparin: innohep [injection]
fondaparinux: arixtra [injection]
alteplase: activase [injection], actilyse [injection], cathflo [injection], cathflo activase [injection]
tenecteplase: metalyse [injection], tnkase [injection]
tranexamic acid: cyklokapron, lysteda
midodrine: bramox, proamatine, orvaten
sildenafil: viagra, revatio, viagra connect, nipatra, liqrev [oral-liquid], granpidam
tadalafil: cialis, adcirca, talmanco, alyq, tadliq [oral-liquid]
vardenafil: levitra, staxyn [orodispersible]
avanafil: spedra, stendra
alprostadil: caverject [injection], viridal [injection], muse [other], vitaros [cream], edex [injection]
bosentan: tracleer, stayveer
ambrisentan: letairis, volibris
macitentan: opsumit
macitentan + tadalafil: opsynvi
riociguat: adempas
selexipag: uptravi
vericiguat: verquvo
metformin: glucophage, glucophage sr [modified], glucophage xr [modified], fortamet [modified], glumetza [modified], glumetza er [modified], riomet [oral-liquid], sukkarto sr [modified], metabet sr [modified], diagemet xl [modified], glucient sr [modified], bolamyn sr [modified], meijumet [modified], yaltormin sr [modified], glucorex sr [modified], metuxtan sr [modified], sukkarto [modified], metabet [modified], glucient [modified]
sitagliptin: januvia, zituvio
sitagliptin + metformin: janumet, janumet xr [24-hour]
linagliptin: trajenta, tradjenta
linagliptin + metformin: jentadueto, jentadueto xr [24-hour]
saxagliptin: onglyza
saxagliptin + metformin: komboglyze, kombiglyze xr [24-hour]
saxagliptin + dapagliflozin: qtern
alogliptin: vipidia, nesina
alogliptin + metformin: vipdomet, kazano
alogliptin + pioglitazone: oseni, incresync
vildagliptin: galvus
vildagliptin + metformin: eucreas
pioglitazone: actos, glidipion
pioglitazone + metformin: actoplus met, competact
pioglitazone + glimepiride: duetact
rosiglitazone: avandia
gliclazide: diamicron, diamicron mr [modified], zicron, dacadis mr [modified], nazdol mr [modified], laaglyda mr [modified], vamju [modified], ziclaseg [modified], bilxona [modified], edicil mr [modified], lamzarin [modified], zicron pr [modified]
glimepiride: amaryl
glipizide: glucotrol, glucotrol xl [24-hour], minodiab
glipizide + metformin: metaglip
glibenclamide: diabeta, micronase, glynase, daonil, amglidia [oral-liquid]
glibenclamide + metformin: glucovance
repaglinide: prandin, novonorm, enyglid
nateglinide: starlix
acarbose: glucobay, precose
dapagliflozin: forxiga, farxiga, edistride
dapagliflozin + metformin: xigduo, xigduo xr [24-hour]
empagliflozin: jardiance
empagliflozin + metformin: synjardy, synjardy xr [24-hour]
empagliflozin + linagliptin: glyxambi
empagliflozin + linagliptin + metformin: trijardy xr [24-hour]
canagliflozin: invokana
canagliflozin + metformin: vokanamet, invokamet, invokamet xr [24-hour]
ertugliflozin: steglatro
ertugliflozin + sitagliptin: steglujan
ertugliflozin + metformin: segluromet
sotagliflozin: inpefa
bexagliflozin: brenzavvy
liraglutide: victoza [injection], saxenda [injection product:saxenda]
semaglutide: ozempic [injection], wegovy [injection product:wegovy], rybelsus [tablet]
dulaglutide: trulicity [injection]
exenatide: byetta [injection], bydureon [injection product:exenatide_weekly], bydureon bcise [injection product:exenatide_weekly]
lixisenatide: lyxumia [injection], adlyxin [injection]
tirzepatide: mounjaro [injection], zepbound [injection product:zepbound]
insulin glargine: lantus [injection 100iu/ml], toujeo [injection 300iu/ml], toujeo max [injection 300iu/ml], toujeo doublestar [injection 300iu/ml], basaglar [injection 100iu/ml], abasaglar [injection 100iu/ml], semglee [injection 100iu/ml], rezvoglar [injection 100iu/ml]
insulin glargine + lixisenatide: soliqua [injection], suliqua [injection]
insulin detemir: levemir [injection 100iu/ml]
insulin degludec: tresiba [injection]
insulin degludec + liraglutide: xultophy [injection]
insulin icodec: awiqli [injection]
insulin aspart: novorapid [injection 100iu/ml], novolog [injection 100iu/ml], fiasp [injection 100iu/ml product:faster_insulin_aspart], trurapi [injection 100iu/ml], novorapid pumpcart [injection 100iu/ml], relion novolog [injection 100iu/ml]
insulin lispro: humalog [injection], admelog [injection 100iu/ml], lyumjev [injection product:insulin_lispro_aabc], insulin lispro sanofi [injection 100iu/ml]
insulin glulisine: apidra [injection 100iu/ml]
insulin aspart + insulin aspart protamine: novomix 30 [injection], novolog mix 70/30 [injection], novolog mix [injection], novomix [injection]
insulin lispro + insulin lispro protamine: humalog mix25 [injection product:lispro_mix_25], humalog mix50 [injection product:lispro_mix_50], humalog mix 25 [injection product:lispro_mix_25], humalog mix 50 [injection product:lispro_mix_50], humalog mix 75/25 [injection product:lispro_mix_25], humalog mix 50/50 [injection product:lispro_mix_50]
insulin isophane: humulin i [injection 100iu/ml], insulatard [injection 100iu/ml], humulin n [injection 100iu/ml], novolin n [injection 100iu/ml], insuman basal [injection 100iu/ml], hypurin porcine isophane [injection product:porcine_insulin], hypurin bovine isophane [injection product:bovine_insulin]
insulin soluble: humulin s [injection 100iu/ml], actrapid [injection 100iu/ml], humulin r [injection], humulin r u 500 [injection 500iu/ml product:insulin_500_units/ml], novolin r [injection 100iu/ml], insuman rapid [injection 100iu/ml], afrezza [dry-powder-inhaler], myxredlin [injection], hypurin porcine neutral [injection product:porcine_insulin], hypurin bovine neutral [injection product:bovine_insulin]
insulin isophane + insulin soluble: humulin m3 [injection], humulin 70/30 [injection], novolin 70/30 [injection], insuman comb 25 [injection product:insuman_comb_25], insuman comb 15 [injection product:insuman_comb_15], insuman comb 50 [injection product:insuman_comb_50], humulin 50/50 [injection product:isophane_50/50], mixtard 30 [injection]
glucagon: glucagen [injection], glucagen hypokit [injection], baqsimi [nasal], gvoke [injection], ogluo [injection]
dasiglucagon: zegalogue [injection]
glucose: glucogel [gel], dextrogel [gel], glucotabs
levothyroxine: synthroid, levoxyl, eltroxin, euthyrox, unithroid, tirosint, teva levothyroxine, vencamil, levo t
liothyronine: cytomel, tertroxin
thyroid extract: armour thyroid, np thyroid, nature throid
carbimazole: neo mercazole
thiamazole: tapazole, northyx
prednisolone: deltacortril [gr], orapred, pred forte [eye], predsol, omnipred [eye], millipred, pevanti, dilacort [gr], deltastab, pediapred [oral-liquid], prelone [oral-liquid], predfoam [enema], pred mild [eye]
prednisone: deltasone, rayos [gr], lodotra [gr], sterapred
methylprednisolone: medrol, medrone, depo medrone [injection product:methylprednisolone_acetate], depo medrol [injection product:methylprednisolone_acetate], solu medrone [injection], solu medrol [injection], medrol dosepak
dexamethasone: decadron, maxidex [eye], ozurdex [eye], dexsol [oral-liquid], glensoludex [dispersible], martapan [oral-liquid], hemady, dexamethasone intensol, neofordex
hydrocortisone: cortef, hydrocortone, plenadren [24-hour], solu cortef [injection], alkindi, efmody [modified], cortaid, dioderm [cream], mildison [cream], locoid [product:hydrocortisone_butyrate], colifoam [enema], proctozone hc [cream], corlan [buccal], cortenema [enema], hydrocortistab, hc45 [cream], proctosol hc [cream], westcort, anucort hc [suppository]
fludrocortisone: florinef
deflazacort: emflaza, calcort
cinacalcet: mimpara, sensipar
calcitriol: rocaltrol, silkis [ointment]
alfacalcidol: one alpha
paricalcitol: zemplar
alendronic acid: fosamax, fosamax once weekly, binosto [dispersible]
alendronic acid + colecalciferol: fosavance, fosamax plus d, bentexo
risedronic acid: actonel, actonel once a week, atelvia [gr], actonel 35 [35mg], actonel once weekly
ibandronic acid: boniva, bonviva, bondronat, iasibon
zoledronic acid: zometa [injection], aclasta [injection], reclast [injection]
denosumab: prolia [injection], xgeva [injection product:xgeva]
teriparatide: forsteo [injection], forteo [injection], movymia [injection], terrosa [injection], sondelbay [injection]
abaloparatide: tymlos [injection], eladynos [injection]
romosozumab: evenity [injection]
raloxifene: evista
strontium ranelate: protelos
calcium carbonate + colecalciferol: adcal d3, calcichew d3, calcichew d3 forte, evacal d3, accrete d3, natecal d3, theical d3, caltrate d, os cal d, adcal d3 caplets, calceos, adcal d3 dissolve, kalcipos d, cacit d3, calci d, accrete d3 one a day
calcium carbonate: adcal, calcichew, tums, cacit, os cal, calcichew 500
colecalciferol: fultium d3, invita d3, stexerol d3, desunin, thorens, aviticol, plenachol, pro d3, colecal d3, strivit d3, hux d3, dekristol, cubicole d3, d drops, altavita d3, valupak vitamin d3, sunvit d3, fultium d 3, osvica d3, baby d drops
ergocalciferol: drisdol, eciferol
calcifediol: rayaldee [modified]
calcium acetate: phosex, phoslo, renacet
sevelamer: renvela, renagel
lanthanum: fosrenol
sucroferric oxyhydroxide: velphoro
estradiol: estrace, vivelle dot [patch], climara [patch], evorel [patch], evorel 25 [patch], evorel 50 [patch], evorel 75 [patch], evorel 100 [patch], estradot [patch], oestrogel [gel], sandrena [gel], elleste solo, elleste solo mx [patch], progynova [product:estradiol_valerate], progynova ts [patch], vagifem [pessary], vagirux [pessary], yuvafem [pessary], zumenon, lenzetto [topical-solution], estring [vaginal], femseven [patch], estraderm mx [patch], imvexxy [pessary], divigel [gel], estrogel [gel], minivelle [patch], evamist [topical-solution], alora [patch], bedol, delestrogen [injection product:estradiol_valerate], dotti [patch], lyllana [patch], femring [vaginal], menostar [patch], depo estradiol [injection product:estradiol_cypionate]
estradiol + norethisterone: kliofem, kliovance, elleste duet, elleste duet conti, evorel conti [patch], evorel sequi [patch], novofem, trisequens, activella, combipatch [patch], mimvey, amabelz, climagest
estradiol + dydrogesterone: femoston, femoston conti
estradiol + levonorgestrel: femseven conti [patch], climara pro [patch], nuvelle, femseven sequi [patch]
estradiol + progesterone: bijuve, bijuva
estradiol + drospirenone: angeliq
estradiol + medroxyprogesterone: indivina, tridestra
conjugated estrogens: premarin
conjugated estrogens + medroxyprogesterone: prempro, premique, premphase, premique low dose
conjugated estrogens + bazedoxifene: duavee, duavive
estriol: ovestin [vaginal], gynest [vaginal], blissel [vaginal], imvaggis [pessary]
tibolone: livial
progesterone: utrogestan, prometrium, cyclogest [pessary], crinone [vaginal], lutigest [pessary], endometrin [pessary], lubion [injection], gepretix
medroxyprogesterone: provera, depo provera [injection], sayana press [injection], depo subq provera [injection], depo subq provera 104 [injection], climanor
norethisterone: primolut n, utovlan, camila [0.35mg], errin [0.35mg], noriday [350mcg], micronor, jolivette [0.35mg], nora be [0.35mg], aygestin, heather [0.35mg], ortho micronor [0.35mg], nor qd, incassia [0.35mg], deblitane [0.35mg], jencycla [0.35mg], lyza [0.35mg], sharobel [0.35mg], norlyda [0.35mg], norlyroc [0.35mg], noristerat [injection]
desogestrel: cerazette, cerelle, zelleta, feanolla, desomono, aizea, nacrez, desorex, moonia, hana, lovima
drospirenone: slynd
levonorgestrel: mirena [device], jaydess [device], kyleena [device], levosert [device], liletta [device], skyla [device], levonelle, levonelle 1500, levonelle one step, plan b, plan b one step, norgeston, emerres, upostelle, my way, benilexa [device], isteranda, melkine, next choice
ulipristal: ellaone, ella, esmya
etonogestrel: nexplanon [implant], implanon [implant]
levonorgestrel + ethinylestradiol: rigevidon [150mcg/30mcg], ovranette [150mcg/30mcg], levest [150mcg/30mcg], maexeni [150mcg/30mcg], logynon, trivora, levora, levora 0.15/30, aviane, lutera, seasonique, seasonale, amethyst, portia, jolessa, trinordiol, logynon ed, tricolas, elevin, ambelina, leandra, erlibelle, levlen, nordette, sronyx, vienva, lybrel, camrese, loseasonique, quartette, marlissa, altavera, falmina, orsythia, amethia, twirla [patch], enpresse, introvale
ethinylestradiol + levonorgestrel: microgynon, microgynon 30, microgynon 30 ed
ethinylestradiol + gestodene: femodene, femodene ed, femodette, katya 30/75, katya, millinette, millinette 30/75, millinette 20/75, sunya 20/75, sunya, triadene, aidulan, aidulan 30/75, aidulan 20/75, akizza, minulet
ethinylestradiol + desogestrel: marvelon, mercilon, gedarel, gedarel 30/150, gedarel 20/150, munalea, bimizza, cimizt, lestramyl, desogen, apri, kariva, reclipsen, mircette, alenvona, emoquette, ortho cept, viorele, azurette, cyclessa
ethinylestradiol + drospirenone: yasmin, yaz, eloine, lucette, yacella, dretine, daylette, ocella, gianvi, loryna, nikki, syeda, yiznell, zarah, vestura, jasmiel
ethinylestradiol + norgestimate: cilest, cilique, lizinna, ortho tri cyclen, ortho tri cyclen lo, ortho cyclen, sprintec, tri sprintec, trinessa, tri lo sprintec, mononessa, tri previfem, previfem, tri lo marzia, estarylla, tri estarylla, mili, tri mili, tri lo mili, tri lo estarylla
ethinylestradiol + norethisterone: loestrin, loestrin 20, loestrin 30, loestrin 1/20, loestrin 1.5/30, brevinor, ovysmen, norimin, junel, microgestin, ortho novum, ortho novum 7/7/7, ortho novum 1/35, estrostep, necon, synphase, binovum, trinovum, nortrel, larin, balziva, ovcon, ovcon 35, norinyl 1+35, zenchent, cyclafem, dasetta, nylia, wera
ethinylestradiol + norethisterone + ferrous fumarate: loestrin fe, estrostep fe, junel fe, lo loestrin fe, microgestin fe, larin fe, blisovi fe, tarina fe, generess fe, minastrin 24 fe, loestrin 24 fe, taytulla, blisovi 24 fe, junel fe 24, tri legest fe, hailey fe, aurovela fe
mestranol + norethisterone: norinyl 1, norinyl 1+50, necon 1/50, norinyl
mestranol + noretynodrel: enovid
norgestrel + ethinylestradiol: lo ovral, cryselle, low ogestrel, ogestrel
ethinylestradiol + etynodiol: zovia, kelnor
ethinylestradiol + norelgestromin: evra [patch], xulane [patch], ortho evra [patch], zafemy [patch]
etonogestrel + ethinylestradiol: nuvaring [vaginal], syreniring [vaginal], eluryng [vaginal]
segesterone + ethinylestradiol: annovera [vaginal]
estradiol + dienogest: qlaira, natazia
estradiol + nomegestrol: zoely
cyproterone + ethinylestradiol: dianette, clairette, acnocin, cicafem, teragezza
cyproterone: androcur, cyprostat
clomifene: clomid, serophene
letrozole: femara
anastrozole: arimidex
exemestane: aromasin
tamoxifen: nolvadex, soltamox [oral-liquid]
fulvestrant: faslodex [injection]
testosterone: testogel [gel], tostran [gel], androgel [gel], testim [gel], axiron [topical-solution], fortesta [gel], testavan [gel], androderm [patch], testopel [implant], natesto [nasal], vogelxo [gel], androfeme [cream], striant [buccal]
testosterone undecanoate: nebido [injection], aveed [injection], jatenzo [capsule], restandol [capsule], tlando [capsule], kyzatrex [capsule]
testosterone cypionate: depo testosterone [injection]
testosterone enanthate: xyosted [injection]
finasteride: proscar, propecia
dutasteride: avodart
tamsulosin + dutasteride: combodart [modified]
dutasteride + tamsulosin: jalyn [modified]
tamsulosin: flomax, flomax relief mr [modified], flomaxtra xl [modified], contiflo xl [modified], tabphyn mr [modified], pamsvax xl [modified], diffundox xl [modified], petyme mr [modified], omnic mr [modified], tamfrex xl [modified], losinate mr [modified], stronazon mr [modified], pinexel pr [modified], omexel xl [modified], tamurex [modified], flosiplex [modified]
solifenacin + tamsulosin: vesomni [modified]
alfuzosin: xatral, xatral xl [24-hour], uroxatral [24-hour], besavar xl [24-hour], vasran xl [24-hour], fuzatal xl [24-hour]
silodosin: rapaflo, silodyx
oxybutynin: ditropan, ditropan xl [24-hour], lyrinel xl [24-hour], kentera [patch], oxytrol [patch], gelnique [gel], cystrin
tolterodine: detrusitol, detrusitol xl [24-hour], detrol, detrol la [24-hour], neditol xl [24-hour], blerone xl [24-hour], mariosea xl [24-hour], efflosomyl xl [24-hour], inconex xl [24-hour], preblacon xl [24-hour], tolterma xl [24-hour], santizor xl [24-hour]
solifenacin: vesicare, vesicare ls [oral-liquid], muloma
fesoterodine: toviaz [24-hour]
darifenacin: emselex [24-hour], enablex [24-hour]
trospium: regurin, regurin xl [24-hour], sanctura, sanctura xr [24-hour], flotros
propiverine: detrunorm, detrunorm xl [modified]
mirabegron: betmiga [24-hour], myrbetriq [24-hour]
vibegron: gemtesa, obgemsa
flavoxate: urispas, urispas 200 [200mg]
desmopressin: ddavp melt [orodispersible], desmomelt [orodispersible], desmospray [nasal], noqdirna [orodispersible], nocdurna [orodispersible], desmotabs, octim [nasal], stimate [nasal]
phenazopyridine: pyridium, azo, azo urinary pain relief
bethanechol: urecholine, myotonine
pentosan polysulfate: elmiron
potassium citrate: urocit k [modified]
omeprazole: losec, losec mups, prilosec, prilosec otc, mepradec, mezzopram
omeprazole + sodium bicarbonate: zegerid
esomeprazole: nexium, nexium 24hr, emozul [gr], ventra [gr], guardium acid reflux control, nexium control
lansoprazole: zoton, prevacid, zoton fastab [orodispersible], prevacid solutab [orodispersible], prevacid 24hr, zoton fas tab [orodispersible]
dexlansoprazole: dexilant
pantoprazole: protonix, protium, pantoloc, pantoloc control
rabeprazole: pariet, aciphex
vonoprazan: voquezna
ranitidine: zantac, zantac 75, zantac 150
famotidine: pepcid, pepcid ac, zantac 360
calcium carbonate + magnesium hydroxide + famotidine: pepcid complete
cimetidine: tagamet, tagamet hb
nizatidine: axid
misoprostol: cytotec
sucralfate: carafate, antepsin
alginic acid + sodium bicarbonate + calcium carbonate: peptac [oral-liquid], acidex [oral-liquid], gaviscon liquid [oral-liquid], gaviscon original
alginic acid + potassium bicarbonate: gaviscon advance, acidex advance [oral-liquid]
alginic acid: gaviscon infant [sachet]
magnesium hydroxide + aluminium hydroxide: maalox, mucogel [oral-liquid]
magnesium hydroxide: milk of magnesia, phillips milk of magnesia
bismuth subsalicylate: pepto bismol
bismuth subcitrate: de noltab
metoclopramide: maxolon, reglan, gimoti [nasal], metozolv
domperidone: motilium
ondansetron: zofran, zofran odt [orodispersible], zuplenz, setofilm, zofran melt [orodispersible]
granisetron: kytril, sancuso [patch]
aprepitant: emend
cyclizine: valoid
promethazine: phenergan, avomine, phenadoz [suppository]
cinnarizine: stugeron
cinnarizine + dimenhydrinate: arlevert
betahistine: serc, serc 16
meclozine: antivert, bonine
dimenhydrinate: dramamine
hyoscine hydrobromide: kwells, joy rides, scopoderm [patch], scopoderm tts [patch], transderm scop [patch]
hyoscine butylbromide: buscopan, buscopan ibs relief
hyoscyamine: levsin, levsin sl [sublingual], levbid [modified], anaspaz
dicyclomine: bentyl, merbentyl
kaolin + morphine: kaolin and morphine
mebeverine: colofac, colofac mr [modified], aurobeverine mr [modified], colofac ibs
mebeverine + ispaghula: fybogel mebeverine [sachet]
ispaghula: fybogel [sachet], metamucil, fybogel orange [sachet], konsyl, ispagel [sachet], ispagel orange [sachet], fybogel hi fibre [sachet]
peppermint oil: colpermin [gr], mintec [gr], apercap, ibgard
alverine: spasmonal, spasmonal forte, audmonal, audmonal forte
loperamide: imodium, imodium a d, imodium instants [orodispersible], diamode, norimode, diocalm
loperamide + simeticone: imodium plus
diphenoxylate + atropine: lomotil
lactulose: duphalac, lactugal, enulose, kristalose [sachet], generlac, constulose
macrogol + sodium bicarbonate + sodium chloride + potassium chloride: movicol [sachet], laxido [sachet], laxido orange [sachet], cosmocol [sachet], movicol paediatric plain [sachet], molaxole [sachet], movicol half, laxido paediatric plain [sachet], molative [sachet], cosmocol paediatric [sachet], movicol plain [sachet], movicol liquid [oral-liquid], vistaprep [sachet], laxido natural [sachet], cosmocol orange lemon and lime [sachet], trilyte, nulytely, movicol ready to take
macrogol: miralax, clearlax, glycolax, restoralax, dulcobalance, gavilax
bisacodyl: dulcolax [gr], correctol
senna: senokot, ex lax, senokot max, senna lax, senexon
senna + docusate: senokot s, peri colace, senna s, senna plus, senexon s
docusate: colace, dulcoease, dioctyl, docusol, surfak, norgalax [enema], dok, docupaediatric
sodium picosulfate: dulcolax pico, dulcolax pico liquid [oral-liquid]
magnesium citrate + sodium picosulfate: picolax [sachet], citrafleet [sachet], prepopik, clenpiq
linaclotide: constella, linzess
lubiprostone: amitiza
plecanatide: trulance
prucalopride: resolor, motegrity
naloxegol: moventig, movantik
naldemedine: rizmoic, symproic
methylnaltrexone: relistor
rifaximin: targaxan [550mg], xifaxan
ursodeoxycholic acid: ursofalk, urso forte, urso 250, actigall, destolit, cholurso
obeticholic acid: ocaliva
mesalazine: asacol, asacol mr [gr], asacol hd [gr], pentasa [modified], octasa [gr], octasa mr [gr], lialda [gr], mezavant [gr modified], mezavant xl [gr modified], salofalk, apriso [modified], delzicol [gr], canasa [suppository], rowasa [enema], salofalk granules [modified sachet], zintasa [gr], pentasa sachet [modified sachet], ipocol [gr], asacolon
sulfasalazine: salazopyrin, salazopyrin en [gr], azulfidine, azulfidine en [gr], salazopyrin en tabs [gr]
balsalazide: colazide, colazal
olsalazine: dipentum
budesonide: entocort [modified], entocort cr [modified], entocort ec [modified], budenofalk [gr], pulmicort, pulmicort turbohaler [dry-powder-inhaler], pulmicort respules [nebuliser], pulmicort flexhaler [dry-powder-inhaler], rhinocort [nasal], rhinocort aqua [nasal], cortiment [modified product:cortiment], uceris [modified product:cortiment], budelin novolizer [dry-powder-inhaler], easyhaler budesonide [dry-powder-inhaler], jorveza [orodispersible product:jorveza], benacort [nasal], kinpeygo [modified product:kinpeygo], tarpeyo [modified product:kinpeygo], rhinocort allergy [nasal]
pancreatin: creon, creon 10000, creon 25000, creon 40000, creon micro, nutrizym 22, pancrease, zenpep, pancreaze, pancrex v, viokace, pertzye
simeticone: infacol [oral-liquid], gas x, mylicon [oral-liquid], dentinox colic [oral-liquid], wind eze, phazyme, mylanta gas
lactase: colief [oral-liquid], lactaid
orlistat: xenical, alli
salbutamol: ventolin, ventolin evohaler [metered-dose-inhaler], ventolin hfa [metered-dose-inhaler], ventolin accuhaler [dry-powder-inhaler], ventolin nebules [nebuliser], proventil, proventil hfa [metered-dose-inhaler], proair, proair hfa [metered-dose-inhaler], proair respiclick [dry-powder-inhaler], salamol [metered-dose-inhaler], salamol easi breathe [metered-dose-inhaler], airomir [metered-dose-inhaler], airomir autohaler [metered-dose-inhaler], easyhaler salbutamol [dry-powder-inhaler], salamol steri neb [nebuliser], accuneb [nebuliser], vospire er [12-hour], salbulin novolizer [dry-powder-inhaler], salbulin [dry-powder-inhaler], proair digihaler [dry-powder-inhaler]
levosalbutamol: xopenex, xopenex hfa [metered-dose-inhaler]
terbutaline: bricanyl, bricanyl turbohaler [dry-powder-inhaler], brethine
salmeterol: serevent, serevent evohaler [metered-dose-inhaler], serevent accuhaler [dry-powder-inhaler], serevent diskus [dry-powder-inhaler], neovent [metered-dose-inhaler], soltel [metered-dose-inhaler], vertine [metered-dose-inhaler]
formoterol: oxis [dry-powder-inhaler], oxis turbohaler [dry-powder-inhaler], foradil [dry-powder-inhaler], atimos modulite [metered-dose-inhaler], perforomist [nebuliser], foradil aerolizer [dry-powder-inhaler], easyhaler formoterol [dry-powder-inhaler]
indacaterol: onbrez [dry-powder-inhaler], onbrez breezhaler [dry-powder-inhaler], arcapta neohaler [dry-powder-inhaler]
olodaterol: striverdi [metered-dose-inhaler], striverdi respimat [metered-dose-inhaler]
beclometasone: qvar [metered-dose-inhaler product:beclometasone_extrafine], qvar easi breathe [metered-dose-inhaler product:beclometasone_extrafine], qvar autohaler [metered-dose-inhaler product:beclometasone_extrafine], qvar redihaler [metered-dose-inhaler product:beclometasone_extrafine], clenil [metered-dose-inhaler], clenil modulite [metered-dose-inhaler], beconase [nasal], beconase aqueous [nasal], beconase aq [nasal], kelhale [metered-dose-inhaler product:beclometasone_extrafine], soprobec [metered-dose-inhaler], qnasl [nasal], clipper [modified], becotide, easyhaler beclometasone [dry-powder-inhaler], asmabec clickhaler [dry-powder-inhaler], beclazone easi breathe [metered-dose-inhaler], beconase hayfever [nasal], nasobec [nasal], nasobec aqueous [nasal], qvar 50 [metered-dose-inhaler product:beclometasone_extrafine], qvar 100 [metered-dose-inhaler product:beclometasone_extrafine]
fluticasone propionate: flixotide, flixotide evohaler [metered-dose-inhaler], flixotide accuhaler [dry-powder-inhaler], flovent, flovent hfa [metered-dose-inhaler], flovent diskus [dry-powder-inhaler], flixonase [nasal], flixonase nasule [nasal], flonase [nasal], flonase allergy relief [nasal], nasofan [nasal], cutivate, armonair, pirinase [nasal], xhance [nasal], flixonase aqueous [nasal]
fluticasone furoate: avamys [nasal], veramyst [nasal], arnuity [dry-powder-inhaler], arnuity ellipta [dry-powder-inhaler], flonase sensimist [nasal]
fluticasone propionate + salmeterol: seretide [inhaler], seretide evohaler [metered-dose-inhaler], seretide accuhaler [dry-powder-inhaler], seretide 50 evohaler [metered-dose-inhaler], seretide 125 evohaler [metered-dose-inhaler], seretide 250 evohaler [metered-dose-inhaler], seretide 125 [metered-dose-inhaler], seretide 100 accuhaler [dry-powder-inhaler 100mcg/50mcg], seretide 250 accuhaler [dry-powder-inhaler 250mcg/50mcg], seretide 500 accuhaler [dry-powder-inhaler 500mcg/50mcg], seretide 500 [dry-powder-inhaler 500mcg/50mcg], seretide 100 [dry-powder-inhaler 100mcg/50mcg], advair [inhaler], advair diskus [dry-powder-inhaler], advair hfa [metered-dose-inhaler], airduo [dry-powder-inhaler], airduo respiclick [dry-powder-inhaler], wixela [dry-powder-inhaler], wixela inhub [dry-powder-inhaler], airflusal [inhaler], airflusal forspiro [dry-powder-inhaler], sirdupla [metered-dose-inhaler], sereflo [metered-dose-inhaler], aloflute [metered-dose-inhaler], combisal [metered-dose-inhaler], fusacomb easyhaler [dry-powder-inhaler], stalpex [dry-powder-inhaler], aerivio spiromax [dry-powder-inhaler], seretide 50 [inhaler], avenor [metered-dose-inhaler], fixkoh airmaster [dry-powder-inhaler], seffalair spiromax [dry-powder-inhaler], campona airmaster [dry-powder-inhaler]
fluticasone propionate + formoterol: flutiform [metered-dose-inhaler], flutiform k haler [metered-dose-inhaler]
azelastine + fluticasone propionate: dymista [nasal]
fluticasone furoate + vilanterol: relvar [dry-powder-inhaler], relvar ellipta [dry-powder-inhaler], breo [dry-powder-inhaler], breo ellipta [dry-powder-inhaler]
fluticasone furoate + umeclidinium + vilanterol: trelegy [dry-powder-inhaler], trelegy ellipta [dry-powder-inhaler]
budesonide + formoterol: symbicort, symbicort turbohaler [dry-powder-inhaler], duoresp [dry-powder-inhaler], duoresp spiromax [dry-powder-inhaler], fobumix [dry-powder-inhaler], fobumix easyhaler [dry-powder-inhaler], breyna [metered-dose-inhaler], wockair [dry-powder-inhaler], symbicort pmdi [metered-dose-inhaler]
beclometasone + formoterol: fostair [metered-dose-inhaler], fostair nexthaler [dry-powder-inhaler], luforbec [metered-dose-inhaler], bibecfo [metered-dose-inhaler], proxor [metered-dose-inhaler], vivaire [metered-dose-inhaler]
beclometasone + formoterol + glycopyrronium: trimbow [metered-dose-inhaler], trimbow nexthaler [dry-powder-inhaler]
budesonide + formoterol + glycopyrronium: trixeo [metered-dose-inhaler], trixeo aerosphere [metered-dose-inhaler], breztri [metered-dose-inhaler], breztri aerosphere [metered-dose-inhaler], riltrava aerosphere [metered-dose-inhaler]
budesonide + salbutamol: airsupra [metered-dose-inhaler]
mometasone + indacaterol: atectura breezhaler [dry-powder-inhaler], atectura [dry-powder-inhaler]
mometasone + indacaterol + glycopyrronium: enerzair breezhaler [dry-powder-inhaler], enerzair [dry-powder-inhaler]
mometasone + formoterol: dulera [metered-dose-inhaler]
mometasone: nasonex [nasal], elocon, asmanex [inhaler], asmanex twisthaler [dry-powder-inhaler], asmanex hfa [metered-dose-inhaler], clarinaze [nasal]
mometasone + olopatadine: ryaltris [nasal]
ciclesonide: alvesco [metered-dose-inhaler], omnaris [nasal], zetonna [nasal]
flunisolide: nasalide [nasal], aerospan [metered-dose-inhaler]
triamcinolone: nasacort [nasal], nasacort aq [nasal], nasacort allergy [nasal], kenalog, kenalog 40 [injection], kenalog in orabase [mouthwash], adcortyl, oralone, aristocort, triderm
tiotropium: spiriva, spiriva handihaler [dry-powder-inhaler], spiriva respimat [metered-dose-inhaler], braltus [dry-powder-inhaler], tiogiva [dry-powder-inhaler], acopair [dry-powder-inhaler], braltus zonda [dry-powder-inhaler]
tiotropium + olodaterol: spiolto [metered-dose-inhaler], spiolto respimat [metered-dose-inhaler], stiolto [metered-dose-inhaler], stiolto respimat [metered-dose-inhaler]
umeclidinium: incruse [dry-powder-inhaler], incruse ellipta [dry-powder-inhaler]
umeclidinium + vilanterol: anoro [dry-powder-inhaler], anoro ellipta [dry-powder-inhaler]
aclidinium: eklira [dry-powder-inhaler], eklira genuair [dry-powder-inhaler], tudorza [dry-powder-inhaler], tudorza pressair [dry-powder-inhaler]
aclidinium + formoterol: duaklir [dry-powder-inhaler], duaklir genuair [dry-powder-inhaler], duaklir pressair [dry-powder-inhaler]
glycopyrronium: seebri [dry-powder-inhaler], seebri breezhaler [dry-powder-inhaler], robinul, cuvposa [oral-liquid], sialanar [oral-liquid], lonhala magnair [nebuliser], glycate, dartisla odt, qbrexza
glycopyrronium + indacaterol: utibron [dry-powder-inhaler]
indacaterol + glycopyrronium: ultibro [dry-powder-inhaler], ultibro breezhaler [dry-powder-inhaler]
glycopyrronium + formoterol: bevespi [metered-dose-inhaler], bevespi aerosphere [metered-dose-inhaler]
ipratropium: atrovent, atrovent hfa [metered-dose-inhaler], ipravent, rinatec [nasal], ipratropium steri neb [nebuliser]
ipratropium + salbutamol: combivent, duoneb [nebuliser], combivent respimat [metered-dose-inhaler], combivent udv [nebuliser], ipramol steri neb [nebuliser], combiprasal [nebuliser]
montelukast: singulair
zafirlukast: accolate
theophylline: uniphyllin continus [12-hour], uniphyllin [12-hour], nuelin sa [modified], slo phyllin [modified], theo dur [modified], theo 24 [24-hour], uniphyl [24-hour], elixophyllin [oral-liquid]
aminophylline: phyllocontin continus [12-hour], phyllocontin [12-hour], phyllocontin forte [12-hour]
roflumilast: daxas, daliresp, zoryve
omalizumab: xolair [injection]
mepolizumab: nucala [injection]
benralizumab: fasenra [injection]
dupilumab: dupixent [injection]
reslizumab: cinqaero [injection], cinqair [injection]
tezepelumab: tezspire [injection]
carbocisteine: mucodyne
acetylcysteine: nacsys [dispersible], parvolex [injection], acetadote [injection], mucomyst, fluimucil
erdosteine: erdotin
dornase alfa: pulmozyme [nebuliser]
ivacaftor: kalydeco
lumacaftor + ivacaftor: orkambi
tezacaftor + ivacaftor: symkevi, symdeko
elexacaftor + tezacaftor + ivacaftor: kaftrio, trikafta
cetirizine: zirtek, zyrtec, piriteze, benadryl allergy one a day, zirtek allergy, zerviate [eye], zyrtec allergy, pollenshield hayfever
cetirizine + pseudoephedrine: zyrtec d [12-hour]
levocetirizine: xyzal
loratadine: clarityn, claritin, clarityn allergy, alavert, claritin reditabs [orodispersible]
loratadine + pseudoephedrine: claritin d [modified], claritin d 24 hour [24-hour], claritin d 12 hour [12-hour]
desloratadine: neoclarityn, clarinex, aerius
fexofenadine: telfast, telfast 120 [120mg], telfast 180 [180mg], allegra, allegra allergy, treathay, allevia
fexofenadine + pseudoephedrine: allegra d [modified]
chlorphenamine: piriton, chlor trimeton, allercalm, allerief [oral-liquid], hayleve, chlortrimeton, aller chlor
diphenhydramine: nytol, nytol one a night, banophen, zzzquil, unisom sleepgels, dreemon, unisom sleepmelts, simply sleep
doxylamine: unisom sleeptabs
doxylamine + pyridoxine: xonvea [gr], diclegis [gr], bonjesta [modified]
hydroxyzine: atarax, vistaril, ucerax
acrivastine: benadryl allergy relief
acrivastine + pseudoephedrine: benadryl allergy relief plus decongestant
cyproheptadine: periactin
alimemazine: vallergan, alfresed
ketotifen: zaditen, zaditor [eye], alaway [eye], ketofall [eye]
mizolastine: mizollen
rupatadine: rupafin
bilastine: ilaxten
pseudoephedrine: sudafed, sudafed decongestant [60mg], sudafed non drowsy decongestant, sudafed 12 hour [12-hour], galpseud, sudafed congestion
phenylephrine: sudafed pe, sudafed pe congestion, neo synephrine
guaifenesin + phenylephrine: crantex la [modified]
guaifenesin: mucinex [12-hour], humibid, robitussin chesty cough [oral-liquid]
guaifenesin + dextromethorphan: mucinex dm [12-hour], robitussin dm [oral-liquid]
guaifenesin + pseudoephedrine: mucinex d [12-hour]
guaifenesin + codeine: cheratussin ac [oral-liquid], robitussin ac [oral-liquid], virtussin ac [oral-liquid]
dextromethorphan + doxylamine + paracetamol: nyquil
hydrocodone + homatropine: hycodan, hydromet
hydrocodone + chlorphenamine: tussionex [12-hour]
promethazine + codeine: phenergan with codeine
promethazine + dextromethorphan: promethazine dm [oral-liquid]
benzonatate: tessalon, tessalon perles
pholcodine: galenphol [oral-liquid], pavacol d [oral-liquid]
carbinoxamine + hydrocodone + pseudoephedrine: histex hc [oral-liquid]
oxymetazoline: afrin [nasal], vicks sinex [nasal], rhofade [cream], upneeq [eye]
xylometazoline: otrivine [nasal], otrivin [nasal], sudafed blocked nose [nasal], otrivine adult [nasal], otrivine child [nasal]
azelastine: rhinolast [nasal], astelin [nasal], optilast [eye], astepro [nasal], optivar [eye]
cromoglicic acid: opticrom [eye], intal, optrex allergy [eye], nalcrom, catacrom [eye], gastrocrom, nasalcrom [nasal]
olopatadine: opatanol [eye], patanol [eye], pataday [eye], patanase [nasal], pazeo [eye]
epinephrine: epipen [injection], epipen jr [injection], epipen junior [injection], jext [injection], emerade [injection], auvi q [injection], adrenaclick [injection], adrenalin [injection], neffy [nasal], symjepi [injection], jext 300 [injection 300mcg], jext 150 [injection 150mcg], primatene mist [metered-dose-inhaler]
amoxicillin: amoxil, trimox, moxatag [24-hour], amix
amoxicillin + clavulanic acid: augmentin, augmentin duo [oral-liquid], augmentin xr [12-hour], augmentin es 600 [oral-liquid], augmentin 625 [500mg/125mg], augmentin 375 [250mg/125mg], augmentin 875 [875mg/125mg]
phenoxymethylpenicillin: veetids, v cillin k
benzathine benzylpenicillin: bicillin la [injection], bicillin l a [injection], lentocilin [injection], extencilline [injection]
benzylpenicillin: crystapen [injection], pfizerpen [injection]
flucloxacillin: floxapen
ampicillin: penbritin
piperacillin + tazobactam: zosyn [injection], tazocin [injection]
pivmecillinam: selexid, pivya
ticarcillin + clavulanic acid: timentin [injection]
cefalexin: keflex, ceporex
cefuroxime: zinnat, ceftin, zinacef [injection]
cefaclor: distaclor, distaclor mr [modified], ceclor
cefixime: suprax
cefdinir: omnicef
ceftriaxone: rocephin [injection]
ceftazidime: fortum [injection], fortaz [injection]
ceftazidime + avibactam: zavicefta [injection], avycaz [injection]
ceftolozane + tazobactam: zerbaxa [injection]
meropenem: meronem [injection], merrem [injection]
ertapenem: invanz [injection]
imipenem + cilastatin: primaxin [injection]
aztreonam: azactam [injection], cayston [nebuliser]
azithromycin: zithromax, z pak, zithromax z pak, zpak, zmax, azasite [eye], azyter [eye]
clarithromycin: klaricid, biaxin, klaricid xl [24-hour], biaxin xl [24-hour], febzin xl [24-hour]
erythromycin: erythroped, erythroped a, erymax, ery tab [gr], e e s, eryped [oral-liquid], tiloryth, erythrocin, e mycin
clindamycin: cleocin, dalacin c, dalacin, dalacin t [topical-solution], zindaclin [gel], cleocin t, clindagel [gel], clindesse [vaginal], evoclin [foam], cleocin hcl
clindamycin + benzoyl peroxide: duac [gel], benzaclin [gel], acanya [gel], duac once daily [gel], onexton [gel]
clindamycin + tretinoin: treclin [gel], veltin [gel], ziana [gel]
adapalene + benzoyl peroxide: epiduo [gel], epiduo forte [gel]
doxycycline: vibramycin, vibramycin d [dispersible], vibra tabs, doryx [gr], efracea [modified], oracea [modified], periostat, doxylar, monodox, adoxa, acticlate, vibratabs, targadox
minocycline: minocin, minocin mr [modified], solodyn [24-hour], aknemin, acnamino mr [modified], sebomin mr [modified], dynacin, amzeeq [foam]
lymecycline: tetralysal, tetralysal 300 [408mg]
oxytetracycline: oxymycin
sulfamethoxazole + trimethoprim: septrin, bactrim, bactrim ds [800mg/160mg], septra, septra ds [800mg/160mg], septrin forte [800mg/160mg], sulfatrim
trimethoprim: proloprim, primsol
nitrofurantoin: macrobid [12-hour], macrodantin, furadantin, genfura, aratoin, nitrofuran
fosfomycin: monuril [sachet], monurol [sachet]
methenamine: hiprex, urex
ciprofloxacin: cipro, ciproxin, ciloxan [eye], cipro xr [24-hour], cetraxal [ear]
ciprofloxacin + dexamethasone: ciprodex [ear], cilodex [ear]
levofloxacin: levaquin, tavanic, oftaquix [eye], evoxil, quinsair [nebuliser]
moxifloxacin: avelox, vigamox [eye], moxivig [eye], moxeza [eye]
ofloxacin: tarivid, floxin, exocin [eye], ocuflox [eye]
metronidazole: flagyl, rozex, metrogel [gel], anabact [gel], metrocream [cream], zidoval [vaginal], acea [gel], noritate [cream], metrotop [gel], vandazole [vaginal], nuvessa [vaginal]
tinidazole: fasigyn, tindamax
vancomycin: vancocin, firvanq [oral-liquid]
linezolid: zyvox
daptomycin: cubicin [injection]
rifampicin: rifadin, rimactane
rifampicin + isoniazid: rifinah, rifinah 300 [300mg/150mg], rifamate
rifampicin + isoniazid + pyrazinamide: rifater
rifampicin + isoniazid + pyrazinamide + ethambutol: voractiv
ethambutol: myambutol
fidaxomicin: dificid, dificlir
fusidic acid: fucidin, fucithalmic [eye]
fusidic acid + hydrocortisone: fucidin h [cream]
fusidic acid + betamethasone: fucibet [cream], fucibet lipid [cream], xemacort [cream]
mupirocin: bactroban, bactroban nasal [nasal], centany [ointment]
neomycin + chlorhexidine: naseptin [nasal]
chloramphenicol: chloromycetin [eye], optrex infected eyes [eye], minims chloramphenicol [eye], brochlor [eye]
gentamicin: garamycin, genticin [ear], gentak [eye], cidomycin
tobramycin: tobi, tobrex [eye], bramitob [nebuliser], tobi podhaler [dry-powder-inhaler], bethkis [nebuliser], kitabis [nebuliser]
tobramycin + dexamethasone: tobradex [eye]
colistimethate: colomycin [injection], promixin [nebuliser], colobreathe [dry-powder-inhaler], coly mycin m [injection]
neomycin + polymyxin b + hydrocortisone: cortisporin
neomycin + polymyxin b + bacitracin: neosporin [ointment], triple antibiotic [ointment]
polymyxin b + bacitracin: polysporin
polymyxin b + trimethoprim: polytrim [eye]
dexamethasone + framycetin + gramicidin: sofradex [ear]
dexamethasone + neomycin + acetic acid: otomize [ear]
neomycin + polymyxin b + dexamethasone: maxitrol [eye]
betamethasone + neomycin: betnesol n, betnovate n
flumetasone + clioquinol: locorten vioform [ear]
acetic acid: earcalm [ear], vosol [ear]
fluconazole: diflucan, canesten fluconazole
itraconazole: sporanox, sporanox pulse, onmel, tolsura
ketoconazole: nizoral, daktarin gold [cream], dandrazol [shampoo], nizoral a d [shampoo], extina [foam]
voriconazole: vfend
posaconazole: noxafil
terbinafine: lamisil, lamisil at [cream], lamisil once [topical-solution]
clotrimazole: canesten, gyne lotrimin [vaginal], mycelex
clotrimazole + hydrocortisone: canesten hc [cream]
clotrimazole + betamethasone: lotrisone [cream], lotriderm [cream]
miconazole: daktarin, monistat [vaginal], gyno daktarin [vaginal], daktarin oral gel [mouthwash], loramyc [buccal], monistat 7 [vaginal], monistat 3 [vaginal]
miconazole + hydrocortisone: daktacort [cream]
econazole: gyno pevaryl [vaginal], pevaryl, ecoza [foam]
nystatin: nystan, mycostatin, nystop [topical], nyamyc [topical]
nystatin + triamcinolone: mycolog
nystatin + hydrocortisone + chlorhexidine: nystaform hc
nystatin + chlorhexidine: nystaform
clobetasone + oxytetracycline + nystatin: trimovate [cream]
hydrocortisone + benzalkonium + dimethicone + nystatin: timodine [cream]
amorolfine: loceryl [topical-solution], curanail [topical-solution]
efinaconazole: jublia [topical-solution]
tavaborole: kerydin [topical-solution]
griseofulvin: grisovin, gris peg
aciclovir: zovirax, sitavig [buccal], zovirax eye [eye]
valaciclovir: valtrex
famciclovir: famvir
valganciclovir: valcyte
oseltamivir: tamiflu
zanamivir: relenza [dry-powder-inhaler]
baloxavir: xofluza
nirmatrelvir + ritonavir: paxlovid
molnupiravir: lagevrio
remdesivir: veklury [injection]
entecavir: baraclude
tenofovir disoproxil: viread
tenofovir alafenamide: vemlidy
emtricitabine + tenofovir disoproxil: truvada
emtricitabine + tenofovir alafenamide: descovy
efavirenz + emtricitabine + tenofovir disoproxil: atripla
emtricitabine + rilpivirine + tenofovir disoproxil: eviplera, complera
emtricitabine + rilpivirine + tenofovir alafenamide: odefsey
bictegravir + emtricitabine + tenofovir alafenamide: biktarvy
elvitegravir + cobicistat + emtricitabine + tenofovir alafenamide: genvoya
elvitegravir + cobicistat + emtricitabine + tenofovir disoproxil: stribild
abacavir + lamivudine: kivexa, epzicom
abacavir + dolutegravir + lamivudine: triumeq
dolutegravir + lamivudine: dovato
dolutegravir + rilpivirine: juluca
dolutegravir: tivicay
raltegravir: isentress
darunavir: prezista
darunavir + cobicistat: rezolsta, prezcobix
darunavir + cobicistat + emtricitabine + tenofovir alafenamide: symtuza
atazanavir: reyataz
lopinavir + ritonavir: kaletra
ritonavir: norvir
lamivudine + zidovudine: combivir
lamivudine: epivir, zeffix
zidovudine: retrovir
abacavir: ziagen
efavirenz: sustiva
cabotegravir: vocabria, apretude [injection]
cabotegravir + rilpivirine: cabenuva [injection]
doravirine: pifeltro
etravirine: intelence
maraviroc: celsentri, selzentry
sofosbuvir: sovaldi
ledipasvir + sofosbuvir: harvoni
sofosbuvir + velpatasvir: epclusa
glecaprevir + pibrentasvir: mavyret, maviret
hydroxychloroquine: plaquenil, quinoric, quineprox
chloroquine: avloclor, malarivon [oral-liquid], aralen, nivaquine
proguanil: paludrine
atovaquone + proguanil: malarone, maloff protect
mefloquine: lariam
artemether + lumefantrine: riamet, coartem
mebendazole: vermox, ovex, emverm [chewable], pripsen
albendazole: albenza, eskazole
ivermectin: stromectol, soolantra [cream], sklice [lotion]
permethrin: lyclear, elimite [cream], nix [topical]
malathion: derbac m, ovide
dimethicone: hedrin [topical-solution]
pyrantel: pin x
praziquantel: biltricide
methotrexate: rheumatrex, trexall, metoject [injection], metoject pen [injection], methofill [injection], otrexup [injection], rasuvo [injection], nordimet [injection], jylamvo [oral-liquid], maxtrex, zlatal [injection], xatmep [oral-liquid], otrexup pfs [injection], methofill pen [injection]
leflunomide: arava
azathioprine: imuran, azasan, jayempi [oral-liquid]
mercaptopurine: purinethol, xaluprine [oral-liquid], purixan [oral-liquid], puri nethol, hanixol
mycophenolate mofetil: cellcept, arzip, myfenax
mycophenolic acid: myfortic [gr], ceptava [gr]
ciclosporin: neoral, sandimmun, sandimmune [product:sandimmune], gengraf, capimune, deximune, restasis [eye], ikervis [eye], capsorin, vanquoral, cequa [eye], verkazia [eye], sandimmun neoral, vevizye [eye]
tacrolimus: prograf [immediate], adoport [immediate], advagraf [24-hour], envarsus [24-hour product:envarsus], envarsus xr [24-hour product:envarsus], protopic [ointment], dailiport [24-hour], modigraf [sachet], astagraf xl [24-hour], capexion [immediate], perixis [immediate], tacni [immediate], vivadex [immediate], conferoport [24-hour]
sirolimus: rapamune
everolimus: certican, afinitor, zortress, votubia
adalimumab: humira [injection], amgevita [injection], imraldi [injection], hyrimoz [injection], idacio [injection], yuflyma [injection], hulio [injection], cyltezo [injection], hadlima [injection], amjevita [injection], yusimry [injection], abrilada [injection], simlandi [injection], hukyndra [injection], libmyris [injection]
etanercept: enbrel [injection], benepali [injection], erelzi [injection], eticovo [injection]
infliximab: remicade [injection], inflectra [injection], remsima [injection], flixabi [injection], renflexis [injection], avsola [injection], zessly [injection], zymfentra [injection]
golimumab: simponi [injection], simponi aria [injection]
certolizumab pegol: cimzia [injection]
tocilizumab: actemra [injection], roactemra [injection], tyenne [injection], tofidence [injection]
sarilumab: kevzara [injection]
abatacept: orencia [injection]
rituximab: mabthera [injection], rituxan [injection], truxima [injection], rixathon [injection], ruxience [injection], riabni [injection]
belimumab: benlysta [injection]
anakinra: kineret [injection]
secukinumab: cosentyx [injection]
ixekizumab: taltz [injection]
ustekinumab: stelara [injection], wezlana [injection], uzpruvo [injection], selarsdi [injection], yesintek [injection], pyzchiva [injection]
guselkumab: tremfya [injection]
risankizumab: skyrizi [injection]
tildrakizumab: ilumya [injection], ilumetri [injection]
brodalumab: kyntheum [injection], siliq [injection]
bimekizumab: bimzelx [injection]
vedolizumab: entyvio [injection]
natalizumab: tysabri [injection], tyruko [injection]
tofacitinib: xeljanz, xeljanz xr [24-hour]
baricitinib: olumiant
upadacitinib: rinvoq [24-hour]
filgotinib: jyseleca
apremilast: otezla
deucravacitinib: sotyktu
abrocitinib: cibinqo
tralokinumab: adtralza [injection], adbry [injection]
ruxolitinib: jakafi, jakavi, opzelura [cream]
allopurinol: zyloric, zyloprim
febuxostat: adenuric, uloric
colchicine: colcrys, mitigare, gloperba [oral-liquid], lodoco
probenecid + colchicine: colbenemid
pegloticase: krystexxa [injection]
penicillamine: distamine, cuprimine, depen
glatiramer: copaxone [injection], brabio [injection], glatopa [injection]
interferon beta 1a: avonex [injection product:avonex], rebif [injection product:rebif]
interferon beta 1b: betaferon [injection], betaseron [injection], extavia [injection]
peginterferon beta 1a: plegridy [injection]
dimethyl fumarate: tecfidera [gr], skilarence [gr product:skilarence]
diroximel fumarate: vumerity [gr]
fingolimod: gilenya
teriflunomide: aubagio
siponimod: mayzent
ozanimod: zeposia
ponesimod: ponvory
cladribine: mavenclad
ocrelizumab: ocrevus [injection]
ofatumumab: kesimpta [injection], arzerra [injection]
alemtuzumab: lemtrada [injection], campath [injection product:campath]
fampridine: ampyra [12-hour], fampyra [12-hour]
capecitabine: xeloda
cyclophosphamide: cytoxan, endoxana
doxorubicin: doxil [injection product:doxorubicin_liposomal], caelyx [injection product:doxorubicin_liposomal]
paclitaxel: taxol [injection], abraxane [injection product:paclitaxel_albumin-bound]
docetaxel: taxotere [injection], docefrez [injection]
oxaliplatin: eloxatin [injection]
carboplatin: paraplatin [injection]
cisplatin: platinol [injection]
fluorouracil: efudix [cream], efudex [cream], carac [cream], adrucil [injection], fluoroplex [cream]
fluorouracil + salicylic acid: actikerall [topical-solution]
gemcitabine: gemzar [injection], infugem [injection]
irinotecan: camptosar [injection], campto [injection], onivyde [injection product:irinotecan_liposomal]
etoposide: vepesid, toposar [injection], etopophos [injection]
pemetrexed: alimta [injection]
bortezomib: velcade [injection]
lenalidomide: revlimid
thalidomide: thalomid
pomalidomide: pomalyst, imnovid
imatinib: glivec, gleevec
dasatinib: sprycel
nilotinib: tasigna
erlotinib: tarceva
gefitinib: iressa
osimertinib: tagrisso
ibrutinib: imbruvica
acalabrutinib: calquence
zanubrutinib: brukinsa
venetoclax: venclexta, venclyxto
palbociclib: ibrance
ribociclib: kisqali
abemaciclib: verzenio, verzenios
olaparib: lynparza
niraparib: zejula
abiraterone: zytiga, yonsa
enzalutamide: xtandi
apalutamide: erleada
darolutamide: nubeqa
bicalutamide: casodex
goserelin: zoladex [implant], zoladex la [implant]
leuprorelin: prostap [injection], prostap sr [injection], prostap 3 [injection], lupron [injection], lupron depot [injection], eligard [injection], prostap sr dcs [injection], prostap 3 dcs [injection], fensolvi [injection], lutrate [injection], camcevi [injection], staladex [implant]
triptorelin: decapeptyl [injection], decapeptyl sr [injection], gonapeptyl [injection], trelstar [injection], salvacyl [injection], triptodur [injection]
degarelix: firmagon [injection]
relugolix: orgovyx
relugolix + estradiol + norethisterone: ryeqo, myfembree
elagolix: orilissa
trastuzumab: herceptin [injection], ontruzant [injection], herzuma [injection], kanjinti [injection], trazimera [injection], ogivri [injection]
trastuzumab emtansine: kadcyla [injection]
trastuzumab deruxtecan: enhertu [injection]
pertuzumab: perjeta [injection]
pembrolizumab: keytruda [injection]
nivolumab: opdivo [injection]
ipilimumab: yervoy [injection]
atezolizumab: tecentriq [injection]
durvalumab: imfinzi [injection]
bevacizumab: avastin [injection], zirabev [injection], mvasi [injection]
cetuximab: erbitux [injection]
panitumumab: vectibix [injection]
daratumumab: darzalex [injection], darzalex faspro [injection]
brentuximab vedotin: adcetris [injection]
busulfan: myleran [tablet], busulfex [injection]
hydroxycarbamide: hydrea, droxia, siklos, xromi [oral-liquid]
chlorambucil: leukeran
melphalan: alkeran
temozolomide: temodar, temodal
lapatinib: tykerb, tyverb
sunitinib: sutent
sorafenib: nexavar
pazopanib: votrient
axitinib: inlyta
cabozantinib: cabometyx, cometriq
megestrol: megace
mesna: mesnex, uromitexan
calcium folinate: wellcovorin, refolinon
filgrastim: neupogen [injection], zarzio [injection], zarxio [injection], nivestym [injection], accofil [injection], nivestim [injection]
pegfilgrastim: neulasta [injection], pelgraz [injection], ziextenzo [injection], fulphila [injection], udenyca [injection], pelmeg [injection]
epoetin alfa: epogen [injection], procrit [injection], eprex [injection], binocrit [injection]
epoetin beta: neorecormon [injection]
darbepoetin alfa: aranesp [injection]
methoxy polyethylene glycol epoetin beta: mircera [injection]
ferrous sulfate: slow fe [modified], ferrograd [modified], feospan [modified], ironorm [oral-liquid], fer in sol [oral-liquid], slow iron [modified], feratab
ferrous sulfate + folic acid: ferrograd folic [modified]
ferrous fumarate: galfer, fersamal, fersaday, ferretts, hemocyte, galfer syrup [oral-liquid]
ferrous fumarate + folic acid: pregaday, galfer fa
ferrous gluconate: fergon
sodium feredetate: sytron [oral-liquid]
ferric maltol: feraccru, accrufer
ferric carboxymaltose: ferinject [injection], injectafer [injection]
iron sucrose: venofer [injection]
ferric derisomaltose: monofer [injection], monoferric [injection]
iron dextran: cosmofer [injection], infed [injection]
ferumoxytol: feraheme [injection]
folic acid: lexpec [oral-liquid], preconceive, folicare [oral-liquid]
cyanocobalamin: cytamen, cytacon, nascobal [nasal], behepan, orobalin
hydroxocobalamin: neo cytamen [injection], cobalin h [injection]
thiamine: benerva
ascorbic acid: redoxon
phytomenadione: konakion [injection], mephyton, konakion mm [injection], neokay
potassium chloride: slow k [modified], k dur [modified], klor con [modified], klor con m20 [modified], klor con m10 [modified], kay cee l [oral-liquid], k tab [modified], micro k [modified], klor con 10 [modified], klor con m [modified]
potassium chloride + potassium bicarbonate: sando k [dispersible]
magnesium glycerophosphate: neomag [chewable], magnaphate [chewable]
magnesium aspartate: magnaspartate [sachet]
magnesium oxide: mag ox, mag ox 400
magnesium chloride: slow mag
sodium bicarbonate: thamicarb [oral-liquid]
sodium zirconium cyclosilicate: lokelma [sachet]
patiromer: veltassa [sachet]
polystyrene sulfonate: resonium a, calcium resonium, kayexalate, sps
tolvaptan: samsca, jinarc, jynarque
multivitamin: centrum, one a day, forceval, dalivit [oral-liquid], abidec [oral-liquid], theragran, healthy start vitamins, ketovite, sanatogen, pregnacare, healthy start children s vitamin drops, renavit, nephro vite, flintstones, vitabiotics
ascorbic acid + retinol + colecalciferol: healthy start childrens vitamin [oral-liquid]
latanoprost: xalatan [eye], monopost [eye], xelpros [eye], iyuzeh [eye]
latanoprost + timolol: xalacom [eye], fixapost [eye]
bimatoprost: lumigan [eye], latisse [topical-solution], durysta [eye], eyreida [eye]
bimatoprost + timolol: ganfort [eye], eyzeetan [eye]
travoprost: travatan [eye], travatan z [eye], izba [eye], bondulc [eye], idose [eye]
travoprost + timolol: duotrav [eye]
tafluprost: saflutan [eye], zioptan [eye]
tafluprost + timolol: taptiqom [eye]
latanoprostene: vyzulta [eye]
netarsudil: rhopressa [eye]
netarsudil + latanoprost: rocklatan [eye], roclanda [eye]
dorzolamide: trusopt [eye], eydelto [eye], vizidor [eye]
dorzolamide + timolol: cosopt [eye], eylamdo [eye], vizidor duo [eye], cosopt imulti [eye], cosopt pf [eye]
brinzolamide: azopt [eye]
brinzolamide + timolol: azarga [eye]
brinzolamide + brimonidine: simbrinza [eye]
brimonidine: alphagan [eye], alphagan p [eye], mirvaso [gel], lumify [eye], brymont [eye]
brimonidine + timolol: combigan [eye]
betaxolol: betoptic [eye], betoptic s [eye]
pilocarpine: salagen [tablet], isopto carpine [eye], vuity [eye], pilocar [eye]
cyclopentolate: mydrilate [eye], minims cyclopentolate [eye], cyclogyl [eye]
tropicamide: mydriacyl [eye], minims tropicamide [eye]
fluorometholone: fml [eye], flarex [eye], fml liquifilm [eye]
loteprednol: lotemax [eye], alrex [eye], eysuvis [eye], inveltys [eye]
difluprednate: durezol [eye]
nepafenac: nevanac [eye], ilevro [eye]
bromfenac: yellox [eye], prolensa [eye], bromsite [eye]
lifitegrast: xiidra [eye]
hypromellose: artelac [eye], isopto tears [eye], tear lac [eye], lumecare hypromellose [eye], genteal [eye], evolve hypromellose [eye], hydromoor [eye], xailin hydrate [eye], puroptics hypromellose [eye]
hyaluronic acid: hylo forte [eye], hylo tear [eye], hycosan [eye], hyabak [eye], clinitas [eye], vismed [eye], oxyal [eye], hylo fresh [eye], evolve ha [eye], euflexxa [injection], synvisc [injection], hyalgan [injection], ostenil [injection], xailin ha [eye], aeon repair [eye], artelac rebalance [eye], eyezin [eye], durolane [injection]
trehalose + hyaluronic acid: thealoz duo [eye]
carbomer: viscotears [eye], gel tears [eye], lumecare carbomer [eye], artelac nighttime gel [eye], clinitas carbomer [eye], xailin gel [eye], evolve carbomer [eye], liquivisc [eye], liposic [eye]
carmellose: celluvisc [eye], optive [eye], carmize [eye], refresh tears [eye], refresh plus [eye], evolve carmellose [eye], xailin fresh [eye], refresh liquigel [eye], theratears [eye], pf drops carmellose [eye]
polyvinyl alcohol: liquifilm tears [eye], sno tears [eye], refresh ophthalmic [eye]
macrogol + propylene glycol: systane [eye], systane ultra [eye], systane balance [eye], systane complete [eye]
white soft paraffin + liquid paraffin + lanolin: lacri lube [eye], xailin night [eye]
retinol: vitapos [eye], vita pos [eye], hylo night [eye]
aflibercept: eylea [injection], zaltrap [injection product:zaltrap]
ranibizumab: lucentis [injection], byooviz [injection], ongavia [injection], cimerli [injection]
faricimab: vabysmo [injection]
betamethasone: betnovate [product:betamethasone_valerate], betnovate rd [product:betamethasone_valerate], diprosone [product:betamethasone_dipropionate], bettamousse [foam product:betamethasone_valerate], betnesol, diprolene [product:betamethasone_dipropionate], luxiq [foam product:betamethasone_valerate], audavate [product:betamethasone_valerate], celestone, betacap [topical-solution product:betamethasone_valerate], audavate rd [product:betamethasone_valerate], vistamethasone
betamethasone + salicylic acid: diprosalic
betamethasone + clioquinol: betnovate c
calcipotriol + betamethasone: dovobet, enstilar [foam], taclonex, wynzora [cream]
calcipotriol: dovonex, sorilux [foam]
clobetasol: dermovate, temovate, clobex, olux [foam], etrivex [shampoo], clarelux [foam], cormax, clobaderm
clobetasol + neomycin + nystatin: dermovate nn
clobetasone: eumovate, clobavate
hydrocortisone + urea: alphaderm [cream], calmurid hc [cream]
hydrocortisone + crotamiton: eurax hydrocortisone [cream]
crotamiton: eurax
fluocinolone: synalar, synalar 1 in 4, synalar 1 in 4 dilution, iluvien [eye], derma smoothe, capex [shampoo]
fluocinonide: lidex, metosyn, vanos [cream]
fludroxycortide: haelan, haelan tape [patch]
diflucortolone: nerisone
alclometasone: aclovate, modrasone
tretinoin: retin a, retin a micro [gel], renova [cream], avita, altreno [lotion], vesanoid [capsule], atralin [gel]
isotretinoin: roaccutane, accutane, claravis, absorica, amnesteem, myorisan, zenatane, isotrex [gel], rizuderm, reticutan
isotretinoin + erythromycin: isotrexin [gel]
erythromycin + zinc acetate: zineryt [topical-solution]
adapalene: differin
tazarotene: tazorac, zorac, arazlo [lotion]
trifarotene: aklief [cream]
azelaic acid: finacea [gel], skinoren [cream], azelex [cream]
benzoyl peroxide: acnecide [gel], panoxyl, benzac, acnecide wash [gel], proactiv
dapsone: aczone [gel]
acitretin: neotigason, soriatane
methoxsalen: oxsoralen
pimecrolimus: elidel [cream]
crisaborole: eucrisa [ointment], staquis [ointment]
imiquimod: aldara [cream], zyclara [cream]
ingenol mebutate: picato [gel]
podophyllotoxin: warticon, condyline [topical-solution], condylox
salicylic acid: occlusal [topical-solution], compound w, verrugon, bazuka extra strength [gel]
salicylic acid + lactic acid: salactol, salatac [gel], cuplex, bazuka [gel]
silver sulfadiazine: flamazine [cream], silvadene [cream]
lidocaine: lidoderm [patch], versatis [patch], xylocaine, lmx4 [cream], ralvo [patch], ztlido [patch], xylocaine viscous, lmx 4 [cream], stud 100 [topical-solution]
lidocaine + chlorhexidine: instillagel [gel]
lidocaine + prilocaine: emla [cream], nulbia [cream], fortacin [topical-solution], denela [cream]
tetracaine: ametop [gel]
capsaicin: axsain [cream], zacin [cream], qutenza [patch], zostrix [cream]
urea: flexitol, hydromol intensive [cream], aquadrate [cream], imuderm [cream], dermatonics once heel balm, nutraplus, carmol, eucerin intensive, balneum [cream], dermatonics
urea + lauromacrogols: balneum plus [cream]
urea + lactic acid: calmurid [cream]
white soft paraffin + liquid paraffin + emulsifying wax: hydromol [ointment], epaderm [ointment]
emollient: e45 [topical], diprobase [topical], cetraben [topical], doublebase [gel], aveeno [topical], zerobase [cream], oilatum [topical], dermol [topical], dermol 500 [lotion], aquamax [cream], epimax [cream], zerocream [cream], zeroaqs [cream], isomol gel [gel], zeroderm [ointment], zerodouble [gel], ultrabase [cream], unguentum m [cream], qv [topical], epaderm cream [cream], hydromol cream [cream], doublebase dayleve [gel], aquaphor [ointment], eucerin [topical], cetaphil [topical], emulave, dermol 600, exmabase [gel], epimax original [cream], emollin [topical], cerave [topical], myribase [gel], zeroveen [cream], aquaderm [cream], adex gel [gel], aproderm [topical], epimax oatmeal [cream]
zinc oxide: sudocrem [cream], desitin, calaband [dressing]
dimethicone + benzalkonium: conotrane [cream]
selenium sulfide: selsun [shampoo], selsun blue [shampoo]
coal tar: polytar [shampoo], t gel [shampoo], alphosyl 2 in 1 [shampoo], neutrogena t gel [shampoo], exorex [lotion], psoriderm [topical]
coal tar + salicylic acid: capasal [shampoo]
coal tar + salicylic acid + coconut oil + sulfur: cocois [ointment], sebco [ointment]
eflornithine: vaniqa [cream]
aluminium chloride hexahydrate: driclor [topical-solution], anhydrol forte [topical-solution]
chlorhexidine: corsodyl [mouthwash], peridex [mouthwash], hibiscrub [topical], hibiclens [topical], periogard [mouthwash]
benzydamine: difflam [mouthwash]
povidone iodine: betadine, videne [topical-solution], inadine [dressing]
choline salicylate: bonjela [mouthwash]
artificial saliva: glandosane, biotene, as saliva orthana, xerotin, bioxtra, saliveze, salivix, aquoral
cinchocaine + hydrocortisone: proctosedyl, uniroid hc
cinchocaine + prednisolone: scheriproct
cinchocaine + fluocortolone: ultraproct
haemorrhoid preparation: anusol, anusol hc, anusol plus hc, preparation h, germoloids, xyloproct, anugesic hc, perinal, proctofoam hc, tucks, proctofoam
hydrocortisone + pramocaine: analpram hc, pramosone
phosphates enema: fleet enema [enema], cleen enema [enema], fleet ready to use enema [enema], phosphate enema [enema], formula b, phosphates enema formula b [enema], fleet
sodium citrate + sodium lauryl sulfoacetate + glycerol + sorbitol: micralax [enema], micolette [enema], relaxit [enema]
sterculia: normacol [sachet]
sterculia + frangula: normacol plus [sachet]
nicotine: nicorette, nicotinell, nicoderm cq [patch], nicoderm [patch], niquitin, nicorette invisi patch [patch], nicorette invisipatch [patch], nicorette inhalator [inhaler], niquitin cq, niquitin clear [patch], niquitin minis [lozenge], nicorette quickmist [buccal], nicorette gum [chewable], habitrol [patch], nicotrol, commit [lozenge], nicorette freshmint
varenicline: champix, chantix, tyrvaya [nasal]
disulfiram: antabuse
acamprosate: campral, campral ec [gr]
nalmefene: selincro
lofexidine: lucemyra
sodium chloride: nebusal [nebuliser], mucoclear [nebuliser], slow sodium [modified], ocean nasal [nasal], sterimar [nasal], neilmed sinus rinse [nasal], resp ease [nebuliser], minims saline [eye], ayr saline [nasal], simply saline [nasal]
glucose + potassium chloride + sodium chloride + sodium citrate: dioralyte [sachet], pedialyte [oral-liquid], electrolade [sachet]
oral nutritional supplement: ensure, ensure plus, fortisip, fortisip compact, fresubin, fortijuce, complan, aymes shake, calogen, ensure compact, scandishake, fresubin energy, aymes, boost, glucerna, foodlink complete, altraplen, altraplen compact, ensure plus milkshake style, pediasure, fortini, nutrison, neocate, nutramigen, aptamil pepti, similac, sma, infatrini, fortisip compact protein, procal shot, pro cal, pro cal shot, nutilis clear, resource thickenup, thick easy, vitaflo, nutrilon, enfamil, forticreme, meritene, nutricrem, aymes actacal, nutriplen, jevity, osmolite, peptamen, nutren
dantron + poloxamer 188: codalax
levocarnitine: carnitor
sapropterin: kuvan
alglucosidase alfa: myozyme [injection], lumizyme [injection]
somatropin: genotropin [injection], norditropin [injection], omnitrope [injection], humatrope [injection], saizen [injection], nutropin [injection], nutropin aq [injection], zomacton [injection]
octreotide: sandostatin [injection], sandostatin lar [injection product:octreotide_depot], mycapssa
lanreotide: somatuline [injection], somatuline autogel [injection], somatuline depot [injection]
cabergoline: dostinex, cabaser
bromocriptine: parlodel, cycloset
botulinum toxin type a: botox [injection product:botox], dysport [injection product:dysport], xeomin [injection product:xeomin], bocouture [injection product:xeomin], azzalure [injection product:dysport]
pyridostigmine: mestinon, mestinon timespan [modified], regonol [injection]
nusinersen: spinraza [injection]
eculizumab: soliris [injection]
ravulizumab: ultomiris [injection]
emicizumab: hemlibra [injection]
icatibant: firazyr [injection]
mifepristone: mifegyne, mifeprex, korlym
dinoprostone: prostin e2, propess [pessary], cervidil [pessary]
oxytocin: syntocinon [injection], pitocin [injection]
ergometrine + oxytocin: syntometrine [injection]
methylergometrine: methergine
follitropin alfa: gonal f [injection], bemfola [injection], ovaleap [injection]
choriogonadotropin alfa: ovitrelle [injection], ovidrel [injection]
menotrophin: menopur [injection]
cetrorelix: cetrotide [injection]
ganirelix: fyremadel [injection], orgalutran [injection]
nafarelin: synarel [nasal]
buserelin: suprecur, suprefact
danazol: danol
quinine: qualaquin
dextromethorphan: delsym [12-hour], robitussin dry cough [oral-liquid]
copper intrauterine device: t safe 380a [device], nova t 380 [device], paragard [device], flexi t 300 [device], mini tt 380 slimline [device], flexi t plus 380 [device], copper t 380a [device], load 375 [device], multiload cu375 [device], ub nova t [device], novaplus t 380 [device], t safe 380a ql [device], gynefix [device], tt 380 slimline [device]
nonoxynol 9: gygel [vaginal], delfen [vaginal], vcf [vaginal]
glucose testing strips: contour [device], contour next [device], accu chek [device], accu chek aviva [device], accu chek performa [device], onetouch [device], onetouch verio [device], onetouch ultra [device], freestyle lite [device], freestyle optium [device], glucorx nexus [device], glucofix tech [device], tee2 [device], codefree [device], gluconavii [device], 4sure [device], on call [device], glucomen areo [device], wavesense jazz [device], accu chek instant [device], accu chek mobile [device], accu chek guide [device], finetest lite [device], performa [device], agamatrix wavesense jazz [device]
glucose sensor: freestyle libre [device], freestyle libre 2 [device], freestyle libre 3 [device], dexcom g6 [device], dexcom g7 [device], dexcom one [device], dexcom [device]
lancets: microlet [device], unistik [device], bd microfine lancets [device], glucorx lancets [device], fastclix [device], accu chek fastclix [device], onetouch delica [device], multiclix [device], unilet [device]
pen needles: bd viva [device], bd micro fine [device], bd microfine [device], novofine [device], unifine pentips [device], glucorx carepoint [device], omnican fine [device], insupen [device], bd nano [device], 4sure pen needles [device], novofine plus [device], bd ultra fine [device], carepoint [device]
surgical tape: micropore [dressing], transpore [dressing], mefix [dressing], hypafix [dressing], durapore [dressing], clinipore [dressing]
dressing: mepilex [dressing], mepore [dressing], allevyn [dressing], aquacel [dressing], tegaderm [dressing], granuflex [dressing], opsite [dressing], kaltostat [dressing], atrauman [dressing], melolin [dressing], biatain [dressing], activheal [dressing], duoderm [dressing], jelonet [dressing], mepitel [dressing], iodoflex [dressing], softpore [dressing], cosmopor e [dressing], primapore [dressing], comfeel [dressing], actilite [dressing], medihoney [dressing], cutimed [dressing], zetuvit [dressing], actisorb [dressing], tubifast [dressing], tubigrip [dressing], k lite [dressing], k soft [dressing], profore [dressing]
tirbanibulin: klisyri [ointment]
mavacamten: camzyos
tafamidis: vyndamax, vyndaqel
nintedanib: ofev
pirfenidone: esbriet
voclosporin: lupkynis
avacopan: tavneos
difelikefalin: kapruvia [injection], korsuva [injection]
roxadustat: evrenzo
fezolinetant: veozah, veoza
ospemifene: osphena, senshio
prasterone: intrarosa [pessary]
flibanserin: addyi
tasimelteon: hetlioz
nitazoxanide: alinia
tedizolid: sivextro
dalbavancin: dalvance [injection], xydalba [injection]
letermovir: prevymis
potassium permanganate: permitabs
charcoal: charcodote
ammonium lactate: lac hydrin, amlactin
evening primrose oil: efamol
glucosamine: dolenio, alateris
levosimendan: simdax [injection]
cangrelor: kengrexal [injection], kengreal [injection]
bivalirudin: angiomax [injection]
eptifibatide: integrilin [injection]
tirofiban: aggrastat [injection]
adenosine: adenocor [injection], adenocard [injection]
sugammadex: bridion [injection]
propofol: diprivan [injection]
ketamine: ketalar [injection]
nitrous oxide + oxygen: entonox
isoprenaline: isuprel [injection]
norepinephrine: levophed [injection]
streptokinase: streptase [injection]
flumazenil: romazicon [injection], anexate [injection]
white soft paraffin + liquid paraffin: simple eye ointment [eye], simple eye oint [eye]
calcium carbonate: pepto bismol childrens, childrens pepto
calcium carbonate + simeticone: mylicon childrens, rolaids advanced
ketotifen: claritin eye [eye]
oxymetazoline: neo synephrine 12 hour [nasal]
desloratadine + pseudoephedrine: clarinex d [modified]
loratadine + pseudoephedrine: alavert d [modified]
insulin lispro + insulin lispro protamine: humalog mix [injection]
morphine: kapanol [24-hour], arymo [12-hour], infumorph [injection]
methylphenidate: metadate [modified], aptensio [modified], jornay [modified], quillichew [modified chewable], quillivant [modified oral-liquid], cotempla [modified orodispersible], adhansia [modified]
diltiazem: taztia [24-hour], matzim [24-hour], cartia [24-hour], dilt [24-hour], tiadylt [24-hour], tiadylt er [24-hour], diltzac [24-hour]
lorazepam: loreev [24-hour]
duloxetine: drizalma [gr]
saxagliptin + metformin: kombiglyze [24-hour]
empagliflozin + linagliptin + metformin: trijardy [24-hour]
tacrolimus: astagraf [24-hour]
propranolol: innopran [24-hour]
estradiol: vivelle [patch]
desipramine: norpramin
disopyramide: norpace, rythmodan
dofetilide: tikosyn
milnacipran: savella
dronabinol: marinol, syndros [oral-liquid]
levetiracetam: roweepra
ropivacaine: naropin [injection]
bupivacaine: marcaine [injection], sensorcaine [injection], exparel [injection product:bupivacaine_liposomal]
bupivacaine + epinephrine: marcaine with epinephrine [injection], sensorcaine with epinephrine [injection]
lidocaine + epinephrine: xylocaine with epinephrine [injection], lignospan [injection]
articaine + epinephrine: septocaine [injection], septanest [injection]
eltrombopag: promacta, revolade, alvaiz
romiplostim: nplate [injection]
avatrombopag: doptelet
chlorothiazide: diuril
nisoldipine: sular [24-hour]
esterified estrogens: menest
esterified estrogens + methyltestosterone: estratest, covaryx
sotalol: sorine
thyroid extract: wp thyroid, niva thyroid, westhroid, adthyza, renthyroid
methotrexate: reditrex [injection]
lomitapide: juxtapid, lojuxta
deferasirox: jadenu, exjade
deferiprone: ferriprox
treprostinil: tyvaso [inhaler], remodulin [injection], orenitram [modified]
iloprost: ventavis [nebuliser]
epoprostenol: flolan [injection], veletri [injection]
pasireotide: signifor [injection]
pegvisomant: somavert [injection]
nitisinone: orfadin, nityr
lomustine: gleostine
mercaptamine: cystagon, procysbi [gr]
vasopressin: vasostrict [injection]
cefotaxime: claforan [injection]
ampicillin + sulbactam: unasyn [injection]
desonide: desowen, verdeso [foam]
halcinonide: halog
halobetasol: ultravate
tiopronin: thiola
fludroxycortide: cordran
desoximetasone: topicort
fenoprofen: nalfon
naftifine: naftin
ciclopirox: loprox, penlac [topical-solution]
esmolol: brevibloc [injection]
clonidine + chlortalidone: clorpres
corticotropin: acthar [injection], cortrophin [injection]
promethazine: promethegan [suppository]
droxidopa: northera
netupitant + palonosetron: akynzeo
palonosetron: aloxi [injection]
isavuconazole: cresemba
clevidipine: cleviprex [injection]
triamterene: dyrenium
flucytosine: ancobon
salsalate: disalcid
methscopolamine: pamine
phenobarbital + hyoscyamine + atropine + hyoscine hydrobromide: donnatal
nevirapine: viramune
nelfinavir: viracept
emtricitabine: emtriva
fosamprenavir: lexiva, telzir
saquinavir: invirase
calcitonin: miacalcin, miacalcic [injection]
bexarotene: targretin
doxercalciferol: hectorol
peginterferon alfa 2a: pegasys [injection]
pramlintide: symlin [injection]
caspofungin: cancidas [injection]
micafungin: mycamine [injection]
anidulafungin: eraxis [injection], ecalta [injection]
aliskiren + hydrochlorothiazide: tekturna hct
viloxazine: qelbree [24-hour]
serdexmethylphenidate + dexmethylphenidate: azstarys
sotorasib: lumakras, lumykras
lecanemab: leqembi [injection]
donanemab: kisunla [injection]
zuranolone: zurzuvae
nirogacestat: ogsiveo
resmetirom: rezdiffra
vadadustat: vafseo
daprodustat: jesduvroq
xanomeline + trospium: cobenfy
gepirone: exxua
metformin + sitagliptin: zituvimet
mirikizumab: omvoh [injection]
selinexor: xpovio
bosutinib: bosulif
crizotinib: xalkori
ponatinib: iclusig
trametinib: mekinist
dabrafenib: tafinlar
vemurafenib: zelboraf
regorafenib: stivarga
lenvatinib: lenvima, kisplyx
selpercatinib: retevmo, retsevmo
talazoparib: talzenna
rucaparib: rubraca
brigatinib: alunbrig
lorlatinib: lorbrena, lorviqua
alectinib: alecensa
larotrectinib: vitrakvi
erdafitinib: balversa
carfilzomib: kyprolis [injection]
ixazomib: ninlaro
topotecan: hycamtin
azacitidine: vidaza [injection], onureg
decitabine: dacogen [injection]
trabectedin: yondelis [injection]
eribulin: halaven [injection]
cabazitaxel: jevtana [injection]
vinorelbine: navelbine
mitomycin: mutamycin [injection]
epirubicin: pharmorubicin [injection], ellence [injection]
fludarabine: fludara
bendamustine: treanda [injection], bendeka [injection], levact [injection]
tretinoin: tretin x
somatropin: serostim [injection]
lonapegsomatropin: skytrofa [injection]
somapacitan: sogroya [injection]
follitropin beta: follistim [injection], puregon [injection]
immunoglobulin human: octagam [injection product:octagam], hizentra [injection product:hizentra], gammagard [injection product:gammagard], privigen [injection product:privigen], gamunex [injection product:gamunex], flebogamma [injection product:flebogamma], cuvitru [injection product:cuvitru], kiovig [injection product:kiovig], intratect [injection product:intratect]
polystyrene sulfonate: kionex
ibandronic acid: bonviva injection [injection]
etelcalcetide: parsabiv [injection]
burosumab: crysvita [injection]
lanadelumab: takhzyro [injection]
pegvaliase: palynziq [injection]
osilodrostat: isturisa
vosoritide: voxzogo [injection]
tenapanor: xphozah, ibsrela
efgartigimod alfa: vyvgart [injection]
rozanolixizumab: rystiggo [injection]
fostemsavir: rukobia
lenacapavir: sunlenca, yeztugo
ustekinumab: steqeyma [injection], otulfi [injection], imuldosa [injection]
tocilizumab: avtozma [injection]
chlorpropamide: diabinese
tolbutamide: rastinon, orinase
metronidazole: lymelysen
insulin soluble: humulin r u500 [injection 500iu/ml]
benzocaine: orajel, anbesol, hurricaine
aspirin + citric acid + sodium bicarbonate: alka seltzer [dispersible]
tolnaftate: tinactin
butenafine: lotrimin ultra [cream]
clotrimazole: lotrimin af cream [cream]
dextran + hypromellose: tears naturale [eye], naturales tears [eye]
glycerol: glycerin suppositories [suppository], glycerol suppositories [suppository]
ferrous sulfate: slow release iron [modified], ferrous sulphate mr [modified], ferrous sulphate sr
methylcellulose: citrucel, celevac
wheat dextrin: benefiber
saccharomyces boulardii: florastor
isosorbide mononitrate: chemydur [24-hour], isib [24-hour], monomax [24-hour]
nifedipine: adipine [modified], coracten [modified], tensipine [modified], nifedipress [modified]
diltiazem: adizem [modified], angitil [modified], dilzem [modified], viazem [24-hour]
quetiapine: atrolak [24-hour], biquelle [24-hour], sondate [24-hour], zaluron [24-hour], mintreleq [24-hour], brancico [24-hour]
tramadol: tradorec [24-hour], tramulief [12-hour], tramquel [12-hour]
tolterodine: neditol [24-hour], blerone [24-hour], mariosea [24-hour]
galantamine: galsya [24-hour], luventa [24-hour], gatalin [24-hour]
ropinirole: ralnea [24-hour], ipinnia [24-hour], spiroco [24-hour], repinex [24-hour]
venlafaxine: vencarm [24-hour], politid [24-hour], alventa [24-hour], venzip [24-hour], depefex [24-hour]
tamsulosin: contiflo [modified], tabphyn [modified], pamsvax [modified], diffundox [modified], petyme [modified], omnic [modified], tamfrex [modified], losinate [modified], stronazon [modified], pinexel [modified], flomaxtra [modified]
felodipine: parmid [24-hour], cardioplen [24-hour], felotens [24-hour]
alfuzosin: besavar [24-hour], vasran [24-hour]
methylphenidate: xenidate [24-hour], matoride [24-hour], affenid [24-hour], meflynate [modified], metyrol [modified], focusim [modified]
metformin: diagemet [modified], bolamyn [modified], yaltormin [modified], metuxtan [modified], glucorex [modified]
indapamide: rawel [modified], tensaid [modified], alkapamid [modified], cardide [modified]
oxybutynin: lyrinel [24-hour]
paracetamol + phenylephrine: lemsip max, lemsip
paracetamol + promethazine + dextromethorphan: night nurse
calcium carbonate + magnesium carbonate: rennie
heparinoid + salicylic acid: movelat
heparinoid: hirudoid
barrier preparation: cavilon, cavilon durable barrier, conotrane barrier, drapolene, metanium, medi derma s
pen needles: glucorx finepoint, glucorx finepoint ultra, bd viva hypodermic insulin needles, greenfine, mylife clickfine
diclofenac: voltarol emulgel p [gel], voltarol pain eze emulgel [gel], voltarol 12 hour emulgel [gel], voltarol emulgel extra strength [gel], voltarol medicated plasters [patch]
simeticone + aluminium hydroxide + magnesium hydroxide: maalox plus, mylanta
artificial saliva: biotene oralbalance, oralieve
hyoscine hydrobromide: joy rides, travacalm
sodium chloride: minims sodium chloride [eye], normasol, irripod, stericlens
chlorhexidine + cetrimide: savlon
lidocaine + cetylpyridinium: anbesol teething, calgel
aspirin + caffeine: anadin, anadin original`;
