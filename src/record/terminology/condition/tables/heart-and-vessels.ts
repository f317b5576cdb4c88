/** Facts: names of conditions of heart, vessels and blood pressure. */
import { chronic, episodic, sided, type ConceptRow } from './concept-row.ts';

export const HEART_AND_VESSELS: readonly ConceptRow[] = [
  chronic(
    'hypertension',
    'hypertension|essential hypertension|essential (primary) hypertension|primary hypertension|high blood pressure|HTN|HBP|hypertensive disorder|hypertensive disease|raised blood pressure disorder|systemic hypertension|arterial hypertension|systemic arterial hypertension|benign essential hypertension|benign hypertension|hypertensive vascular disease|hypertensive disorder, systemic arterial|high BP|idiopathic hypertension|hypertension essential benign',
  ),
  chronic('systolic-hypertension', 'systolic hypertension|isolated systolic hypertension', 'hypertension'),
  chronic('resistant-hypertension', 'resistant hypertension', 'hypertension'),
  chronic('white-coat-hypertension', 'white coat hypertension|white coat syndrome'),
  chronic('prehypertension', 'prehypertension|borderline hypertension|borderline blood pressure'),
  chronic(
    'secondary-hypertension',
    'secondary hypertension|renovascular hypertension|renal hypertension|hypertension secondary to renal disease|hypertension secondary to other renal disorders',
    'hypertension',
  ),
  episodic(
    'malignant-hypertension',
    'malignant hypertension|accelerated hypertension|hypertensive emergency|hypertensive urgency|hypertensive crisis',
    'hypertension',
  ),
  chronic(
    'hypertensive-heart-disease',
    'hypertensive heart disease|hypertensive heart disease without heart failure',
    'hypertension|heart-disease',
  ),
  chronic(
    'hypertensive-heart-failure',
    'hypertensive heart disease with heart failure|hypertensive heart disease with congestive heart failure|hypertensive heart failure',
    'hypertensive-heart-disease|heart-failure',
  ),
  episodic(
    'raised-blood-pressure-reading',
    'raised blood pressure reading|elevated blood pressure reading|elevated blood-pressure reading, without diagnosis of hypertension|finding of increased blood pressure|increased blood pressure|blood pressure raised|elevated blood pressure|raised blood pressure',
  ),
  episodic('hypotension', 'hypotension|low blood pressure|low BP|hypotensive episode|blood pressure low'),
  chronic(
    'postural-hypotension',
    'postural hypotension|orthostatic hypotension|postural drop|postural low blood pressure|sympathotonic orthostatic hypotension',
    'hypotension',
  ),
  chronic(
    'heart-disease',
    'heart disease|cardiac disease|disorder of heart|heart disorder|cardiopathy|heart disease, unspecified',
  ),
  chronic(
    'cardiovascular-disease',
    'cardiovascular disease|CVD|disorder of cardiovascular system|cardiovascular disorder|arteriosclerotic vascular disease|atherosclerotic cardiovascular disease|ASCVD',
  ),
  chronic(
    'coronary-heart-disease',
    'coronary heart disease|CHD|ischaemic heart disease|IHD|coronary artery disease|CAD|coronary arteriosclerosis|coronary atherosclerosis|chronic ischaemic heart disease|atherosclerotic heart disease|atherosclerotic heart disease of native coronary artery without angina pectoris|atherosclerotic heart disease of native coronary artery|coronary disease|coronary artery atherosclerosis|disorder of coronary artery|chronic coronary syndrome|arteriosclerosis of coronary artery|coronary artery stenosis|triple vessel disease|triple vessel disease of the heart|single vessel coronary artery disease|multi vessel coronary artery disease|atherosclerosis of native coronary artery|coronary atherosclerosis of native coronary artery|chronic ischaemic heart disease unspecified',
    'heart-disease|cardiovascular-disease',
  ),
  chronic(
    'angina',
    'angina|angina pectoris|stable angina|angina of effort|ischaemic chest pain|stable angina pectoris|exertional angina|other forms of angina pectoris',
    'coronary-heart-disease',
  ),
  episodic(
    'unstable-angina',
    'unstable angina|preinfarction syndrome|crescendo angina|unstable angina pectoris',
    'angina|acute-coronary-syndrome',
  ),
  episodic('acute-coronary-syndrome', 'acute coronary syndrome|ACS', 'coronary-heart-disease'),
  episodic(
    'myocardial-infarction',
    'myocardial infarction|heart attack|MI|acute myocardial infarction|AMI|cardiac infarction|coronary thrombosis|infarction of heart|acute myocardial infarction, unspecified|myocardial infarct|heart infarction',
    'acute-coronary-syndrome|coronary-heart-disease',
  ),
  episodic(
    'stemi',
    'STEMI|ST elevation myocardial infarction|acute ST segment elevation myocardial infarction|ST segment elevation myocardial infarction|ST elevation (STEMI) myocardial infarction',
    'myocardial-infarction',
  ),
  episodic(
    'anterior-myocardial-infarction',
    'acute myocardial infarction of anterior wall|anterior myocardial infarction|acute anterior myocardial infarction|anterior MI|acute ST segment elevation myocardial infarction of anterior wall',
    'myocardial-infarction',
  ),
  episodic(
    'inferior-myocardial-infarction',
    'acute myocardial infarction of inferior wall|inferior myocardial infarction|acute inferior myocardial infarction|inferior MI',
    'myocardial-infarction',
  ),
  episodic(
    'nstemi',
    'NSTEMI|non-ST elevation myocardial infarction|acute non-ST segment elevation myocardial infarction|non-ST segment elevation myocardial infarction|non-ST elevation (NSTEMI) myocardial infarction|subendocardial infarction|acute subendocardial infarction',
    'myocardial-infarction',
  ),
  chronic(
    'heart-failure',
    'heart failure|cardiac failure|CHF|congestive heart failure|congestive cardiac failure|CCF|HF|chronic heart failure|chronic congestive heart failure|heart failure, unspecified|weak heart|cardiac insufficiency|chronic cardiac failure|cardiac failure congestive|biventricular failure|biventricular congestive heart failure|congestive heart disease|decompensated heart failure|unspecified heart failure',
    'heart-disease',
  ),
  chronic(
    'heart-failure-reduced-ejection-fraction',
    'heart failure with reduced ejection fraction|HFrEF|systolic heart failure|chronic systolic heart failure|chronic systolic (congestive) heart failure|unspecified systolic (congestive) heart failure|heart failure with reduced ejection fraction due to coronary artery disease',
    'heart-failure',
  ),
  chronic(
    'left-ventricular-systolic-dysfunction',
    'left ventricular systolic dysfunction|LVSD|impaired left ventricular function|left ventricular dysfunction',
    'heart-disease',
  ),
  chronic(
    'heart-failure-preserved-ejection-fraction',
    'heart failure with preserved ejection fraction|HFpEF|diastolic heart failure|chronic diastolic heart failure|heart failure with normal ejection fraction|HFnEF|unspecified diastolic (congestive) heart failure|chronic diastolic (congestive) heart failure',
    'heart-failure',
  ),
  chronic(
    'left-ventricular-failure',
    'left ventricular failure|LVF|left heart failure|left-sided heart failure',
    'heart-failure',
  ),
  chronic(
    'right-heart-failure',
    'right heart failure|right ventricular failure|right-sided heart failure',
    'heart-failure',
  ),
  chronic('cor-pulmonale', 'cor pulmonale|chronic cor pulmonale', 'heart-disease'),
  episodic(
    'acute-heart-failure',
    'acute heart failure|acute congestive heart failure|acute left ventricular failure|acute on chronic heart failure|acute decompensated heart failure',
    'heart-failure',
  ),
  episodic('pulmonary-oedema', 'pulmonary oedema|acute pulmonary oedema|flash pulmonary oedema|acute oedema of lung'),
  chronic('valvular-heart-failure', 'valvular heart failure', 'heart-failure'),
  chronic(
    'atrial-fibrillation',
    'atrial fibrillation|AF|a-fib|afib|auricular fibrillation|unspecified atrial fibrillation|chronic atrial fibrillation|non-valvular atrial fibrillation|AF - atrial fibrillation|atrial fib',
    'arrhythmia',
  ),
  chronic(
    'paroxysmal-atrial-fibrillation',
    'paroxysmal atrial fibrillation|PAF|paroxysmal AF|intermittent atrial fibrillation',
    'atrial-fibrillation',
  ),
  chronic(
    'persistent-atrial-fibrillation',
    'persistent atrial fibrillation|persistent AF|longstanding persistent atrial fibrillation',
    'atrial-fibrillation',
  ),
  chronic('permanent-atrial-fibrillation', 'permanent atrial fibrillation|permanent AF', 'atrial-fibrillation'),
  chronic(
    'atrial-flutter',
    'atrial flutter|unspecified atrial flutter|typical atrial flutter|auricular flutter',
    'arrhythmia',
  ),
  chronic(
    'atrial-fibrillation-and-flutter',
    'atrial fibrillation and flutter|atrial fibrillation/flutter|atrial fibrillation or flutter',
    'arrhythmia',
  ),
  chronic(
    'arrhythmia',
    'arrhythmia|cardiac arrhythmia|irregular heartbeat|heart rhythm disorder|dysrhythmia|cardiac dysrhythmia|cardiac arrhythmia, unspecified|irregular heart beat|conduction disorder of the heart',
    'heart-disease',
  ),
  chronic(
    'supraventricular-tachycardia',
    'supraventricular tachycardia|SVT|paroxysmal supraventricular tachycardia|PSVT|paroxysmal tachycardia|atrial tachycardia',
    'arrhythmia',
  ),
  episodic('ventricular-tachycardia', 'ventricular tachycardia|VT|sustained ventricular tachycardia', 'arrhythmia'),
  episodic('ventricular-fibrillation', 'ventricular fibrillation|VF', 'arrhythmia'),
  chronic(
    'ventricular-ectopics',
    'ventricular ectopics|ventricular premature complex|ventricular premature beats|ventricular extrasystoles|ectopic beats|ectopics|premature ventricular contractions|PVCs|premature beats',
    'arrhythmia',
  ),
  chronic('bradycardia', 'bradycardia|slow heart rate|sinus bradycardia', 'arrhythmia'),
  chronic('sick-sinus-syndrome', 'sick sinus syndrome|sinus node dysfunction|tachy-brady syndrome', 'arrhythmia'),
  chronic('heart-block', 'heart block|atrioventricular block|AV block', 'arrhythmia'),
  chronic(
    'complete-heart-block',
    'complete heart block|third degree heart block|complete atrioventricular block|third degree atrioventricular block',
    'heart-block',
  ),
  chronic('first-degree-heart-block', 'first degree heart block|first degree atrioventricular block', 'heart-block'),
  chronic('second-degree-heart-block', 'second degree heart block|second degree atrioventricular block', 'heart-block'),
  chronic('left-bundle-branch-block', 'left bundle branch block|LBBB', 'arrhythmia'),
  chronic('right-bundle-branch-block', 'right bundle branch block|RBBB', 'arrhythmia'),
  chronic(
    'wolff-parkinson-white',
    'Wolff-Parkinson-White syndrome|WPW|Wolff-Parkinson-White pattern|pre-excitation syndrome',
    'arrhythmia',
  ),
  chronic('long-qt-syndrome', 'long QT syndrome|prolonged QT interval', 'arrhythmia'),
  episodic(
    'cardiac-arrest',
    'cardiac arrest|cardiorespiratory arrest|cardiac arrest, cause unspecified',
    'heart-disease',
  ),
  chronic(
    'cardiomyopathy',
    'cardiomyopathy|heart muscle disease|idiopathic cardiomyopathy|myocardial disease|cardiomyopathy, unspecified',
    'heart-disease',
  ),
  chronic('dilated-cardiomyopathy', 'dilated cardiomyopathy|DCM|congestive cardiomyopathy', 'cardiomyopathy'),
  chronic(
    'hypertrophic-cardiomyopathy',
    'hypertrophic cardiomyopathy|HOCM|HCM|hypertrophic obstructive cardiomyopathy|obstructive hypertrophic cardiomyopathy',
    'cardiomyopathy',
  ),
  chronic('ischaemic-cardiomyopathy', 'ischaemic cardiomyopathy', 'cardiomyopathy|coronary-heart-disease'),
  chronic('left-ventricular-hypertrophy', 'left ventricular hypertrophy|LVH', 'heart-disease'),
  chronic('cardiomegaly', 'cardiomegaly|enlarged heart', 'heart-disease'),
  chronic(
    'heart-valve-disease',
    'heart valve disease|valvular heart disease|heart valve disorder|valvular disease|disorder of heart valve|leaky valve|valve disease',
    'heart-disease',
  ),
  chronic(
    'aortic-stenosis',
    'aortic stenosis|aortic valve stenosis|nonrheumatic aortic (valve) stenosis|AS - aortic stenosis',
    'heart-valve-disease',
  ),
  chronic(
    'aortic-regurgitation',
    'aortic regurgitation|aortic valve regurgitation|aortic incompetence|aortic insufficiency|aortic valve insufficiency',
    'heart-valve-disease',
  ),
  chronic(
    'mitral-regurgitation',
    'mitral regurgitation|mitral valve regurgitation|mitral incompetence|mitral insufficiency|mitral valve insufficiency|nonrheumatic mitral (valve) insufficiency|MR - mitral regurgitation',
    'heart-valve-disease',
  ),
  chronic('mitral-stenosis', 'mitral stenosis|mitral valve stenosis|rheumatic mitral stenosis', 'heart-valve-disease'),
  chronic('mitral-valve-prolapse', 'mitral valve prolapse|floppy mitral valve', 'heart-valve-disease'),
  chronic(
    'tricuspid-regurgitation',
    'tricuspid regurgitation|tricuspid valve regurgitation|tricuspid insufficiency',
    'heart-valve-disease',
  ),
  chronic('rheumatic-heart-disease', 'rheumatic heart disease|chronic rheumatic heart disease', 'heart-disease'),
  episodic('rheumatic-fever', 'rheumatic fever|acute rheumatic fever'),
  episodic(
    'endocarditis',
    'endocarditis|infective endocarditis|bacterial endocarditis|subacute bacterial endocarditis',
    'heart-disease',
  ),
  episodic('pericarditis', 'pericarditis|acute pericarditis', 'heart-disease'),
  episodic('myocarditis', 'myocarditis|acute myocarditis', 'heart-disease'),
  chronic(
    'congenital-heart-disease',
    'congenital heart disease|congenital heart defect|congenital anomaly of heart|congenital malformation of heart',
    'heart-disease',
  ),
  chronic('ventricular-septal-defect', 'ventricular septal defect|VSD', 'congenital-heart-disease'),
  chronic(
    'atrial-septal-defect',
    'atrial septal defect|ASD - atrial septal defect|ostium secundum atrial septal defect',
    'congenital-heart-disease',
  ),
  chronic('patent-foramen-ovale', 'patent foramen ovale|PFO', 'congenital-heart-disease'),
  chronic('tetralogy-of-fallot', 'tetralogy of Fallot', 'congenital-heart-disease'),
  chronic(
    'cerebrovascular-disease',
    'cerebrovascular disease|cerebral vascular disease|disorder of cerebrovascular system',
    'cardiovascular-disease',
  ),
  chronic(
    'cerebral-small-vessel-disease',
    'small vessel cerebrovascular disease|cerebral small vessel disease',
    'cerebrovascular-disease',
  ),
  episodic(
    'stroke',
    'stroke|CVA|cerebrovascular accident|stroke/CVA|cerebral vascular accident|stroke and cerebrovascular accident unspecified|CVA unspecified|apoplexy|CVA - cerebrovascular accident',
    'cerebrovascular-disease',
  ),
  episodic(
    'ischaemic-stroke',
    'ischaemic stroke|cerebral infarction|cerebral infarct|cerebral infarction, unspecified|infarction - cerebral|thromboembolic stroke|cerebral artery occlusion|cerebral artery occlusion with infarction|acute ischaemic stroke',
    'stroke',
  ),
  episodic('lacunar-stroke', 'lacunar infarct|lacunar stroke|lacunar infarction', 'ischaemic-stroke'),
  episodic('cardioembolic-stroke', 'cardioembolic stroke', 'ischaemic-stroke'),
  episodic(
    'haemorrhagic-stroke',
    'haemorrhagic stroke|intracerebral haemorrhage|cerebral haemorrhage|ICH|brain haemorrhage|brain bleed|nontraumatic intracerebral haemorrhage|haemorrhagic cerebral infarction',
    'stroke',
  ),
  episodic(
    'subarachnoid-haemorrhage',
    'subarachnoid haemorrhage|SAH|nontraumatic subarachnoid haemorrhage',
    'haemorrhagic-stroke',
  ),
  episodic('subdural-haematoma', 'subdural haematoma|subdural haemorrhage|SDH'),
  episodic(
    'transient-ischaemic-attack',
    'transient ischaemic attack|TIA|mini stroke|mini-stroke|transient cerebral ischaemia|transient cerebral ischaemic attack|transient cerebral ischaemic attack, unspecified',
    'cerebrovascular-disease',
  ),
  sided(
    chronic(
      'carotid-artery-stenosis',
      'carotid artery stenosis|carotid stenosis|carotid artery disease|carotid atherosclerosis|occlusion and stenosis of carotid artery|narrowing of carotid artery',
      'cardiovascular-disease',
    ),
  ),
  chronic(
    'peripheral-arterial-disease',
    'peripheral arterial disease|PAD|peripheral vascular disease|PVD|peripheral artery disease|peripheral vascular disease, unspecified|peripheral arterial occlusive disease|peripheral ischaemia|atherosclerosis of artery of lower limb',
    'cardiovascular-disease',
  ),
  chronic('intermittent-claudication', 'intermittent claudication|claudication', 'peripheral-arterial-disease'),
  episodic(
    'critical-limb-ischaemia',
    'critical limb ischaemia|ischaemic leg|critical ischaemia of lower limb|acute limb ischaemia',
    'peripheral-arterial-disease',
  ),
  chronic(
    'abdominal-aortic-aneurysm',
    'abdominal aortic aneurysm|AAA|abdominal aortic aneurysm, without rupture|aneurysm of abdominal aorta',
    'aortic-aneurysm',
  ),
  chronic('thoracic-aortic-aneurysm', 'thoracic aortic aneurysm|aneurysm of thoracic aorta', 'aortic-aneurysm'),
  chronic('aortic-aneurysm', 'aortic aneurysm', 'cardiovascular-disease'),
  episodic('aortic-dissection', 'aortic dissection|dissection of aorta', 'cardiovascular-disease'),
  chronic('raynauds', "Raynaud's phenomenon|Raynaud's disease|Raynaud's syndrome|Raynauds"),
  episodic(
    'venous-thromboembolism',
    'venous thromboembolism|VTE|venous thrombosis|thromboembolic disorder|venous embolism',
  ),
  sided(
    episodic(
      'deep-vein-thrombosis',
      'deep vein thrombosis|DVT|deep venous thrombosis|acute deep venous thrombosis|deep vein thrombosis of lower limb|deep vein thrombosis of leg|blood clot in leg|acute embolism and thrombosis of deep veins of lower extremity|acute deep venous thrombosis of lower limb|acute embolism and thrombosis of unspecified deep veins of lower extremity|thrombosis of deep vein of lower limb',
      'venous-thromboembolism',
    ),
  ),
  episodic(
    'pulmonary-embolism',
    'pulmonary embolism|PE|acute pulmonary embolism|pulmonary embolus|blood clot on lung|pulmonary thromboembolism|other pulmonary embolism without acute cor pulmonale|blood clot in lung',
    'venous-thromboembolism',
  ),
  sided(
    episodic(
      'superficial-thrombophlebitis',
      'superficial thrombophlebitis|thrombophlebitis|phlebitis|thrombophlebitis of superficial veins of lower limb|superficial vein thrombosis',
    ),
  ),
  sided(
    chronic(
      'varicose-veins',
      'varicose veins|varicose veins of lower limb|varicose veins of leg|varicose veins of lower extremities|VV - varicose veins|asymptomatic varicose veins of lower extremity',
    ),
  ),
  sided(
    chronic(
      'chronic-venous-insufficiency',
      'chronic venous insufficiency|venous insufficiency|venous insufficiency of leg|peripheral venous insufficiency|venous insufficiency (chronic) (peripheral)',
    ),
  ),
  sided(chronic('leg-ulcer', 'leg ulcer|ulcer of lower limb|ulcer of lower extremity|lower limb ulcer')),
  sided(
    chronic(
      'venous-leg-ulcer',
      'venous leg ulcer|venous ulcer|venous ulcer of leg|varicose ulcer|venous ulcer of lower limb|venous stasis ulcer',
      'leg-ulcer',
    ),
  ),
  sided(chronic('lymphoedema', 'lymphoedema|lymphedema of limb|lymphoedema of leg|chronic acquired lymphoedema')),
  chronic('vasculitis', 'vasculitis|arteritis|systemic vasculitis'),
  episodic('syncope', 'syncope|fainting|faint|syncope and collapse|fainted|simple faint'),
  episodic('vasovagal-syncope', 'vasovagal syncope|vasovagal episode|vasovagal attack', 'syncope'),
  episodic('collapse', 'collapse|collapsed'),
  episodic('blackouts', 'blackout|blackouts'),
  episodic('palpitations', 'palpitations|palpitation'),
  episodic('tachycardia', 'tachycardia|fast heart rate|sinus tachycardia|rapid heart beat', 'arrhythmia'),
  episodic('heart-murmur', 'heart murmur|cardiac murmur|murmur|systolic murmur|cardiac murmur, unspecified'),
  episodic(
    'abnormal-ecg',
    'abnormal ECG|abnormal EKG|electrocardiogram abnormal|ECG abnormal|abnormal electrocardiogram [ECG] [EKG]|abnormal electrocardiogram',
  ),
  chronic(
    'hyperlipidaemia',
    'hyperlipidaemia|hyperlipidaemia, unspecified|dyslipidaemia|high lipids|raised lipids|other and unspecified hyperlipidemia|HLD|hyperlipoproteinaemia',
  ),
  chronic(
    'hypercholesterolaemia',
    'hypercholesterolaemia|high cholesterol|raised cholesterol|pure hypercholesterolaemia|pure hypercholesterolaemia, unspecified|elevated cholesterol|cholesterol high|hypercholesteraemia|increased cholesterol level',
    'hyperlipidaemia',
  ),
  chronic(
    'familial-hypercholesterolaemia',
    'familial hypercholesterolaemia|FH - familial hypercholesterolaemia|heterozygous familial hypercholesterolaemia',
    'hypercholesterolaemia',
  ),
  chronic(
    'hypertriglyceridaemia',
    'hypertriglyceridaemia|raised triglycerides|pure hyperglyceridaemia|high triglycerides|pure hypertriglyceridaemia',
    'hyperlipidaemia',
  ),
  chronic('mixed-hyperlipidaemia', 'mixed hyperlipidaemia|combined hyperlipidaemia', 'hyperlipidaemia'),
];
