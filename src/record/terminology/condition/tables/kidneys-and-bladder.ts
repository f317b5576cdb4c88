/** Facts: names of conditions of kidneys, urinary tract and male organs. */
import { chronic, episodic, sided, type ConceptRow } from './concept-row.ts';

export const KIDNEYS_AND_BLADDER: readonly ConceptRow[] = [
  chronic(
    'kidney-disease',
    'kidney disease|renal disease|renal dysfunction|renal impairment|kidney disorder|disorder of kidney|nephropathy|disorder of kidney and ureter|impaired renal function|renal insufficiency|reduced kidney function|impaired kidney function|kidney impairment',
  ),
  chronic(
    'chronic-kidney-disease',
    'chronic kidney disease|CKD|chronic renal disease|chronic renal failure|CRF|chronic renal insufficiency|chronic renal impairment|chronic kidney failure|chronic kidney disease, unspecified|CKD - chronic kidney disease|chronic renal disease, unspecified|chronic nephropathy',
    'kidney-disease',
  ),
  chronic(
    'end-stage-renal-disease',
    'end-stage renal disease|ESRD|end stage renal failure|ESRF|end stage kidney disease|established renal failure|end-stage kidney disease|chronic kidney disease requiring chronic dialysis',
    'chronic-kidney-disease',
  ),
  chronic(
    'hypertensive-kidney-disease',
    'hypertensive renal disease|hypertensive kidney disease|hypertensive chronic kidney disease|hypertensive nephropathy|hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease|chronic kidney disease due to hypertension',
    'kidney-disease',
  ),
  episodic(
    'acute-kidney-injury',
    'acute kidney injury|AKI|acute renal failure|ARF|acute kidney failure|acute renal failure syndrome|acute kidney failure, unspecified|acute renal insufficiency|acute renal impairment',
    'kidney-disease',
  ),
  episodic(
    'acute-kidney-injury-due-to-procedure',
    'acute renal insufficiency specified as due to procedure',
    'acute-kidney-injury',
  ),
  episodic(
    'renal-failure',
    'renal failure|kidney failure|renal failure syndrome|unspecified kidney failure',
    'kidney-disease',
  ),
  chronic('polycystic-kidney-disease', 'polycystic kidney disease|polycystic kidneys|PKD', 'kidney-disease'),
  chronic(
    'autosomal-dominant-polycystic-kidney-disease',
    'adult polycystic kidney disease|ADPKD|autosomal dominant polycystic kidney disease',
    'polycystic-kidney-disease|kidney-disease',
  ),
  chronic('nephrotic-syndrome', 'nephrotic syndrome', 'kidney-disease'),
  chronic('glomerulonephritis', 'glomerulonephritis', 'kidney-disease'),
  chronic('iga-nephropathy', 'IgA nephropathy|immunoglobulin A nephropathy', 'glomerulonephritis'),
  chronic('lupus-nephritis', 'lupus nephritis', 'glomerulonephritis|systemic-lupus-erythematosus'),
  sided(chronic('renal-artery-stenosis', 'renal artery stenosis|renal artery occlusion', 'kidney-disease')),
  sided(
    episodic(
      'kidney-stone',
      'kidney stone|kidney stones|renal stone|renal calculus|nephrolithiasis|calculus of kidney|renal calculi|kidney calculus|urolithiasis|urinary stones',
    ),
  ),
  sided(episodic('ureteric-stone', 'ureteric stone|ureteric calculus|calculus of ureter|ureterolithiasis')),
  episodic('renal-colic', 'renal colic|ureteric colic'),
  sided(chronic('hydronephrosis', 'hydronephrosis')),
  sided(chronic('kidney-cyst', 'renal cyst|kidney cyst|cyst of kidney|simple renal cyst|renal cysts')),
  chronic('solitary-kidney', 'solitary kidney|single kidney|acquired absence of kidney|absent kidney'),
  chronic('chronic-rejection-of-renal-transplant', 'chronic rejection of renal transplant'),
  chronic(
    'renal-transplant',
    'renal transplant|kidney transplant|transplanted kidney present|kidney transplant status|transplanted kidney|renal transplant recipient',
  ),
  episodic('proteinuria', 'proteinuria|protein in urine|proteinuria, unspecified'),
  episodic('microalbuminuria', 'microalbuminuria', 'proteinuria'),
  episodic('haematuria', 'haematuria|blood in urine|haematuria syndrome|hematuria, unspecified'),
  episodic(
    'visible-haematuria',
    'frank haematuria|visible haematuria|gross hematuria|macroscopic haematuria',
    'haematuria',
  ),
  episodic('microscopic-haematuria', 'microscopic haematuria|non-visible haematuria', 'haematuria'),
  episodic(
    'urinary-tract-infection',
    'urinary tract infection|UTI|urinary infection|urinary tract infectious disease|water infection|urine infection|acute UTI|urinary tract infection, site not specified|acute urinary tract infection|lower urinary tract infection|infection of urinary tract|urinary tract infection NOS',
  ),
  episodic(
    'e-coli-urinary-tract-infection',
    'Escherichia coli urinary tract infection|E. coli UTI|E coli urinary tract infection',
    'urinary-tract-infection',
  ),
  episodic(
    'recurrent-urinary-tract-infection',
    'recurrent urinary tract infection|recurrent UTI|recurrent urinary tract infections|recurrent UTIs',
    'urinary-tract-infection',
  ),
  episodic('cystitis', 'cystitis|cystitis, unspecified', 'urinary-tract-infection'),
  episodic('acute-cystitis', 'acute cystitis|acute infective cystitis', 'cystitis|urinary-tract-infection'),
  chronic('interstitial-cystitis', 'interstitial cystitis|bladder pain syndrome|chronic interstitial cystitis'),
  sided(episodic('pyelonephritis', 'pyelonephritis|acute pyelonephritis|kidney infection', 'urinary-tract-infection')),
  chronic(
    'urinary-incontinence',
    'urinary incontinence|incontinence of urine|bladder incontinence|unspecified urinary incontinence|incontinent of urine',
  ),
  chronic(
    'stress-incontinence',
    'stress incontinence|genuine stress incontinence|stress urinary incontinence|female stress incontinence',
    'urinary-incontinence',
  ),
  chronic(
    'urge-incontinence',
    'urge incontinence|urge incontinence of urine|urgency incontinence',
    'urinary-incontinence',
  ),
  chronic(
    'overactive-bladder',
    'overactive bladder|OAB|detrusor instability|bladder overactivity|detrusor overactivity|irritable bladder',
  ),
  episodic(
    'urinary-retention',
    'urinary retention|retention of urine|acute urinary retention|acute retention of urine',
  ),
  episodic('incomplete-bladder-emptying', 'incomplete emptying of bladder|incomplete bladder emptying'),
  episodic('dysuria', 'dysuria|painful urination|pain passing urine|burning on urination'),
  episodic(
    'urinary-frequency',
    'urinary frequency|frequency of micturition|increased frequency of urination|frequency of urination|frequent urination',
  ),
  episodic('polyuria', 'polyuria'),
  chronic('nocturia', 'nocturia'),
  chronic('lower-urinary-tract-symptoms', 'lower urinary tract symptoms|LUTS|prostatism'),
  chronic('neurogenic-bladder', 'neurogenic bladder|neuropathic bladder'),
  chronic(
    'benign-prostatic-hyperplasia',
    'benign prostatic hyperplasia|BPH|benign prostatic hypertrophy|enlarged prostate|prostate enlargement|benign prostatic enlargement|BPE|benign enlargement of prostate|benign hyperplasia of prostate|benign prostatic hyperplasia without lower urinary tract symptoms|hyperplasia of prostate|prostatic hyperplasia|benign prostatic hyperplasia with lower urinary tract symptoms',
  ),
  episodic('prostatitis', 'prostatitis|acute prostatitis'),
  chronic('chronic-prostatitis', 'chronic prostatitis', 'prostatitis'),
  chronic(
    'erectile-dysfunction',
    'erectile dysfunction|ED - erectile dysfunction|impotence|male erectile dysfunction|male erectile disorder|impotence of organic origin|male erectile dysfunction, unspecified|erection problems',
  ),
  episodic(
    'raised-psa',
    'raised PSA|elevated PSA|raised prostate specific antigen|elevated prostate specific antigen [PSA]|prostate specific antigen abnormal',
  ),
  sided(chronic('hydrocele', 'hydrocele|hydrocele of testis')),
  sided(chronic('varicocele', 'varicocele')),
  sided(chronic('epididymal-cyst', 'epididymal cyst|cyst of epididymis')),
  sided(episodic('epididymo-orchitis', 'epididymo-orchitis')),
  sided(episodic('epididymitis', 'epididymitis')),
  sided(episodic('orchitis', 'orchitis')),
  chronic('undescended-testis', 'undescended testis|cryptorchidism|undescended testicle'),
  episodic('phimosis', 'phimosis|tight foreskin'),
  episodic('balanitis', 'balanitis'),
  chronic(
    'male-hypogonadism',
    'male hypogonadism|testosterone deficiency|testicular hypofunction|low testosterone|hypogonadism',
  ),
];
