/** Facts: words for release and coating. Row: release or gr, colon, words separated by commas. */
export const releaseRows = `
modified: mr, m r, sr, s r, er, xr, la, cr, pr, sa, xt, modified release, prolonged release, extended release, sustained release, slow release, controlled release, long acting, retard, sustained action, extended rel, time release, timed release, slow, retardtabs, contin, chrono, chronosphere, oros, depocaps, long acting release, ext rel, ext release, er 12 hr, extend release, durules
12-hour: 12 hr, 12 hour, 12hr, 12 hours, 12h, er 12 hr, 12 hr er
24-hour: xl, 24 hr, 24 hour, 24hr, 24 hours, 24h, once daily modified release, er 24 hr, 24 hr er, xr 24 hr, xr 24hr
immediate: immediate release, ir, conventional release, normal release, instant release, quick release, standard release, non modified release
gr: gastro resistant, gastroresistant, enteric coated, enteric, delayed release, ec, e c, gr, g r, dr, delayed rel, enteric coat, ent coated`;

/**
 * Facts: products that exist only with modified release although names leave it out. Row: ingredient | form (or * for any
 * oral form, said or not) | strengths in mg (or *) | release. Sources: BNF and FDA "Orange Book" dosage forms.
 */
export const onlyModifiedRows = `
tamsulosin | * | * | modified
alfuzosin | * | 10 | modified
venlafaxine | capsule | * | 24-hour
propranolol | capsule | * | modified
diltiazem | capsule | * | modified
diltiazem | tablet | 180,200,240,300,360,420 | modified
verapamil | capsule | * | modified
verapamil | tablet | 180,240 | modified
nifedipine | tablet | * | modified
felodipine | * | * | modified
nisoldipine | * | * | modified
indapamide | * | 1.5 | modified
gliclazide | * | 30 | modified
metformin | tablet | 750 | modified
tolterodine | capsule | * | modified
fesoterodine | * | * | modified
darifenacin | * | * | modified
mirabegron | * | * | modified
trospium | capsule | * | modified
oxybutynin | tablet | 10,15 | modified
paliperidone | * | 1.5,3,6,9 | modified
desvenlafaxine | * | * | modified
ranolazine | * | * | modified
pentoxifylline | tablet | * | modified
theophylline | tablet | * | modified
theophylline | capsule | * | modified
aminophylline | tablet | 225,350 | modified
galantamine | capsule | * | modified
upadacitinib | * | * | modified
bupropion | tablet | 150,200,300 | modified
potassium chloride | tablet | * | modified
dipyridamole | capsule | 200 | modified
fampridine | * | * | modified
ketoprofen | capsule | 100,150,200 | modified
indometacin | capsule | 75 | modified
fluvastatin | tablet | 80 | modified
carvedilol | capsule | * | modified
methylphenidate | tablet | 18,27,36,54 | modified
amfetamine+dexamfetamine | capsule | * | modified
memantine | capsule | * | modified
doxycycline | capsule | 40 | modified
zolpidem | tablet | 6.25,12.5 | modified
ropinirole | tablet | 6,8,12 | modified
paroxetine | tablet | 12.5,25,37.5 | modified
guanfacine | tablet | 3,4 | modified
isosorbide mononitrate | capsule | * | modified
isosorbide mononitrate | tablet | 25,30,50,60,120 | modified
glyceryl trinitrate | capsule | * | modified
tofacitinib | tablet | 11,22 | modified
tapentadol | tablet | 150,200,250 | modified
tramadol | tablet | 75,150,200,300,400 | modified
tramadol | capsule | 100,150,200,300 | modified
quetiapine | tablet | 600 | modified
cyclobenzaprine | capsule | * | modified
dexmethylphenidate | capsule | * | modified
`;
