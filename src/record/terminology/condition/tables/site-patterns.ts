/** Facts: what happens to a part of the body (fracture, sprain, cancer …) crossed with the parts it happens to. */
import type { ConceptRow } from './concept-row.ts';

interface Site {
  readonly key: string;
  /** Names of the part, separated by `|`. */
  readonly names: string;
  readonly hasSides?: true;
}

interface Pattern {
  /** `%` stands for the site, in the key and in each name. The order of words, plurals and "of" need no name of their own. */
  readonly key: string;
  readonly names: string;
  readonly broader: string;
  readonly course: 'chronic' | 'episodic';
  readonly sites: readonly Site[];
}

const site = (key: string, names: string): Site => ({ key, names, hasSides: true });
const middle = (key: string, names: string): Site => ({ key, names });

const BONES: readonly Site[] = [
  site('wrist', 'wrist'),
  site('distal-radius', 'distal radius|lower end of radius'),
  site('scaphoid', 'scaphoid'),
  site('radius', 'radius'),
  site('ulna', 'ulna'),
  site('radius-and-ulna', 'radius and ulna'),
  site('forearm', 'forearm|bone of forearm'),
  site('elbow', 'elbow'),
  site('humerus', 'humerus'),
  site('proximal-humerus', 'proximal humerus|neck of humerus|surgical neck of humerus'),
  site('arm', 'arm|upper limb|upper extremity'),
  site('shoulder', 'shoulder'),
  site('clavicle', 'clavicle|collar bone|collarbone'),
  site('scapula', 'scapula|shoulder blade'),
  site('hand', 'hand|bone of hand'),
  site('metacarpal', 'metacarpal|metacarpal bone'),
  site('finger', 'finger|phalanx of finger'),
  site('thumb', 'thumb'),
  site('hip', 'hip|neck of femur|femoral neck|proximal femur|NOF|unspecified part of neck of femur'),
  site('femur', 'femur|thigh bone'),
  site('patella', 'patella|knee cap|kneecap'),
  site('tibia', 'tibia|shin bone'),
  site('fibula', 'fibula'),
  site('tibia-and-fibula', 'tibia and fibula'),
  site('leg', 'leg|lower leg|lower limb'),
  site('ankle', 'ankle'),
  site('malleolus', 'malleolus|lateral malleolus'),
  site('foot', 'foot|bone of foot'),
  site('calcaneus', 'calcaneus|heel bone|os calcis'),
  site('metatarsal', 'metatarsal|metatarsal bone'),
  site('toe', 'toe|phalanx of toe'),
  site('rib', 'rib|ribs'),
  middle('sternum', 'sternum|breastbone'),
  middle('skull', 'skull'),
  middle('nose', 'nose|nasal bone|nasal bones'),
  site('cheekbone', 'zygoma|cheekbone|zygomatic arch'),
  middle('jaw', 'jaw|mandible'),
  middle('face', 'facial bone|facial bones'),
  middle('pelvis', 'pelvis'),
  middle('vertebra', 'vertebra|spine|vertebral column|vertebrae'),
  middle('lumbar-vertebra', 'lumbar vertebra|lumbar spine'),
  middle('thoracic-vertebra', 'thoracic vertebra|thoracic spine'),
  middle('cervical-vertebra', 'cervical vertebra|cervical spine'),
  middle('coccyx', 'coccyx|tailbone'),
];

