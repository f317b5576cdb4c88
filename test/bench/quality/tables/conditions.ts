/**
 * Conditions of the benchmark, one a line: family (one of a family a person) | chronic or episode | SNOMED CT code | display
 * | ICD-10 code | display | clinical names | everyday names | abbreviations | marks (`side`: left, right or both; `stage:a/b`).
 */
export const CONDITIONS = `
pressure|chronic|38341003|Hypertensive disorder|I10|Essential (primary) hypertension|Hypertension;Essential hypertension|High blood pressure|HTN|
diabetes|chronic|44054006|Diabetes mellitus type 2|E11.9|Type 2 diabetes mellitus without complications|Type 2 diabetes mellitus;Type II diabetes|Type 2 diabetes|T2DM|
diabetes|chronic|46635009|Diabetes mellitus type 1|E10.9|Type 1 diabetes mellitus without complications|Type 1 diabetes mellitus;Insulin dependent diabetes mellitus type 1|Type 1 diabetes|T1DM|
asthma|chronic|195967001|Asthma|J45.909|Unspecified asthma, uncomplicated|Asthma;Bronchial asthma|Asthma||stage:Mild asthma/Severe asthma
copd|chronic|13645005|Chronic obstructive lung disease|J44.9|Chronic obstructive pulmonary disease, unspecified|Chronic obstructive pulmonary disease;Chronic obstructive airways disease||COPD|stage:Mild COPD/Severe COPD
heart-failure|chronic|84114007|Heart failure|I50.9|Heart failure, unspecified|Heart failure;Congestive heart failure;Cardiac failure||CHF|
af|chronic|49436004|Atrial fibrillation|I48.91|Unspecified atrial fibrillation|Atrial fibrillation||AF;A-fib|
coronary|chronic|53741008|Coronary arteriosclerosis|I25.10|Atherosclerotic heart disease of native coronary artery without angina pectoris|Coronary heart disease;Ischaemic heart disease;Coronary artery disease||CHD;IHD;CAD|
angina|chronic|194828000|Angina|I20.9|Angina pectoris, unspecified|Angina pectoris;Angina|Angina||
kidney|chronic|709044004|Chronic kidney disease|N18.9|Chronic kidney disease, unspecified|Chronic kidney disease;Chronic renal disease||CKD|stage:CKD stage 3a/CKD stage 3b
cholesterol|chronic|13644009|Hypercholesterolemia|E78.00|Pure hypercholesterolemia, unspecified|Hypercholesterolaemia|High cholesterol;Raised cholesterol||
pad|chronic|399957001|Peripheral arterial occlusive disease|I73.9|Peripheral vascular disease, unspecified|Peripheral arterial disease;Peripheral vascular disease||PAD;PVD|
thyroid|chronic|40930008|Hypothyroidism|E03.9|Hypothyroidism, unspecified|Hypothyroidism|Underactive thyroid||
thyroid|chronic|34486009|Hyperthyroidism|E05.90|Thyrotoxicosis, unspecified without thyrotoxic crisis or storm|Hyperthyroidism;Thyrotoxicosis|Overactive thyroid||
depression|chronic|35489007|Depressive disorder|F32.A|Depression, unspecified|Depression;Depressive disorder|Depression||stage:Mild depression/Severe depression
anxiety|chronic|197480006|Anxiety disorder|F41.9|Anxiety disorder, unspecified|Anxiety disorder|Anxiety||
bipolar|chronic|13746004|Bipolar disorder|F31.9|Bipolar disorder, unspecified|Bipolar affective disorder;Bipolar disorder|Manic depression||
schizophrenia|chronic|58214004|Schizophrenia|F20.9|Schizophrenia, unspecified|Schizophrenia|||
dementia|chronic|26929004|Alzheimer's disease|G30.9|Alzheimer's disease, unspecified|Alzheimer's disease;Alzheimer disease|Alzheimers||
dementia|chronic|429998004|Vascular dementia|F01.50|Vascular dementia without behavioral disturbance|Vascular dementia|||
parkinson|chronic|49049000|Parkinson's disease|G20|Parkinson's disease|Parkinson's disease;Idiopathic Parkinson's disease|Parkinsons||
epilepsy|chronic|84757009|Epilepsy|G40.909|Epilepsy, unspecified, not intractable, without status epilepticus|Epilepsy|||
ms|chronic|24700007|Multiple sclerosis|G35|Multiple sclerosis|Multiple sclerosis;Disseminated sclerosis|||
migraine|chronic|37796009|Migraine|G43.909|Migraine, unspecified, not intractable, without status migrainosus|Migraine|Migraines||
rls|chronic|32914008|Restless legs|G25.81|Restless legs syndrome|Restless legs syndrome|Restless legs|RLS|
osteoarthritis-knee|chronic|239873007|Osteoarthritis of knee|M17.9|Osteoarthritis of knee, unspecified|Osteoarthritis of knee;Knee osteoarthritis;Gonarthrosis|Wear and tear arthritis of knee|Knee OA|side
osteoarthritis-hip|chronic|239872002|Osteoarthritis of hip|M16.9|Osteoarthritis of hip, unspecified|Osteoarthritis of hip;Hip osteoarthritis;Coxarthrosis||Hip OA|side
rheumatoid|chronic|69896004|Rheumatoid arthritis|M06.9|Rheumatoid arthritis, unspecified|Rheumatoid arthritis||RA|
gout|chronic|90560007|Gout|M10.9|Gout, unspecified|Gout;Gouty arthritis|Gout||
osteoporosis|chronic|64859006|Osteoporosis|M81.0|Age-related osteoporosis without current pathological fracture|Osteoporosis|Brittle bones||
fibromyalgia|chronic|203082005|Fibromyalgia|M79.7|Fibromyalgia|Fibromyalgia|||
pmr|chronic|65323003|Polymyalgia rheumatica|M35.3|Polymyalgia rheumatica|Polymyalgia rheumatica||PMR|
ankspond|chronic|9631008|Ankylosing spondylitis|M45.9|Ankylosing spondylitis of unspecified sites in spine|Ankylosing spondylitis|||
psoriatic|chronic|156370009|Psoriatic arthritis|L40.50|Arthropathic psoriasis, unspecified|Psoriatic arthritis;Psoriatic arthropathy||PsA|
lupus|chronic|55464009|Systemic lupus erythematosus|M32.9|Systemic lupus erythematosus, unspecified|Systemic lupus erythematosus||SLE|
carpal-tunnel|chronic|57406009|Carpal tunnel syndrome|G56.00|Carpal tunnel syndrome, unspecified upper limb|Carpal tunnel syndrome||CTS|side
cataract|chronic|193570009|Cataract|H26.9|Unspecified cataract|Cataract|Cataracts||side
glaucoma|chronic|23986001|Glaucoma|H40.9|Unspecified glaucoma|Glaucoma|||
macula|chronic|267718000|Age-related macular degeneration|||Age-related macular degeneration||AMD;ARMD|
hearing|chronic|60700002|Sensorineural hearing loss|H90.5|Unspecified sensorineural hearing loss|Sensorineural hearing loss|Nerve deafness||side
reflux|chronic|235595009|Gastroesophageal reflux disease|K21.9|Gastro-esophageal reflux disease without esophagitis|Gastro-oesophageal reflux disease;Acid reflux disease|Acid reflux|GORD;GERD|
ibs|chronic|10743008|Irritable bowel syndrome|K58.9|Irritable bowel syndrome without diarrhea|Irritable bowel syndrome|Irritable bowel|IBS|
crohn|chronic|34000006|Crohn's disease|K50.90|Crohn's disease, unspecified, without complications|Crohn's disease;Regional enteritis|Crohns||
colitis|chronic|64766004|Ulcerative colitis|K51.90|Ulcerative colitis, unspecified, without complications|Ulcerative colitis||UC|
coeliac|chronic|396331005|Celiac disease|K90.0|Celiac disease|Coeliac disease;Gluten enteropathy|||
diverticular|chronic|307496006|Diverticulosis|K57.90|Diverticulosis of intestine, part unspecified, without perforation or abscess without bleeding|Diverticulosis|||
fatty-liver|chronic|197321007|Steatosis of liver|K76.0|Fatty (change of) liver, not elsewhere classified|Hepatic steatosis;Fatty liver disease|Fatty liver||
cirrhosis|chronic|19943007|Cirrhosis of liver|K74.60|Unspecified cirrhosis of liver|Liver cirrhosis;Hepatic cirrhosis|||
prostate|chronic|266569009|Benign prostatic hyperplasia|N40.0|Benign prostatic hyperplasia without lower urinary tract symptoms|Benign prostatic hypertrophy;Benign prostatic enlargement|Enlarged prostate|BPH;BPE|
endometriosis|chronic|129103003|Endometriosis|N80.9|Endometriosis, unspecified|Endometriosis|||
pcos|chronic|237055002|Polycystic ovary syndrome|E28.2|Polycystic ovarian syndrome|Polycystic ovary syndrome||PCOS|
anaemia|chronic|87522002|Iron deficiency anemia|D50.9|Iron deficiency anemia, unspecified|Iron deficiency anaemia|Low iron anaemia|IDA|
anaemia|chronic|84027009|Pernicious anemia|D51.0|Vitamin B12 deficiency anemia due to intrinsic factor deficiency|Pernicious anaemia;Addisonian anaemia|||
psoriasis|chronic|9014002|Psoriasis|L40.9|Psoriasis, unspecified|Psoriasis|||
eczema|chronic|24079001|Atopic dermatitis|L20.9|Atopic dermatitis, unspecified|Atopic eczema;Atopic dermatitis|||
rosacea|chronic|398909004|Rosacea|L71.9|Rosacea, unspecified|Rosacea;Acne rosacea|||
apnoea|chronic|78275009|Obstructive sleep apnea syndrome|G47.33|Obstructive sleep apnea (adult) (pediatric)|Obstructive sleep apnoea||OSA|
bronchiectasis|chronic|12295008|Bronchiectasis|J47.9|Bronchiectasis, uncomplicated|Bronchiectasis|||
pulmonary-fibrosis|chronic|700250006|Idiopathic pulmonary fibrosis|J84.112|Idiopathic pulmonary fibrosis|Idiopathic pulmonary fibrosis;Cryptogenic fibrosing alveolitis||IPF|
hayfever|chronic|61582004|Allergic rhinitis|J30.9|Allergic rhinitis, unspecified|Allergic rhinitis|||
obesity|chronic|414916001|Obesity|E66.9|Obesity, unspecified|Obesity|||
breast-cancer|chronic|254837009|Malignant neoplasm of breast|C50.919|Malignant neoplasm of unspecified site of unspecified female breast|Breast cancer;Carcinoma of breast|||side
prostate-cancer|chronic|399068003|Malignant tumor of prostate|C61|Malignant neoplasm of prostate|Prostate cancer;Carcinoma of prostate|||
varicose|chronic|128060009|Varicose veins of lower extremity|I83.90|Asymptomatic varicose veins of unspecified lower extremity|Varicose veins of legs|||
aaa|chronic|233985008|Abdominal aortic aneurysm|I71.4|Abdominal aortic aneurysm, without rupture|Abdominal aortic aneurysm||AAA|
aortic-stenosis|chronic|60573004|Aortic valve stenosis|I35.0|Nonrheumatic aortic (valve) stenosis|Aortic stenosis;Aortic valve stenosis|||
myasthenia|chronic|91637004|Myasthenia gravis|G70.00|Myasthenia gravis without (acute) exacerbation|Myasthenia gravis|||
addison|chronic|363732003|Addison's disease|E27.1|Primary adrenocortical insufficiency|Addison's disease;Primary adrenal insufficiency|||
vitamin-d|chronic|34713006|Vitamin D deficiency|E55.9|Vitamin D deficiency, unspecified|Vitamin D deficiency|Low vitamin D||
sickle|chronic|127040003|Sickle cell-hemoglobin SS disease|D57.1|Sickle-cell disease without crisis|Sickle cell disease;Sickle cell anaemia|||
ventricular|chronic|||||Left ventricular hypertrophy|||
flutter|chronic|5370000|Atrial flutter|I48.92|Unspecified atrial flutter|Atrial flutter|||
sss|chronic|||I49.5|Sick sinus syndrome|Sick sinus syndrome;Sinus node disease|||
cardiomyopathy|chronic|399020009|Dilated cardiomyopathy|I42.0|Dilated cardiomyopathy|Dilated cardiomyopathy;Congestive cardiomyopathy|||
hypotension|chronic|||I95.1|Orthostatic hypotension|Postural hypotension;Orthostatic hypotension|||
raynaud|chronic|||I73.00|Raynaud's syndrome without gangrene|Raynaud's phenomenon;Raynaud's syndrome|||
dvt|episode|128053003|Deep venous thrombosis|||Deep vein thrombosis;Deep venous thrombosis||DVT|
pe|episode|59282003|Pulmonary embolism|||Pulmonary embolism||PE|
tia|episode|266257000|Transient ischemic attack|G45.9|Transient cerebral ischemic attack, unspecified|Transient ischaemic attack|Mini stroke|TIA|
mi|episode|22298006|Myocardial infarction|||Myocardial infarction|Heart attack|MI|
stroke|episode|230690007|Cerebrovascular accident|||Stroke;Cerebrovascular accident|Stroke|CVA|
goitre|chronic|||E04.2|Nontoxic multinodular goiter|Multinodular goitre|||
hyperpara|chronic|36348003|Primary hyperparathyroidism|E21.0|Primary hyperparathyroidism|Primary hyperparathyroidism|||
acromegaly|chronic|||||Acromegaly|||
ocd|chronic|191736004|Obsessive-compulsive disorder|F42.9|Obsessive-compulsive disorder, unspecified|Obsessive compulsive disorder||OCD|
ptsd|chronic|47505003|Posttraumatic stress disorder|F43.10|Post-traumatic stress disorder, unspecified|Post-traumatic stress disorder||PTSD|
adhd|chronic|406506008|Attention deficit hyperactivity disorder|F90.9|Attention-deficit hyperactivity disorder, unspecified type|Attention deficit hyperactivity disorder||ADHD|
autism|chronic|||||Autism spectrum disorder|Autism||
insomnia|chronic|193462001|Insomnia|G47.00|Insomnia, unspecified|Insomnia|||
tremor|chronic|609558009|Essential tremor|G25.0|Essential tremor|Essential tremor;Benign essential tremor|||
trigeminal|chronic|31681005|Trigeminal neuralgia|G50.0|Trigeminal neuralgia|Trigeminal neuralgia|||
mnd|chronic|||G12.20|Motor neuron disease, unspecified|Motor neurone disease||MND|
bell|episode|193093009|Bell's palsy|G51.0|Bell's palsy|Bell's palsy|||
frozen-shoulder|chronic|||M75.00|Adhesive capsulitis of unspecified shoulder|Adhesive capsulitis of shoulder;Frozen shoulder|Frozen shoulder||side
tennis-elbow|chronic|202855006|Lateral epicondylitis|||Lateral epicondylitis;Tennis elbow|Tennis elbow||side
dupuytren|chronic|203045001|Dupuytren's contracture|M72.0|Palmar fascial fibromatosis [Dupuytren]|Dupuytren's contracture;Dupuytren's disease|||side
spinal-stenosis|chronic|||M48.061|Spinal stenosis, lumbar region without neurogenic claudication|Lumbar spinal stenosis|||
sjogren|chronic|83901003|Sjögren's syndrome|M35.00|Sjogren syndrome, unspecified|Sjögren's syndrome;Sjogren's syndrome|||
gca|chronic|414341000|Giant cell arteritis|M31.6|Other giant cell arteritis|Giant cell arteritis;Temporal arteritis||GCA|
scleroderma|chronic|89155008|Systemic sclerosis|M34.9|Systemic sclerosis, unspecified|Systemic sclerosis|||
dry-eye|chronic|||H04.129|Dry eye syndrome of unspecified lacrimal gland|Dry eye syndrome|Dry eyes||
retinopathy|chronic|4855003|Diabetic retinopathy|||Diabetic retinopathy|||
tinnitus|chronic|60862001|Tinnitus|H93.19|Tinnitus, unspecified ear|Tinnitus|Ringing in the ears||
meniere|chronic|13445001|Ménière's disease|H81.09|Meniere's disease, unspecified ear|Meniere's disease;Ménière's disease|||
barrett|chronic|302914006|Barrett's esophagus|K22.70|Barrett's esophagus without dysplasia|Barrett's oesophagus|||
hiatus|chronic|84089009|Hiatal hernia|K44.9|Diaphragmatic hernia without obstruction or gangrene|Hiatus hernia;Hiatal hernia|||
gallstones|chronic|||||Gallstones;Cholelithiasis|Gallstones||
pancreatitis|chronic|235494005|Chronic pancreatitis|K86.1|Other chronic pancreatitis|Chronic pancreatitis|||
pbc|chronic|31712002|Primary biliary cholangitis|K74.3|Primary biliary cirrhosis|Primary biliary cholangitis;Primary biliary cirrhosis||PBC|
haemorrhoids|chronic|70153002|Hemorrhoids|K64.9|Unspecified hemorrhoids|Haemorrhoids|Piles||
stones|episode|95570007|Kidney stone|N20.0|Calculus of kidney|Renal calculus;Nephrolithiasis|Kidney stones||
pkd|chronic|||Q61.3|Polycystic kidney, unspecified|Polycystic kidney disease||PKD|
overactive-bladder|chronic|||N32.81|Overactive bladder|Overactive bladder||OAB|
fibroids|chronic|95315005|Uterine leiomyoma|D25.9|Leiomyoma of uterus, unspecified|Uterine fibroids;Uterine leiomyoma|Fibroids||
erectile|chronic|||N52.9|Male erectile dysfunction, unspecified|Erectile dysfunction|Impotence||
bcc|chronic|254701007|Basal cell carcinoma of skin|||Basal cell carcinoma|Rodent ulcer|BCC|
bowel-cancer|chronic|363406005|Malignant tumor of colon|C18.9|Malignant neoplasm of colon, unspecified|Colon cancer;Carcinoma of colon|||
lung-cancer|chronic|363358000|Malignant tumor of lung|C34.90|Malignant neoplasm of unspecified part of unspecified bronchus or lung|Lung cancer;Carcinoma of lung|||
cll|chronic|92814006|Chronic lymphoid leukemia|C91.10|Chronic lymphocytic leukemia of B-cell type not having achieved remission|Chronic lymphocytic leukaemia||CLL|
myeloma|chronic|109989006|Multiple myeloma|C90.00|Multiple myeloma not having achieved remission|Multiple myeloma;Myeloma|||
b12|chronic|190634004|Cobalamin deficiency|||Vitamin B12 deficiency|||
itp|chronic|||D69.3|Immune thrombocytopenic purpura|Immune thrombocytopenia||ITP|
haemochromatosis|chronic|399187006|Hemochromatosis|E83.119|Hemochromatosis, unspecified|Haemochromatosis|||
hiv|chronic|86406008|Human immunodeficiency virus infection|||HIV infection;Human immunodeficiency virus infection||HIV|
vitiligo|chronic|56727007|Vitiligo|L80|Vitiligo|Vitiligo|||
alopecia|chronic|68225006|Alopecia areata|L63.9|Alopecia areata, unspecified|Alopecia areata|||
hidradenitis|chronic|59393003|Hidradenitis suppurativa|L73.2|Hidradenitis suppurativa|Hidradenitis suppurativa|||
acne|chronic|88616000|Acne vulgaris|L70.0|Acne vulgaris|Acne vulgaris|Acne||
down|chronic|41040004|Complete trisomy 21 syndrome|Q90.9|Down syndrome, unspecified|Down syndrome;Trisomy 21|Down's syndrome||
cystic-fibrosis|chronic|190905008|Cystic fibrosis|E84.9|Cystic fibrosis, unspecified|Cystic fibrosis||CF|
sarcoid|chronic|31541009|Sarcoidosis|D86.9|Sarcoidosis, unspecified|Sarcoidosis|||
pneumonia|episode|233604007|Pneumonia|J18.9|Pneumonia, unspecified organism|Pneumonia|||
uti|episode|68566005|Urinary tract infection|N39.0|Urinary tract infection, site not specified|Urinary tract infection|Water infection;Urine infection|UTI|
cellulitis|episode|128045006|Cellulitis|L03.90|Cellulitis, unspecified|Cellulitis|||
bronchitis|episode|10509002|Acute bronchitis|J20.9|Acute bronchitis, unspecified|Acute bronchitis|||
sinusitis|episode|15805002|Acute sinusitis|J01.90|Acute sinusitis, unspecified|Acute sinusitis|||
tonsillitis|episode|17741008|Acute tonsillitis|J03.90|Acute tonsillitis, unspecified|Acute tonsillitis|||
shingles|episode|4740000|Herpes zoster|B02.9|Zoster without complications|Herpes zoster|Shingles||
gastroenteritis|episode|25374005|Gastroenteritis|||Gastroenteritis|||
wrist-fracture|episode|263102004|Fracture of wrist|||Wrist fracture;Fracture of wrist|Broken wrist||side
`;

