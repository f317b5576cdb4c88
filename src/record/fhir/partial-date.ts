/**
 * Whether a text is a FHIR date of any precision (FHIR R4, 2.24.0.1 "date", "dateTime", "instant"). What dates say about each
 * other is decided in `facts/day-span.ts`.
 */

export type DatePrecision = 'year' | 'month' | 'day' | 'time';

export interface PartialDate {
  readonly precision: DatePrecision;
  /** First and last calendar day it may mean, as written (no zone applied): days since 1970-01-01. */
  readonly startDay: number;
  readonly endDay: number;
  /** Milliseconds since 1970-01-01T00:00Z where a time and zone are given. */
  readonly instantMs: number | undefined;
}

const DATE_TIME =
  /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$/;
const TIME = /^(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]{1,9})?$/;
const DAY_MS = 86_400_000;

/** A FHIR date, dateTime or instant; undefined where it is none (2023-02-30, "19", a time without zone). */
export function parsePartialDate(text: string): PartialDate | undefined {
  const parts = DATE_TIME.exec(text);
  if (parts === null) return undefined;
  const [, yearText, monthText, dayText, hourText, minuteText, secondText, fraction, zone] = parts;
  const year = Number(yearText);
  if (year === 0) return undefined;
  if (monthText === undefined) return range('year', dayNumber(year, 1, 1), dayNumber(year, 12, 31));
  const month = Number(monthText);
  if (month < 1 || month > 12) return undefined;
  const lastDay = daysInMonth(year, month);
  if (dayText === undefined) return range('month', dayNumber(year, month, 1), dayNumber(year, month, lastDay));
  const day = Number(dayText);
  if (day < 1 || day > lastDay) return undefined;
  const number = dayNumber(year, month, day);
  if (hourText === undefined || zone === undefined) return range('day', number, number);
  const clockMs = clockTimeMs(Number(hourText), Number(minuteText), Number(secondText), fraction);
  const offsetMs = zoneOffsetMs(zone);
  if (clockMs === undefined || offsetMs === undefined) return undefined;
  return { precision: 'time', startDay: number, endDay: number, instantMs: number * DAY_MS + clockMs - offsetMs };
}

/** FHIR `dateTime`. */
export function isFhirDateTime(text: string): boolean {
  return isCommonDateTime(text) || parsePartialDate(text) !== undefined;
}

/** The forms most records use, told without a regular expression: a day that every month has, and a whole time with zone. */
function isCommonDateTime(text: string): boolean {
  const { length } = text;
  if (length !== 10 && length !== 20 && length !== 24 && length !== 25 && length !== 29) return false;
  if (!isCommonDay(text)) return false;
  if (length === 10) return true;
  if (text.charCodeAt(10) !== 84 || !isClock(text, 11)) return false;
  const fraction = length === 24 || length === 29;
  if (fraction && !(text.charCodeAt(19) === 46 && digits(text, 20, 23) >= 0)) return false;
  const zone = fraction ? 23 : 19;
  const sign = text.charCodeAt(zone);
  if (sign === 90) return zone + 1 === length;
  if (sign !== 43 && sign !== 45) return false;
  const minutes = digits(text, zone + 4, zone + 6);
  const hours = digits(text, zone + 1, zone + 3);
  return (
    hours >= 0 && hours < 14 && text.charCodeAt(zone + 3) === 58 && minutes >= 0 && minutes < 60 && zone + 6 === length
  );
}

function isCommonDay(text: string): boolean {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return digits(text, 0, 4) > 0 && month > 0 && month < 13 && day > 0 && day < 29;
}

function isClock(text: string, from: number): boolean {
  if (text.charCodeAt(from + 2) !== 58 || text.charCodeAt(from + 5) !== 58) return false;
  const hours = digits(text, from, from + 2);
  const minutes = digits(text, from + 3, from + 5);
  const seconds = digits(text, from + 6, from + 8);
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
}

/** The number these characters write; -1 where one is no digit. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** FHIR `date`: no time. */
export function isFhirDate(text: string): boolean {
  return text.length <= 10 && isFhirDateTime(text);
}

/** FHIR `instant`: to the second at least. */
export function isFhirInstant(text: string): boolean {
  return text.length > 10 && isFhirDateTime(text);
}

/** FHIR `time`. */
export function isFhirTime(text: string): boolean {
  return TIME.test(text);
}

function range(precision: DatePrecision, startDay: number, endDay: number): PartialDate {
  return { precision, startDay, endDay, instantMs: undefined };
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar; counts from March so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

function clockTimeMs(hour: number, minute: number, second: number, fraction: string | undefined): number | undefined {
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  return ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

function zoneOffsetMs(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (minutes > 59 || hours > 14 || (hours === 14 && minutes > 0)) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