const SOFT_PARTS: readonly Site[] = [
  site('hand', 'hand'),
  site('finger', 'finger'),
  site('thumb', 'thumb'),
  site('wrist', 'wrist'),
  site('forearm', 'forearm'),
  site('elbow', 'elbow'),
  site('upper-arm', 'upper arm'),
  site('arm', 'arm|upper limb'),
  site('shoulder', 'shoulder'),
  site('hip', 'hip'),
  site('thigh', 'thigh'),
  site('knee', 'knee'),
  site('lower-leg', 'lower leg|shin'),
  site('leg', 'leg|lower limb'),
  site('calf', 'calf'),
  site('ankle', 'ankle'),
  site('foot', 'foot'),
  site('heel', 'heel'),
  site('toe', 'toe'),
  site('ear', 'ear'),
  site('eyelid', 'eyelid'),
  middle('face', 'face|facial'),
  middle('scalp', 'scalp'),
  middle('forehead', 'forehead'),
  middle('head', 'head'),
  middle('nose', 'nose'),
  middle('lip', 'lip'),
  middle('chin', 'chin'),
  middle('mouth', 'mouth'),
  middle('tongue', 'tongue'),
  middle('neck', 'neck'),
  middle('chest', 'chest|chest wall'),
  middle('back', 'back'),
  middle('abdomen', 'abdomen|abdominal wall'),
  middle('buttock', 'buttock'),
];

const JOINTS: readonly Site[] = [
  site('knee', 'knee|knee joint'),
  site('hip', 'hip|hip joint'),
  site('hand', 'hand|hands'),
  site('thumb', 'thumb|first carpometacarpal joint|base of thumb|carpometacarpal joint of thumb'),
  site('finger', 'finger|finger joint'),
  site('wrist', 'wrist|wrist joint'),
  site('elbow', 'elbow|elbow joint'),
  site('shoulder', 'shoulder|shoulder joint|glenohumeral joint'),
  site('acromioclavicular-joint', 'acromioclavicular joint|AC joint'),
  site('ankle', 'ankle|ankle joint'),
  site('foot', 'foot|feet'),
  site('big-toe', 'big toe|first metatarsophalangeal joint|great toe'),
  site('sacroiliac-joint', 'sacroiliac joint'),
];

const SPRAIN_SITES: readonly Site[] = [
  ...JOINTS.filter(({ key }) => !['big-toe'].includes(key)),
  middle('lumbar', 'lumbar|lumbar spine|lower back|low back|lumbar region'),
  middle('back', 'back'),
  middle('neck', 'neck|cervical spine'),
  site('hamstring', 'hamstring'),
  site('calf', 'calf|calf muscle'),
  site('groin', 'groin'),
];

const PAINFUL: readonly Site[] = [
  ...JOINTS.filter(({ key }) => !['acromioclavicular-joint', 'big-toe'].includes(key)),
  site('arm', 'arm|upper limb'),
  site('leg', 'leg|lower limb'),
  middle('limb', 'limb'),
  site('toe', 'toe'),
  site('heel', 'heel'),
  site('calf', 'calf'),
  site('groin', 'groin'),
  site('buttock', 'buttock'),
  site('loin', 'loin|flank'),
  site('testis', 'testis|testicle|testicular'),
  middle('coccyx', 'coccyx|tailbone'),
  middle('face', 'face|facial'),
  middle('jaw', 'jaw'),
  middle('rectum', 'rectum|rectal'),
];

