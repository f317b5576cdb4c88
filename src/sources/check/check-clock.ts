/** Compares the source's clock with the gateway's: signed assertions are good for a minute, so a clock far off breaks every sign-in. */
import type { CheckFinding } from '../../ports/source-connector.ts';

const TOLERABLE_S = 30;

/** @param now milliseconds since 1970. */
export function checkClock(headers: Headers | undefined, now: number): readonly CheckFinding[] {
  if (headers === undefined) return [];
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) {
    return [
      { subject: 'clock', level: 'note', text: 'The source does not tell its time, so the clocks cannot be compared.' },
    ];
  }
  const seconds = Math.round((date - now) / 1000);
  const off = Math.abs(seconds);
  if (off <= TOLERABLE_S)
    return [{ subject: 'clock', level: 'works', text: `The clocks agree to within ${Math.max(1, off)} s.` }];
  const way = seconds > 0 ? 'ahead of' : 'behind';
  return [
    {
      subject: 'clock',
      level: 'wrong',
      text: `The source’s clock is ${off} s ${way} the gateway’s: one of them is wrong, and sign-ins may fail.`,
    },
  ];
}
