/** Facts: names of what is recorded among problems but is no disease (matching: "social and administrative problems"). */
import { other, type ConceptRow } from './concept-row.ts';

export const OTHER_THINGS: readonly ConceptRow[] = [
  other(
    'lives-alone',
    'lives alone|living alone|lives alone - help available|lives alone no help available|lives alone (finding)',
  ),
  other(
    'lives-with-family',
    'lives with family|lives with spouse|lives with partner|lives with relatives|lives with wife|lives with husband|lives with parents',
  ),
  other(
    'lives-in-care-home',
    'lives in care home|lives in nursing home|lives in residential home|care home resident|nursing home resident',
  ),
  other('housebound', 'housebound'),
  other('homeless', 'homeless|homelessness|no fixed abode|NFA|sheltered homelessness|unsheltered homelessness'),
  other(
    'housing-unsatisfactory',
    'housing unsatisfactory|housing problem|inadequate housing|housing problems|lives in unsuitable housing',
  ),
  other(
    'smoker',
    'smoker|current smoker|cigarette smoker|smokes|smokes tobacco daily|tobacco user|tobacco smoker|smoking|current every day smoker|light cigarette smoker|smokes cigarettes',
  ),
  other('heavy-smoker', 'heavy smoker|chain smoker|heavy cigarette smoker', 'smoker'),
  other('ex-smoker', 'ex-smoker|former smoker|ex smoker|stopped smoking|ex-cigarette smoker|history of smoking'),
  other('never-smoked', 'never smoked|never smoker|non-smoker|non smoker|never smoked tobacco|lifelong non-smoker'),
  other('passive-smoker', 'passive smoker'),
  other('drinks-alcohol', 'drinks alcohol|current drinker|alcohol drinker|social drinker|alcohol intake'),
  other('teetotal', 'teetotal|non-drinker|does not drink alcohol|teetotaller|lifetime non-drinker'),
  other('full-time-employment', 'full-time employment|employed full time|full time employment'),
  other('part-time-employment', 'part-time employment|employed part time|part time employment'),
  other('unemployed', 'unemployed|unemployment|out of work'),
  other('not-in-labour-force', 'not in labor force|not in labour force'),
  other('retired', 'retired|retirement'),
  other('carer', 'carer|is a carer|cares for a relative|caregiver'),
  other('has-a-carer', 'has a carer|has carer'),
  other('received-higher-education', 'received higher education|university education|educated to university level'),
  other(
    'high-school-education',
    'educated to high school level|received certificate of high school equivalency|high school education',
  ),
  other('primary-school-education', 'only received primary school education'),
  other('limited-social-contact', 'limited social contact'),
  other('social-isolation', 'social isolation|socially isolated|loneliness|lonely'),
  other('social-migrant', 'social migrant|migrant'),
  other('refugee', 'refugee|asylum seeker'),
  other('stress', 'stress|stress-related problem|feeling stressed|under stress|stressed'),
  other('stress-at-work', 'stress at work|work stress|work-related stress|occupational stress'),
  other('violence-in-environment', 'reports of violence in the environment'),
  other(
    'intimate-partner-abuse',
    'victim of intimate partner abuse|domestic violence|domestic abuse|victim of domestic violence|victim of domestic abuse',
  ),
  other('criminal-record', 'has a criminal record|criminal record'),
  other('armed-forces', 'served in armed forces|military veteran|veteran|history of service in armed forces'),
  other('transport-problem', 'transport problem|lack of access to transportation|lack of transport'),
  other('financial-problem', 'financial problem|financial difficulties|low income|financial strain|money problems'),
  other('family-problem', 'marital problems|family problems|relationship problems|marriage breakdown'),
  other('risk-activity', 'risk activity involvement'),
  other(
    'language-barrier',
    'language barrier|does not speak English|interpreter needed|requires interpreter|english as a second language',
  ),
  other('medication-review-due', 'medication review due|medication review|medication review done'),
  other(
    'palliative-care',
    'palliative care|end of life care|on palliative care register|receiving palliative care|for palliative care',
  ),
  other(
    'lack-of-capacity',
    'lack of mental capacity to make decision (Mental Capacity Act 2005)|lacks capacity|lack of mental capacity',
  ),
  other(
    'not-for-resuscitation',
    'not for resuscitation|DNACPR|not for attempted CPR|do not attempt cardiopulmonary resuscitation|for resuscitation',
  ),
  other('cervical-smear-adequate', 'cervical smear adequate'),
  other(
    'cervical-smear',
    'cervical smear|smear test|cervical smear normal|cervical smear taken|cervical smear negative',
  ),
  other('abnormal-recall', 'adult abnormal - 2nd recall'),
  other(
    'cognitive-behavioural-therapy',
    'cognitive behavioural therapy|CBT|cognitive - behaviour therapy|cognitive behaviour therapy',
  ),
  other(
    'mmr-vaccination',
    'measles mumps and rubella vaccination - second dose|MMR vaccination|measles mumps and rubella vaccination - first dose',
  ),
  other(
    'influenza-immunisation-needed',
    'needs influenza immunization|influenza vaccination|flu jab|seasonal influenza vaccination',
  ),
  other('awaiting-kidney-transplant', 'awaiting transplantation of kidney|awaiting renal transplant'),
  other(
    'contraception',
    'contraception|oral contraception|contraceptive pill|contraception management|combined oral contraceptive|oral contraceptive prescription',
  ),
  other('overseas-encounter', 'overseas encounter'),
  other(
    'no-known-problems',
    'no known problems|no current problems or disability|no current problems|no active problems|no known active problems|none known|no significant past medical history',
  ),
  other('problems-not-asked', 'no information about problems|no problem info|problems not recorded|not on file'),
  other('adopted', 'adopted|adopted child'),
  other('looked-after-child', 'looked after child|child in care|child on protection register|child protection plan'),
  other('vegetarian', 'vegetarian|vegan|vegetarian diet|vegan diet'),
  other('nutrition-limited-by-access', 'nutrition impaired due to limited access to healthful foods|food insecurity'),
  other(
    'uses-walking-aid',
    'uses walking stick|walks with frame|uses zimmer frame|wheelchair user|uses wheelchair|wheelchair bound',
  ),
];
