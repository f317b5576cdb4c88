/**
 * Solid oral medicines sold in plain and in modified-release products, with the strengths (mg of the substance as
 * labelled) in which each is sold in the UK or the US. Source: product labels' names. It serves one question only: which
 * release class fits a strength where the words leave the release unsaid. What is not listed here is plain.
 */

interface ReleaseRow {
  readonly plain: readonly number[];
  readonly modified: readonly number[];
}

const rows: Readonly<Record<string, ReleaseRow>> = {
  alfuzosin: { plain: [2.5], modified: [10] },
  bupropion: { plain: [75, 100], modified: [150, 300, 200] },
  clarithromycin: { plain: [250, 500], modified: [500] },
  diltiazem: { plain: [30, 60], modified: [60, 90, 120, 180, 200, 240, 300, 360, 420] },
  doxazosin: { plain: [1, 2, 4, 8], modified: [4, 8] },
  felodipine: { plain: [], modified: [2.5, 5, 10] },
  fesoterodine: { plain: [], modified: [4, 8] },
  gliclazide: { plain: [40, 80, 160], modified: [30, 60] },
  glipizide: { plain: [2.5, 5, 10], modified: [2.5, 5, 10] },
  indapamide: { plain: [1.25, 2.5], modified: [1.5] },
  'isosorbide mononitrate': { plain: [10, 20, 40], modified: [25, 30, 40, 50, 60, 120] },
  lamotrigine: { plain: [2, 5, 25, 50, 100, 150, 200], modified: [25, 50, 100, 200, 250, 300] },
  levetiracetam: { plain: [250, 500, 750, 1000], modified: [500, 750] },
  metformin: { plain: [500, 850, 1000, 625], modified: [500, 750, 1000] },
  methylphenidate: { plain: [5, 10, 20], modified: [10, 18, 20, 27, 30, 36, 40, 50, 54, 60] },
  mirabegron: { plain: [], modified: [25, 50] },
  morphine: { plain: [10, 15, 20, 30, 50], modified: [5, 10, 15, 20, 30, 50, 60, 90, 100, 120, 150, 200] },
  nifedipine: { plain: [5, 10, 20], modified: [10, 20, 30, 40, 60, 90] },
  oxybutynin: { plain: [2.5, 3, 5], modified: [5, 10, 15] },
  oxycodone: { plain: [5, 10, 15, 20, 30], modified: [5, 10, 15, 20, 30, 40, 60, 80, 120] },
  paliperidone: { plain: [], modified: [1.5, 3, 6, 9] },
  paroxetine: { plain: [10, 20, 30, 40], modified: [12.5, 25, 37.5] },
  pramipexole: {
    plain: [0.088, 0.125, 0.18, 0.25, 0.35, 0.5, 0.7, 1, 1.5],
    modified: [0.26, 0.375, 0.52, 0.75, 1.05, 1.5, 2.1, 3.15],
  },
  propranolol: { plain: [10, 20, 40, 60, 80, 160], modified: [60, 80, 120, 160] },
  quetiapine: { plain: [25, 100, 150, 200, 300], modified: [50, 150, 200, 300, 400] },
  ranolazine: { plain: [], modified: [375, 500, 750, 1000] },
  ropinirole: { plain: [0.25, 0.5, 1, 2, 5], modified: [2, 4, 6, 8] },
  solifenacin: { plain: [5, 10], modified: [] },
  tamsulosin: { plain: [], modified: [0.4] },
  tapentadol: { plain: [50, 75, 100], modified: [50, 100, 150, 200, 250] },
  theophylline: { plain: [], modified: [100, 200, 250, 300, 350, 400, 450, 600] },
  tolterodine: { plain: [1, 2], modified: [2, 4] },
  tramadol: { plain: [50, 100], modified: [50, 75, 100, 150, 200, 300, 400] },
  trazodone: { plain: [50, 100, 150, 300], modified: [150, 300] },
  venlafaxine: { plain: [25, 37.5, 50, 75, 100], modified: [37.5, 75, 150, 225] },
  verapamil: { plain: [40, 80, 120, 160], modified: [100, 120, 180, 200, 240, 300, 360] },
  zolpidem: { plain: [5, 10], modified: [6.25, 12.5] },
};

export const RELEASE_STRENGTHS: ReadonlyMap<string, ReleaseRow> = new Map(Object.entries(rows));
