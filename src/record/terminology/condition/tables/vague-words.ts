/** Facts: words too vague to name one condition, with the concepts they could mean. They relate, they never join. */

export const VAGUE_WORDS: readonly { readonly names: string; readonly couldBe: readonly string[] }[] = [
  {
    names: 'heart trouble|heart problem|heart problems|heart condition|bad heart|cardiac problem|dodgy heart',
    couldBe: ['atrial-fibrillation', 'coronary-heart-disease', 'heart-failure', 'heart-valve-disease'],
  },
  { names: 'kidney problem|kidney problems|kidney trouble', couldBe: ['chronic-kidney-disease', 'kidney-stone'] },
  { names: 'sugar|sugar problem|blood sugar|high sugar', couldBe: ['diabetes', 'prediabetes', 'type-2-diabetes'] },
  { names: 'blood pressure|bp|blood pressure problem', couldBe: ['hypertension', 'hypotension'] },
  { names: 'chest problem|chest problems|bad chest|breathing problem|breathing problems', couldBe: ['asthma', 'copd'] },
  {
    names: 'stomach problem|stomach problems|tummy trouble',
    couldBe: ['dyspepsia', 'gord', 'irritable-bowel-syndrome', 'peptic-ulcer'],
  },
  {
    names: 'bowel problem|bowel problems',
    couldBe: ['crohns-disease', 'irritable-bowel-syndrome', 'ulcerative-colitis'],
  },
  { names: 'bad back|back problem|back trouble', couldBe: ['back-pain', 'low-back-pain', 'prolapsed-disc'] },
  { names: 'bad knee|bad knees|knee problem', couldBe: ['knee-osteoarthritis', 'knee-pain'] },
  { names: 'bad hip|hip problem', couldBe: ['hip-osteoarthritis', 'hip-pain'] },
  { names: 'rheumatism', couldBe: ['arthritis', 'osteoarthritis', 'rheumatoid-arthritis'] },
  { names: 'ulcer|ulcers', couldBe: ['leg-ulcer', 'mouth-ulcer', 'peptic-ulcer'] },
  { names: 'eye problem|eye problems', couldBe: ['cataract', 'glaucoma', 'macular-degeneration'] },
  { names: 'skin problem|skin condition|skin disorder', couldBe: ['eczema', 'psoriasis'] },
  {
    names: 'mental health problem|mental illness|mental disorder',
    couldBe: ['anxiety', 'bipolar-disorder', 'depression', 'schizophrenia'],
  },
  { names: 'irregular heart rhythm|heart flutter', couldBe: ['arrhythmia', 'atrial-fibrillation', 'atrial-flutter'] },
  { names: 'prostate problem|prostate trouble', couldBe: ['benign-prostatic-hyperplasia', 'prostate-cancer'] },
  { names: 'ms', couldBe: ['mitral-stenosis', 'multiple-sclerosis'] },
  { names: 'pd', couldBe: ['parkinsons-disease'] },
  { names: 'as', couldBe: ['ankylosing-spondylitis', 'aortic-stenosis'] },
  { names: 'mr', couldBe: ['mitral-regurgitation'] },
  { names: 'fits and faints', couldBe: ['epilepsy', 'syncope'] },
];
