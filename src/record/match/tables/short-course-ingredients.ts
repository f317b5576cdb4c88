/**
 * Medicines taken in courses: two courses are two things unless a record says that it goes on (`docs/rules.md`, courses).
 * Anti-infectives for acute illness; medicines against tuberculosis, HIV and hepatitis are taken for long and are not here.
 */
export const ANTI_INFECTIVES: ReadonlySet<string> = new Set([
  'amoxicillin', 'amoxicillin+clavulanic acid', 'ampicillin', 'azithromycin', 'benzylpenicillin', 'cefaclor', 'cefadroxil',
  'cefalexin', 'cefdinir', 'cefditoren', 'cefixime', 'cefotaxime', 'cefpodoxime', 'cefprozil', 'cefradine', 'ceftazidime',
  'ceftriaxone', 'cefuroxime', 'cefazolin', 'cefepime', 'chloramphenicol', 'ciprofloxacin', 'clarithromycin', 'clindamycin',
  'cloxacillin', 'dicloxacillin', 'doxycycline', 'ertapenem', 'erythromycin', 'fidaxomicin', 'flucloxacillin', 'fosfomycin',
  'fusidic acid', 'gentamicin', 'levofloxacin', 'linezolid', 'lymecycline', 'meropenem', 'metronidazole', 'minocycline',
  'moxifloxacin', 'nitrofurantoin', 'norfloxacin', 'ofloxacin', 'oxytetracycline', 'phenoxymethylpenicillin',
  'piperacillin', 'piperacillin+tazobactam', 'pivmecillinam', 'teicoplanin', 'telithromycin', 'temocillin', 'tetracycline',
  'tinidazole', 'trimethoprim', 'sulfamethoxazole+trimethoprim', 'sulfamethoxazole', 'vancomycin', 'fluconazole',
  'albendazole', 'mebendazole', 'ivermectin', 'praziquantel', 'oseltamivir', 'zanamivir', 'famciclovir',
  'nirmatrelvir+ritonavir', 'molnupiravir', 'permethrin', 'malathion',
]);

/** Steroids taken by mouth: a course only where a record says that it is one. */
export const BURST_STEROIDS: ReadonlySet<string> = new Set([
  'prednisolone', 'prednisone', 'methylprednisolone', 'dexamethasone', 'hydrocortisone', 'betamethasone', 'deflazacort',
]);
