/** Facts: abbreviations for "how often" in UK and US prescriptions and the FHIR timing abbreviations. */

export interface FrequencyWord {
  readonly times: string;
  readonly period: string;
  readonly unit: 'h' | 'd' | 'wk' | 'mo' | 'a';
}

const day = (times: string): FrequencyWord => ({ times, period: '1', unit: 'd' });

/** Written without dots and blanks, lower case. */
export const FREQUENCY_WORDS: Readonly<Record<string, FrequencyWord>> = {
  od: day('1'),
  qd: day('1'),
  daily: day('1'),
  bd: day('2'),
  bid: day('2'),
  bds: day('2'),
  tds: day('3'),
  tid: day('3'),
  td: day('3'),
  qds: day('4'),
  qid: day('4'),
  qod: { times: '1', period: '2', unit: 'd' },
  eod: { times: '1', period: '2', unit: 'd' },
  weekly: { times: '1', period: '1', unit: 'wk' },
  fortnightly: { times: '1', period: '2', unit: 'wk' },
  monthly: { times: '1', period: '1', unit: 'mo' },
  yearly: { times: '1', period: '1', unit: 'a' },
  annually: { times: '1', period: '1', unit: 'a' },
  hourly: { times: '1', period: '1', unit: 'h' },
};

/** HL7 GTSAbbreviation: Timing.code. AM and PM are parts of the day, told by `EVENT_TIMING` words. */
export const TIMING_CODES: Readonly<Record<string, FrequencyWord>> = {
  QD: day('1'),
  BID: day('2'),
  TID: day('3'),
  QID: day('4'),
  AM: day('1'),
  PM: day('1'),
  BED: day('1'),
  QOD: { times: '1', period: '2', unit: 'd' },
  Q1H: { times: '1', period: '1', unit: 'h' },
  Q2H: { times: '1', period: '2', unit: 'h' },
  Q3H: { times: '1', period: '3', unit: 'h' },
  Q4H: { times: '1', period: '4', unit: 'h' },
  Q6H: { times: '1', period: '6', unit: 'h' },
  Q8H: { times: '1', period: '8', unit: 'h' },
  Q12H: { times: '1', period: '12', unit: 'h' },
  Q24H: { times: '1', period: '24', unit: 'h' },
  WK: { times: '1', period: '1', unit: 'wk' },
  MO: { times: '1', period: '1', unit: 'mo' },
};
