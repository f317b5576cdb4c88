/** Facts: classes of medicines that allergies are recorded against, their names and their members (ingredient keys). */

export interface DrugClass {
  readonly key: string;
  /** Names, separated by `|`. */
  readonly names: string;
  /** Ingredient keys, separated by `|`. */
  readonly members: string;
  /** Broader classes, separated by `|`. */
  readonly within: string;
}

export const DRUG_CLASSES: readonly DrugClass[] = [
  {
    key: 'penicillins',
    names:
      'penicillin|penicillins|penicillin antibiotic|penicillin class of antibiotic|substance with penicillin structure and antibacterial mechanism of action|penicillin group|penicillin class',
    members:
      'amoxicillin|ampicillin|benzylpenicillin|phenoxymethylpenicillin|flucloxacillin|dicloxacillin|cloxacillin|oxacillin|nafcillin|piperacillin|pivmecillinam|pivampicillin|temocillin|ticarcillin|procaine benzylpenicillin|benzathine benzylpenicillin|bacampicillin|methicillin|co-amoxiclav|co-fluampicil|piperacillin/tazobactam',
    within: 'beta-lactams|antibiotics',
  },
  {
    key: 'cephalosporins',
    names: 'cephalosporin|cephalosporins|cefalosporin|cefalosporins|cephalosporin antibiotic',
    members:
      'cefalexin|cefaclor|cefadroxil|cefradine|cefuroxime|cefixime|cefotaxime|ceftriaxone|ceftazidime|cefpodoxime|cefazolin|cefdinir|cefprozil|cefepime|cefoxitin|ceftaroline',
    within: 'beta-lactams|antibiotics',
  },
  {
    key: 'carbapenems',
    names: 'carbapenem|carbapenems',
    members: 'meropenem|imipenem|ertapenem|doripenem',
    within: 'beta-lactams|antibiotics',
  },
  {
    key: 'beta-lactams',
    names: 'beta-lactam|beta lactams|beta-lactam antibiotic|beta lactam antibiotics',
    members: 'aztreonam',
    within: 'antibiotics',
  },
  {
    key: 'macrolides',
    names: 'macrolide|macrolides|macrolide antibiotic|macrolide antibiotics',
    members: 'erythromycin|clarithromycin|azithromycin|telithromycin|spiramycin|roxithromycin',
    within: 'antibiotics',
  },
  {
    key: 'tetracyclines',
    names: 'tetracyclines|tetracycline antibiotics|tetracycline group',
    members: 'tetracycline|doxycycline|minocycline|lymecycline|oxytetracycline|tigecycline|demeclocycline',
    within: 'antibiotics',
  },
  {
    key: 'quinolones',
    names: 'quinolone|quinolones|fluoroquinolone|fluoroquinolones|quinolone antibiotic',
    members: 'ciprofloxacin|levofloxacin|moxifloxacin|ofloxacin|norfloxacin|delafloxacin|nalidixic acid',
    within: 'antibiotics',
  },
  {
    key: 'aminoglycosides',
    names: 'aminoglycoside|aminoglycosides',
    members: 'gentamicin|tobramycin|amikacin|neomycin|streptomycin|framycetin',
    within: 'antibiotics',
  },
  {
    key: 'sulfonamides',
    names:
      'sulfonamide|sulphonamide|sulfonamides|sulphonamides|sulfonamide antibacterial|sulfa|sulfa antibiotics|sulpha|product containing sulfonamide|sulfonamide antibiotic|sulfa drug',
    members: 'sulfamethoxazole|sulfadiazine|sulfasalazine|silver sulfadiazine|co-trimoxazole',
    within: 'antibiotics',
  },
  {
    key: 'glycopeptides',
    names: 'glycopeptide|glycopeptides',
    members: 'vancomycin|teicoplanin',
    within: 'antibiotics',
  },
  {
    key: 'nitroimidazoles',
    names: 'nitroimidazole|nitroimidazoles|imidazole antibiotic',
    members: 'metronidazole|tinidazole',
    within: 'antibiotics',
  },
  {
    key: 'antibiotics',
    names: 'antibiotic|antibiotics|antibacterial|antibacterial agent|other antibiotic agent',
    members:
      'trimethoprim|nitrofurantoin|clindamycin|linezolid|rifampicin|fusidic acid|chloramphenicol|daptomycin|fosfomycin|methenamine|colistimethate|mupirocin',
    within: '',
  },
  {
    key: 'nsaids',
    names:
      'NSAID|NSAIDs|non-steroidal anti-inflammatory drug|nonsteroidal anti-inflammatory|non steroidal anti inflammatory|anti-inflammatories|nonsteroidal antiinflammatory agent|non-steroidal anti-inflammatory agent',
    members:
      'ibuprofen|naproxen|diclofenac|indometacin|ketoprofen|ketorolac|mefenamic acid|meloxicam|piroxicam|celecoxib|etoricoxib|etodolac|nabumetone|sulindac|flurbiprofen|aceclofenac|tenoxicam|dexketoprofen|tiaprofenic acid|parecoxib|aspirin',
    within: '',
  },
  {
    key: 'salicylates',
    names: 'salicylate|salicylates',
    members: 'aspirin|salsalate|mesalazine|sulfasalazine|choline salicylate|salicylic acid',
    within: '',
  },
  {
    key: 'opioids',
    names: 'opioid|opioids|opiate|opiates|opioid analgesic|opioid agonist|narcotic analgesic|narcotics',
    members:
      'morphine|codeine|dihydrocodeine|tramadol|oxycodone|fentanyl|buprenorphine|hydromorphone|hydrocodone|methadone|pethidine|meperidine|tapentadol|diamorphine|alfentanil|remifentanil|meptazinol|pentazocine|co-codamol|co-dydramol',
    within: '',
  },
  {
    key: 'ace-inhibitors',
    names:
      'ACE inhibitor|ACE inhibitors|angiotensin-converting enzyme inhibitor|angiotensin converting enzyme inhibitors|ACEI',
    members:
      'ramipril|lisinopril|enalapril|perindopril|captopril|fosinopril|quinapril|trandolapril|benazepril|imidapril|moexipril|cilazapril',
    within: '',
  },
  {
    key: 'angiotensin-receptor-blockers',
    names:
      'angiotensin receptor blocker|ARB|angiotensin II receptor antagonist|angiotensin-II receptor antagonist|angiotensin receptor blockers',
    members: 'losartan|candesartan|valsartan|irbesartan|olmesartan|telmisartan|azilsartan|eprosartan',
    within: '',
  },
  {
    key: 'statins',
    names: 'statin|statins|HMG-CoA reductase inhibitor|HMG CoA reductase inhibitors',
    members: 'simvastatin|atorvastatin|rosuvastatin|pravastatin|fluvastatin|lovastatin|pitavastatin',
    within: '',
  },
  {
    key: 'beta-blockers',
    names:
      'beta blocker|beta-blockers|beta-adrenoceptor blocking drug|beta-adrenoceptor blocking|beta adrenoceptor blocking agent|beta-adrenorecep antag',
    members:
      'atenolol|bisoprolol|propranolol|metoprolol|carvedilol|nebivolol|sotalol|labetalol|timolol|nadolol|celiprolol|pindolol|acebutolol|esmolol|betaxolol|levobunolol',
    within: '',
  },
  {
    key: 'calcium-channel-blockers',
    names: 'calcium channel blocker|calcium channel blockers|calcium-channel blocker',
    members:
      'amlodipine|nifedipine|felodipine|lercanidipine|diltiazem|verapamil|lacidipine|nicardipine|isradipine|nimodipine',
    within: '',
  },
  {
    key: 'thiazides',
    names: 'thiazide|thiazides|thiazide diuretic|thiazide diuretics',
    members: 'bendroflumethiazide|hydrochlorothiazide|indapamide|chlortalidone|metolazone|xipamide|chlorothiazide',
    within: 'diuretics',
  },
  {
    key: 'diuretics',
    names: 'diuretic|diuretics',
    members: 'furosemide|bumetanide|torasemide|spironolactone|eplerenone|amiloride|triamterene',
    within: '',
  },
  {
    key: 'ssris',
    names: 'SSRI|SSRIs|selective serotonin reuptake inhibitor|selective serotonin re-uptake inhibitors',
    members: 'sertraline|fluoxetine|citalopram|escitalopram|paroxetine|fluvoxamine',
    within: '',
  },
  {
    key: 'tricyclic-antidepressants',
    names: 'tricyclic antidepressant|tricyclic antidepressants|tricyclics',
    members:
      'amitriptyline|nortriptyline|imipramine|clomipramine|dosulepin|lofepramine|trimipramine|doxepin|desipramine',
    within: '',
  },
  {
    key: 'benzodiazepines',
    names: 'benzodiazepine|benzodiazepines',
    members:
      'diazepam|lorazepam|temazepam|nitrazepam|clonazepam|alprazolam|midazolam|chlordiazepoxide|oxazepam|clobazam|loprazolam|lormetazepam',
    within: '',
  },
  {
    key: 'barbiturates',
    names: 'barbiturate|barbiturates',
    members: 'phenobarbital|amobarbital|secobarbital|primidone|butalbital|thiopental|butobarbital',
    within: '',
  },
  {
    key: 'phenothiazines',
    names: 'phenothiazine|phenothiazines',
    members: 'chlorpromazine|prochlorperazine|promethazine|levomepromazine|perphenazine|trifluoperazine|fluphenazine',
    within: '',
  },
  {
    key: 'anticonvulsants',
    names: 'anticonvulsant|anticonvulsants|antiepileptic|antiepileptics',
    members:
      'carbamazepine|phenytoin|lamotrigine|sodium valproate|valproic acid|levetiracetam|oxcarbazepine|topiramate|gabapentin|pregabalin',
    within: '',
  },
  {
    key: 'proton-pump-inhibitors',
    names: 'proton pump inhibitor|proton pump inhibitors|PPI|PPIs',
    members: 'omeprazole|lansoprazole|esomeprazole|pantoprazole|rabeprazole',
    within: '',
  },
  {
    key: 'h2-antagonists',
    names: 'H2 antagonist|H2 blocker|H2-receptor antagonist',
    members: 'ranitidine|famotidine|cimetidine|nizatidine',
    within: '',
  },
  {
    key: 'bisphosphonates',
    names: 'bisphosphonate|bisphosphonates|biphosphonate|biphosphonates',
    members:
      'alendronic acid|risedronate|ibandronic acid|zoledronic acid|pamidronic acid|risedronic acid|clodronic acid',
    within: '',
  },
  {
    key: 'corticosteroids',
    names: 'corticosteroid|corticosteroids|steroid|steroids|glucocorticoid',
    members:
      'prednisolone|prednisone|hydrocortisone|dexamethasone|methylprednisolone|beclometasone|budesonide|fluticasone|betamethasone|triamcinolone|mometasone|deflazacort|cortisone',
    within: '',
  },
  {
    key: 'local-anaesthetics',
    names: 'local anaesthetic|local anaesthetics|local anesthetic|local anesthetics|caine anaesthetic',
    members:
      'lidocaine|bupivacaine|prilocaine|articaine|mepivacaine|levobupivacaine|ropivacaine|tetracaine|benzocaine|procaine',
    within: '',
  },
  {
    key: 'general-anaesthetics',
    names: 'general anaesthetic|anaesthetic|anaesthetics|general anesthetic|anesthetic',
    members: 'propofol|ketamine|sevoflurane|thiopental|etomidate',
    within: '',
  },
  {
    key: 'neuromuscular-blockers',
    names: 'muscle relaxant|neuromuscular blocker|neuromuscular blocking agent',
    members: 'suxamethonium|rocuronium|atracurium|vecuronium|cisatracurium|mivacurium|pancuronium',
    within: '',
  },
  {
    key: 'iodinated-contrast',
    names:
      'iodinated contrast|iodinated contrast media|iodinated contrast medium|contrast media|contrast medium|contrast dye|radiocontrast|x-ray contrast media|radiographic contrast media|IV contrast|CT contrast|x-ray dye|iodine contrast|iodinated contrast agent|radiological contrast media',
    members: 'iohexol|iopamidol|iodixanol|iopromide|ioversol|diatrizoate',
    within: '',
  },
  {
    key: 'gadolinium-contrast',
    names: 'gadolinium|gadolinium contrast|MRI contrast',
    members: 'gadobutrol|gadoteric acid',
    within: '',
  },
  { key: 'iodophors', names: 'iodophor|iodophore|iodophors', members: 'povidone-iodine', within: '' },
  {
    key: 'sulfonylureas',
    names: 'sulfonylurea|sulphonylurea|sulfonylureas',
    members: 'gliclazide|glimepiride|glipizide|glibenclamide|tolbutamide',
    within: '',
  },
  {
    key: 'antihistamines',
    names: 'antihistamine|antihistamines',
    members:
      'cetirizine|loratadine|chlorphenamine|fexofenadine|desloratadine|levocetirizine|hydroxyzine|diphenhydramine|promethazine',
    within: '',
  },
  {
    key: 'heparins',
    names: 'heparins|low molecular weight heparin|LMWH',
    members: 'heparin|enoxaparin|dalteparin|tinzaparin|bemiparin',
    within: '',
  },
  {
    key: 'azole-antifungals',
    names: 'azole antifungal|imidazole antifungal|triazole antifungal',
    members: 'fluconazole|itraconazole|clotrimazole|ketoconazole|miconazole|voriconazole|econazole',
    within: '',
  },
  {
    key: 'antimalarials',
    names: 'antimalarial|antimalarials',
    members: 'chloroquine|hydroxychloroquine|quinine|mefloquine|primaquine',
    within: '',
  },
  { key: 'vaccines', names: 'vaccine|vaccines', members: 'influenza-vaccine|smallpox-vaccine', within: '' },
];