const CANCER_SITES: readonly Site[] = [
  site('lung', 'lung|bronchus|bronchus or lung|bronchus and lung|unspecified part of bronchus or lung'),
  site('breast', 'breast|female breast|unspecified site of breast'),
  site('kidney', 'kidney'),
  site('ovary', 'ovary|ovarian'),
  site('testis', 'testis|testicle|testicular'),
  site('eye', 'eye'),
  middle('prostate', 'prostate|prostate gland'),
  middle('bladder', 'bladder|urinary bladder'),
  middle('stomach', 'stomach|gastric'),
  middle('oesophagus', 'oesophagus|oesophageal'),
  middle('pancreas', 'pancreas|pancreatic'),
  middle('liver', 'liver|hepatic'),
  middle('gallbladder', 'gallbladder'),
  middle('bile-duct', 'bile duct'),
  middle('small-bowel', 'small intestine|small bowel'),
  middle('caecum', 'caecum|cecum'),
  middle('sigmoid-colon', 'sigmoid colon'),
  middle('anus', 'anus|anal|anal canal'),
  middle('uterus', 'uterus|uterine|womb'),
  middle('endometrium', 'endometrium|endometrial'),
  middle('cervix', 'cervix|cervical|cervix uteri|uterine cervix'),
  middle('vulva', 'vulva|vulval'),
  middle('vagina', 'vagina|vaginal'),
  middle('penis', 'penis|penile'),
  middle('brain', 'brain'),
  middle('thyroid', 'thyroid|thyroid gland'),
  middle('larynx', 'larynx|laryngeal'),
  middle('pharynx', 'pharynx|throat'),
  middle('oropharynx', 'oropharynx'),
  middle('nasopharynx', 'nasopharynx'),
  middle('tonsil', 'tonsil'),
  middle('tongue', 'tongue'),
  middle('mouth', 'mouth|oral cavity|oral'),
  middle('lip', 'lip'),
  middle('salivary-gland', 'salivary gland'),
  middle('head-and-neck', 'head and neck'),
  middle('skin', 'skin'),
  middle('bone', 'bone'),
  middle('adrenal-gland', 'adrenal gland|adrenal'),
  middle('gastrointestinal-tract', 'gastrointestinal tract|GI tract|digestive organ|digestive system'),
];

const PATTERNS: readonly Pattern[] = [
  {
    key: 'fracture-of-%',
    names: 'fracture of %|closed fracture of %|fracture subluxation of %|closed fracture of bone of %',
    broader: 'fracture',
    course: 'episodic',
    sites: BONES,
  },
  {
    key: 'open-fracture-of-%',
    names: 'open fracture of %|compound fracture of %',
    broader: 'fracture-of-%|fracture',
    course: 'episodic',
    sites: BONES,
  },
  {
    key: 'laceration-of-%',
    names: 'laceration of %|laceration - injury of %|cut %|laceration without foreign body of %|lacerated %',
    broader: 'laceration',
    course: 'episodic',
    sites: SOFT_PARTS,
  },
  { key: 'wound-of-%', names: 'wound of %|open wound of %', broader: '', course: 'episodic', sites: SOFT_PARTS },
  {
    key: 'contusion-of-%',
    names: 'contusion of %|bruised %|bruising of %',
    broader: 'bruising',
    course: 'episodic',
    sites: SOFT_PARTS,
  },
  {
    key: 'burn-of-%',
    names: 'burn of %|burnt %|burned %|scald of %',
    broader: 'burn',
    course: 'episodic',
    sites: SOFT_PARTS,
  },
  {
    key: 'abscess-of-%',
    names: 'abscess of %|cutaneous abscess of %',
    broader: '',
    course: 'episodic',
    sites: SOFT_PARTS.filter(({ key }) => key !== 'leg'),
  },
  {
    key: 'cellulitis-of-%',
    names: 'cellulitis of %',
    broader: 'cellulitis',
    course: 'episodic',
    sites: SOFT_PARTS.filter(({ key }) => key !== 'leg' && key !== 'lower-leg'),
  },
  {
    key: 'injury-of-%',
    names: 'injury of %|soft tissue injury of %|injured %',
    broader: 'injury',
    course: 'episodic',
    sites: SOFT_PARTS.filter(({ key }) => key !== 'head'),
  },
  {
    key: 'lump-of-%',
    names: 'lump of %|mass of %',
    broader: '',
    course: 'episodic',
    sites: SOFT_PARTS,
  },
  {
    key: 'sprain-of-%',
    names: 'sprain of %|sprained %|sprain of unspecified ligament of %|sprain of ligament of %',
    broader: 'sprain',
    course: 'episodic',
    sites: SPRAIN_SITES,
  },
  {
    key: 'strain-of-%',
    names: 'strain of %|strained %|muscle strain of %',
    broader: 'strain',
    course: 'episodic',
    sites: SPRAIN_SITES,
  },
  {
    key: 'dislocation-of-%',
    names: 'dislocation of %|dislocated %',
    broader: 'dislocation',
    course: 'episodic',
    sites: [...JOINTS, site('patella', 'patella|kneecap')],
  },
  {
    key: '%-osteoarthritis',
    names:
      'osteoarthritis of %|wear and tear arthritis of %|degenerative arthritis of %|degenerative osteoarthritis of %|arthrosis of %|primary osteoarthritis of %|OA of %|localized, primary osteoarthritis of the %|unilateral primary osteoarthritis of %|degenerative joint disease of %|osteoarthrosis of %|osteoarthritis of joint of %|localised osteoarthritis of %',
    broader: 'osteoarthritis|arthritis',
    course: 'chronic',
    sites: JOINTS,
  },
  {
    key: '%-arthritis',
    names: 'arthritis of %',
    broader: 'arthritis',
    course: 'chronic',
    sites: JOINTS,
  },
  {
    key: '%-pain',
    names: 'pain in %|pain in %|painful %|sore %|ache in %',
    broader: '',
    course: 'episodic',
    sites: PAINFUL,
  },
  {
    key: '%-swelling',
    names: 'swelling of %|swollen %|effusion of %',
    broader: '',
    course: 'episodic',
    sites: JOINTS.filter(({ key }) => key !== 'ankle'),
  },
  {
    key: '%-cancer',
    names: '% cancer|malignant neoplasm of %|carcinoma of %|primary malignant neoplasm of %|Ca %|% malignancy',
    broader: 'cancer',
    course: 'chronic',
    sites: CANCER_SITES,
  },
  {
    key: 'adenocarcinoma-of-%',
    names: 'adenocarcinoma of %',
    broader: '%-cancer|cancer',
    course: 'chronic',
    sites: CANCER_SITES.filter(({ key }) =>
      ['lung', 'stomach', 'pancreas', 'prostate', 'oesophagus', 'endometrium', 'breast'].includes(key),
    ),
  },
  {
    key: 'benign-neoplasm-of-%',
    names: 'benign neoplasm of %',
    broader: '',
    course: 'chronic',
    sites: CANCER_SITES.filter(({ key }) => key !== 'brain'),
  },
];

