/**
 * Facts: medicines that are prescribed by brand, so that two brands, or brand and generic, are worth pointing out. Row:
 * ingredients separated by commas | forms (space-separated, * for any) | release (modified, or * for any) | source.
 * "modified" covers every release class but immediate and unsaid.
 */
export const brandMattersRows = `
carbamazepine, phenobarbital, phenytoin, primidone | * | * | MHRA, Antiepileptic drugs: updated advice on switching between manufacturers' products, 2017, category 1
lithium | * | * | BNF, lithium: preparations vary widely in bioavailability
tacrolimus, ciclosporin | tablet capsule caplet sachet oral-liquid dispersible unsaid | * | MHRA, Oral tacrolimus: prescribe by brand name only, 2012; BNF, ciclosporin
mycophenolate mofetil, mycophenolic acid | * | * | NHS Specialist Pharmacy Service, Prescribing by brand or generic: immunosuppressants after transplant
theophylline, aminophylline | * | modified | BNF, theophylline: rate of absorption from modified-release preparations varies between brands
morphine, oxycodone, hydromorphone, tramadol, tapentadol, dihydrocodeine, hydrocodone, oxymorphone | * | modified | CQC and NHS England, Safer use of controlled drugs: modified-release opioids by brand
fentanyl, buprenorphine | patch | * | MHRA, Transdermal fentanyl: avoid confusion between formulations; NHS SPS, Prescribing by brand
buprenorphine | sublingual orodispersible injection | * | BNF, buprenorphine: Espranor is not interchangeable
fentanyl | sublingual buccal nasal lozenge | * | BNF, fentanyl: transmucosal products are not interchangeable
diltiazem | * | modified | BNF, diltiazem: modified-release preparations above 60 mg by brand
diltiazem | tablet capsule unsaid | >60 | BNF, diltiazem: preparations above 60 mg by brand
nifedipine | * | modified | BNF, nifedipine: modified-release preparations by brand
verapamil | * | modified | NHS SPS, Prescribing by brand: modified-release preparations
methylphenidate | * | modified | MHRA, Methylphenidate long-acting preparations: caution if switching between products, 2022
dexmethylphenidate, amfetamine, dexamfetamine | * | modified | NHS SPS, Prescribing by brand: modified-release stimulants
mesalazine | * | * | BNF, mesalazine: delivery characteristics vary between oral preparations
insulin glargine, insulin detemir, insulin degludec, insulin aspart, insulin aspart protamine, insulin lispro, insulin lispro protamine, insulin glulisine, insulin isophane, insulin soluble, insulin icodec | * | * | MHRA, High strength, fixed combination and biosimilar insulin products: minimising the risk of medication error, 2015
beclometasone | metered-dose-inhaler inhaler dry-powder-inhaler unsaid | * | MHRA, Inhaled products that contain corticosteroids: Qvar is about twice as potent as Clenil, 2008
budesonide, fluticasone propionate, fluticasone furoate, mometasone, ciclesonide, formoterol, salmeterol, vilanterol, indacaterol, tiotropium, umeclidinium, glycopyrronium, aclidinium, olodaterol, salbutamol, terbutaline, ipratropium | metered-dose-inhaler dry-powder-inhaler inhaler | * | NICE NG244 and BTS, inhalers by brand and device
estradiol | patch gel | * | NHS SPS, Prescribing by brand: transdermal oestradiol
rivastigmine, rotigotine | patch | * | NHS SPS, Prescribing by brand: transdermal patches
pancreatin | * | * | NHS SPS, Prescribing by brand: products not interchangeable
epoetin alfa, epoetin beta, epoetin zeta, darbepoetin alfa, filgrastim, pegfilgrastim | * | * | MHRA guidance on biosimilars: prescribe by brand
adalimumab, etanercept, infliximab, rituximab, tocilizumab, ustekinumab, trastuzumab, bevacizumab, natalizumab, teriparatide, enoxaparin, somatropin, ranibizumab | * | * | MHRA, Guidance on the licensing of biosimilar products: biological medicines by brand
interferon beta 1a, interferon beta 1b, glatiramer | * | * | MHRA, Guidance on the licensing of biosimilar products: biological medicines by brand
epinephrine | injection | * | MHRA, Adrenaline auto-injectors: devices differ, train for the one carried
copper intrauterine device, levonorgestrel | device | * | MHRA, Levonorgestrel-releasing intrauterine systems: prescribe by brand name, 2016
levodopa, carbidopa, benserazide | * | modified | NHS SPS, Prescribing by brand: modified-release levodopa
hydrocortisone | * | modified | MHRA, Hydrocortisone modified release: do not substitute, 2021
botulinum toxin type a | * | * | BNF, botulinum toxin: units are specific to each product
apomorphine | injection | * | NHS SPS, Prescribing by brand: devices differ
methotrexate | injection | * | NHS SPS, Prescribing by brand: pens and syringes differ`;