/** Pairs that only look or sound alike: never one. */
export const LOOK_ALIKE_CONDITIONS: readonly (readonly [string, string])[] = [
  ['Hypothyroidism', 'Hyperthyroidism'],
  ['Hypotension', 'Hypertension'],
  ['Hypokalaemia', 'Hyperkalaemia'],
  ['Hyponatraemia', 'Hypernatraemia'],
  ['Hypoglycaemia', 'Hyperglycaemia'],
  ['Hypocalcaemia', 'Hypercalcaemia'],
  ['Osteoporosis', 'Osteoarthritis'],
  ['Dysphagia', 'Dysphasia'],
  ['Ulcerative colitis', 'Ischaemic colitis'],
  ['Atrial fibrillation', 'Atrial flutter'],
  ['Iron deficiency anaemia', 'Iron deficiency without anaemia'],
  ['Hyperparathyroidism', 'Hypoparathyroidism'],
  ['Aortic stenosis', 'Aortic regurgitation'],
  ['Mitral stenosis', 'Mitral regurgitation'],
  ['Hepatitis B', 'Hepatitis C'],
  ['Angina', 'Angioedema'],
  ['Psoriasis', 'Psoriatic arthritis'],
  ['Diabetes mellitus type 2', 'Diabetes insipidus'],
  ['Tinea pedis', 'Tinea cruris'],
  ['Retinal detachment', 'Vitreous detachment'],
  ['Zenker diverticulum', 'Meckel diverticulum'],
  ['Bullous pemphigoid', 'Pemphigus vulgaris'],
  ['Polymyositis', 'Polymyalgia rheumatica'],
  ['Gastritis', 'Gastroenteritis'],
  ['Cholelithiasis', 'Choledocholithiasis'],
  ['Spondylolysis', 'Spondylolisthesis'],
  ['Otitis media', 'Otitis externa'],
  ['Pulmonary hypertension', 'Portal hypertension'],
  ['Heart failure', 'Heart block'],
  ['Acute kidney injury', 'Chronic kidney disease'],
  ['Hiatus hernia', 'Inguinal hernia'],
  ['Macular degeneration', 'Macular oedema'],
  ['Vitamin B12 deficiency', 'Vitamin D deficiency'],
  ['Uterine prolapse', 'Rectal prolapse'],
  ['Basal cell carcinoma', 'Squamous cell carcinoma of skin'],
  ['Ductal carcinoma in situ of breast', 'Breast cancer'],
  ['Acute bronchitis', 'Chronic bronchitis'],
  ['Acute pancreatitis', 'Chronic pancreatitis'],
  ['Open-angle glaucoma', 'Angle-closure glaucoma'],
  ['First degree heart block', 'Complete heart block'],
  ['Acute lymphoblastic leukaemia', 'Chronic lymphocytic leukaemia'],
  ['Ovarian cyst', 'Ovarian cancer'],
  ['Renal cyst', 'Polycystic kidney disease'],
  ['Focal epilepsy', 'Generalised epilepsy'],
  ['Alcohol dependence', 'Opioid dependence'],
  ['Deep vein thrombosis', 'Superficial thrombophlebitis'],
  ['Unstable angina', 'Stable angina'],
  ['Trochanteric bursitis', 'Olecranon bursitis'],
  ['Rheumatic fever', 'Rheumatoid arthritis'],
  ['Celiac disease', 'Celiac artery compression syndrome'],
  ["Addison's disease", "Cushing's syndrome"],
  ["Bell's palsy", "Erb's palsy"],
  ['Central sleep apnoea', 'Obstructive sleep apnoea'],
];

/** General words in one source, specific ones in another: related, never one. */
export const GENERAL_AND_SPECIFIC: readonly (readonly [string, string, string])[] = [
  ['diabetes', 'Diabetes mellitus', 'Type 2 diabetes mellitus'],
  ['dementia', 'Dementia', "Alzheimer's disease"],
  ['anaemia', 'Anaemia', 'Iron deficiency anaemia'],
  ['hayfever', 'Rhinitis', 'Allergic rhinitis'],
  ['prostate-cancer', 'Cancer', 'Prostate cancer'],
  ['kidney', 'Kidney disease', 'Chronic kidney disease'],
  ['rheumatoid', 'Arthritis', 'Rheumatoid arthritis'],
];