/** Broader cancers by site: what a site's cancer is a kind of, besides cancer. */
const WITHIN: Readonly<Record<string, string>> = {
  'caecum-cancer': 'colon-cancer|bowel-cancer',
  'sigmoid-colon-cancer': 'colon-cancer|bowel-cancer',
  'endometrium-cancer': 'uterus-cancer',
  'tonsil-cancer': 'head-and-neck-cancer',
  'tongue-cancer': 'head-and-neck-cancer',
  'mouth-cancer': 'head-and-neck-cancer',
  'larynx-cancer': 'head-and-neck-cancer',
  'pharynx-cancer': 'head-and-neck-cancer',
  'oropharynx-cancer': 'pharynx-cancer|head-and-neck-cancer',
  'nasopharynx-cancer': 'pharynx-cancer|head-and-neck-cancer',
};

/** Names that hold the site in one word. */
const ONE_WORD: Readonly<Record<string, string>> = {
  'knee-osteoarthritis': 'gonarthrosis',
  'hip-osteoarthritis': 'coxarthrosis',
  'hand-osteoarthritis': 'nodal osteoarthritis',
};

/** One row per pattern and site. */
export function siteConcepts(): readonly ConceptRow[] {
  return PATTERNS.flatMap((pattern) =>
    pattern.sites.map((part) => {
      const key = pattern.key.replace('%', part.key);
      const broader = pattern.broader.replace('%', part.key);
      const names = part.names
        .split('|')
        .flatMap((name) => pattern.names.split('|').map((form) => form.replace('%', name)));
      return {
        key,
        names: [...names, ...(ONE_WORD[key] === undefined ? [] : [ONE_WORD[key]])].join('|'),
        broader: WITHIN[key] === undefined ? broader : `${WITHIN[key]}|${broader}`,
        course: pattern.course,
        hasSides: part.hasSides === true,
        sort: 'diagnosis' as const,
      };
    }),
  );
}
