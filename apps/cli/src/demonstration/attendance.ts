import type { StoryCandidate } from './cast.js';
import { NEVER_RECORDED, placeKey } from './exceptions.js';
import type { Telling } from './telling.js';

interface Absence {
  readonly from: string;
  readonly until?: string;
}

/** Who is not there for a time: from which day on, and until which, if ever he comes back. */
export const WITHDRAWN = { code: 'C14', from: '2019-04-02' } as const;
export const ON_LEAVE = { code: 'C16', from: '2019-02-04', until: '2019-03-31', backOn: '2019-04-01' } as const;
const AWAY: Readonly<Record<string, Absence>> = { [WITHDRAWN.code]: WITHDRAWN, [ON_LEAVE.code]: ON_LEAVE };

/** Functions that a candidate does not sit, since something else is recognised for them. */
const COVERED: Readonly<Record<string, readonly string[]>> = { C15: ['F8', 'F9'], C17: ['F7'] };

/** Lines that only those sit who have a company behind them (A08). */
const IN_COMPANY = ['F6-M1', 'F6-M2'];

/** Those who sit a line of the fiche on a day, and whose result was ever recorded: by VAE one sits none of them (A19). */
export function candidatesWhoSit(
  { cast }: Telling,
  modality: string,
  heldOn: string,
  occurrence = 1,
): StoryCandidate[] {
  return cast.candidates.filter(
    ({ code, route }) =>
      route !== 'VAE' &&
      !(route === 'CL' && IN_COMPANY.includes(modality)) &&
      !COVERED[code]?.some((one) => modality.startsWith(one)) &&
      !isAway(code, heldOn) &&
      !NEVER_RECORDED.has(placeKey(code, modality, occurrence)),
  );
}

function isAway(code: string, day: string): boolean {
  const away = AWAY[code];
  return away !== undefined && day >= away.from && (away.until === undefined || day <= away.until);
}

/** A candidate of the story by code: C01… in the order of enrolment. */
export function candidate({ cast }: Telling, code: string): StoryCandidate {
  return cast.candidates.find((one) => one.code === code)!;
}
