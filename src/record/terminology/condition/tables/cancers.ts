/** Facts: names of cancers and other growths. Cancers by site are in `site-patterns.ts`. */
import { chronic, sided, type ConceptRow } from './concept-row.ts';

export const CANCERS: readonly ConceptRow[] = [
  chronic(
    'cancer',
    'cancer|malignant neoplastic disease|malignancy|malignant neoplasm|malignant tumour|carcinoma|malignant (primary) neoplasm, unspecified|neoplasm, malignant|malignant neoplasm of unspecified site',
  ),
  chronic(
    'metastatic-cancer',
    'metastatic cancer|metastatic malignant disease|secondary cancer|metastases|metastasis|secondary malignant neoplasm|metastatic malignant neoplasm|metastatic disease|secondary malignant neoplastic disease',
    'cancer',
  ),
  chronic(
    'bone-metastases',
    'bone metastases|secondary malignant neoplasm of bone|metastatic malignant neoplasm to bone|bony metastases',
    'metastatic-cancer|cancer',
  ),
  chronic(
    'liver-metastases',
    'liver metastases|secondary malignant neoplasm of liver|metastatic malignant neoplasm to liver',
    'metastatic-cancer|cancer',
  ),
  chronic(
    'lung-metastases',
    'lung metastases|secondary malignant neoplasm of lung|metastatic malignant neoplasm to lung',
    'metastatic-cancer|cancer',
  ),
  chronic(
    'brain-metastases',
    'brain metastases|secondary malignant neoplasm of brain|metastatic malignant neoplasm to brain',
    'metastatic-cancer|cancer',
  ),
  chronic(
    'colon-metastases',
    'secondary malignant neoplasm of colon|metastatic malignant neoplasm to colon',
    'metastatic-cancer|cancer',
  ),
  chronic(
    'lymph-node-metastases',
    'secondary malignant neoplasm of lymph node|lymph node metastases',
    'metastatic-cancer|cancer',
  ),
  chronic(
    'metastatic-prostate-cancer',
    'metastasis from malignant tumor of prostate|metastatic prostate cancer',
    'metastatic-cancer|prostate-cancer|cancer',
  ),
  chronic(
    'metastatic-breast-cancer',
    'metastatic breast cancer|secondary breast cancer',
    'metastatic-cancer|breast-cancer|cancer',
  ),
  sided(
    chronic(
      'non-small-cell-lung-cancer',
      'non-small cell lung cancer|NSCLC|non-small cell carcinoma of lung|non small cell lung cancer|NSCLC - non-small cell lung cancer',
      'lung-cancer|cancer',
    ),
  ),
  sided(
    chronic(
      'small-cell-lung-cancer',
      'small cell lung cancer|SCLC|small cell carcinoma of lung|primary small cell malignant neoplasm of lung|oat cell carcinoma of lung',
      'lung-cancer|cancer',
    ),
  ),
  chronic('mesothelioma', 'mesothelioma|malignant mesothelioma|mesothelioma of pleura', 'cancer'),
  chronic('hepatocellular-carcinoma', 'hepatocellular carcinoma|HCC|hepatocellular cancer', 'liver-cancer|cancer'),
  sided(chronic('renal-cell-carcinoma', 'renal cell carcinoma|RCC|renal cell cancer', 'kidney-cancer|cancer')),
  chronic(
    'transitional-cell-bladder-cancer',
    'transitional cell carcinoma of bladder|transitional cell bladder cancer',
    'bladder-cancer|cancer',
  ),
  chronic('papillary-thyroid-cancer', 'papillary thyroid cancer|papillary thyroid carcinoma', 'thyroid-cancer|cancer'),
  chronic('non-melanoma-skin-cancer', 'non-melanoma skin cancer', 'skin-cancer|cancer'),
  sided(
    chronic(
      'breast-ductal-carcinoma',
      'infiltrating duct carcinoma of breast|infiltrating duct carcinoma of female breast|invasive ductal carcinoma of breast|ductal carcinoma of breast|invasive ductal carcinoma',
      'breast-cancer|cancer',
    ),
  ),
  sided(
    chronic(
      'central-breast-cancer',
      'primary malignant neoplasm of central portion of female breast|malignant neoplasm of central portion of female breast',
      'breast-cancer|cancer',
    ),
  ),
  sided(
    chronic(
      'ductal-carcinoma-in-situ',
      'ductal carcinoma in situ|DCIS|ductal carcinoma in situ of breast|intraductal carcinoma in situ of breast',
    ),
  ),
  chronic(
    'overlapping-colon-cancer',
    'overlapping malignant neoplasm of colon|malignant neoplasm of overlapping sites of colon',
    'colon-cancer|bowel-cancer|cancer',
  ),
  chronic(
    'colon-cancer',
    'colon cancer|cancer of colon|malignant neoplasm of colon|malignant tumor of colon|carcinoma of colon|primary malignant neoplasm of colon|malignant neoplasm of colon, unspecified|ca colon|colonic cancer',
    'bowel-cancer|cancer',
  ),
  chronic(
    'rectal-cancer',
    'rectal cancer|cancer of rectum|malignant neoplasm of rectum|malignant tumor of rectum|carcinoma of rectum|ca rectum',
    'bowel-cancer|cancer',
  ),
  chronic(
    'bowel-cancer',
    'bowel cancer|colorectal cancer|cancer of bowel|malignant neoplasm of large intestine|malignant tumour of large intestine|colorectal carcinoma|malignant neoplasm of intestine',
    'cancer',
  ),
  chronic('prostate-carcinoma-in-situ', 'carcinoma in situ of prostate'),
  chronic('prostate-neoplasm', 'neoplasm of prostate|prostate tumour|tumour of prostate'),
  chronic('adenocarcinoma-of-colon', 'adenocarcinoma of colon', 'colon-cancer|bowel-cancer|cancer'),
  chronic('adenocarcinoma-of-rectum', 'adenocarcinoma of rectum', 'rectal-cancer|bowel-cancer|cancer'),
  chronic('leukaemia', 'leukaemia|leukemia, unspecified', 'cancer'),
  chronic(
    'chronic-lymphocytic-leukaemia',
    'chronic lymphocytic leukaemia|CLL|chronic lymphoid leukaemia|chronic lymphocytic leukemia of B-cell type',
    'leukaemia|cancer',
  ),
  chronic(
    'chronic-myeloid-leukaemia',
    'chronic myeloid leukaemia|CML|chronic myelogenous leukemia',
    'leukaemia|cancer',
  ),
  chronic(
    'acute-lymphoblastic-leukaemia',
    'acute lymphoblastic leukaemia|ALL - acute lymphoblastic leukaemia|acute lymphoid leukaemia|acute lymphocytic leukemia',
    'leukaemia|cancer',
  ),
  chronic('acute-myeloid-leukaemia', 'acute myeloid leukaemia|AML|acute myeloblastic leukemia', 'leukaemia|cancer'),
  chronic('lymphoma', 'lymphoma|malignant lymphoma', 'cancer'),
  chronic('hodgkin-lymphoma', "Hodgkin lymphoma|Hodgkin's disease|Hodgkin's lymphoma", 'lymphoma|cancer'),
  chronic(
    'non-hodgkin-lymphoma',
    "non-Hodgkin lymphoma|NHL|non-Hodgkin's lymphoma|non Hodgkins lymphoma",
    'lymphoma|cancer',
  ),
  chronic('myeloma', 'multiple myeloma|myeloma|myelomatosis', 'cancer'),
  chronic('mgus', 'monoclonal gammopathy of undetermined significance|MGUS|monoclonal gammopathy|paraproteinaemia'),
  chronic('myelodysplastic-syndrome', 'myelodysplastic syndrome|MDS|myelodysplasia'),
  chronic('polycythaemia-vera', 'polycythaemia vera|polycythaemia rubra vera|PRV'),
  chronic('essential-thrombocythaemia', 'essential thrombocythaemia|essential thrombocytosis'),
  chronic('myelofibrosis', 'myelofibrosis'),
  chronic(
    'melanoma',
    'melanoma|malignant melanoma|malignant melanoma of skin|melanoma of skin|malignant melanoma of skin, unspecified',
    'skin-cancer|cancer',
  ),
  chronic(
    'basal-cell-carcinoma',
    'basal cell carcinoma|BCC|rodent ulcer|basal cell carcinoma of skin|basal cell carcinoma of skin, unspecified',
    'skin-cancer|cancer',
  ),
  chronic(
    'squamous-cell-carcinoma-of-skin',
    'squamous cell carcinoma of skin|SCC of skin|cutaneous squamous cell carcinoma',
    'skin-cancer|cancer',
  ),
  chronic('squamous-cell-carcinoma', 'squamous cell carcinoma|SCC', 'cancer'),
  chronic('bowens-disease', "Bowen's disease|squamous cell carcinoma in situ of skin"),
  chronic('sarcoma', 'sarcoma|soft tissue sarcoma', 'cancer'),
  chronic('carcinoid', 'carcinoid tumour|carcinoid'),
  chronic('meningioma', 'meningioma'),
  chronic('glioblastoma', 'glioblastoma|glioblastoma multiforme', 'brain-cancer|cancer'),
  chronic('brain-tumour', 'brain tumour|tumour of brain|neoplasm of brain|intracranial tumour'),
  sided(chronic('acoustic-neuroma', 'acoustic neuroma|vestibular schwannoma')),
  sided(chronic('breast-lump', 'breast lump|lump in breast|unspecified lump in breast|mass of breast|breast mass')),
  sided(chronic('fibroadenoma', 'fibroadenoma|fibroadenoma of breast')),
  sided(chronic('breast-cyst', 'breast cyst|cyst of breast')),
  chronic('benign-neoplasm-of-skin-of-face', 'benign neoplasm of skin of face'),
  chronic('benign-neoplasm-of-skin-of-trunk', 'benign neoplasm of skin of trunk'),
  chronic('lung-nodule', 'lung nodule|pulmonary nodule|nodule of lung'),
  chronic(
    'cervical-intraepithelial-neoplasia',
    'cervical intraepithelial neoplasia|CIN|cervical dysplasia|dysplasia of cervix',
  ),
];
