import { accommodationsOf } from './accommodations.js';
import { candidatesWhoSit } from './attendance.js';
import { trueMark } from './case-studies.js';
import type { StoryCandidate } from './cast.js';
import { placed } from './centres.js';
import { placeKey } from './exceptions.js';
import { appreciationOf, bySeveral, defenceGrid, outcomeOf } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const ORAL_DAYS = ['2019-06-18', '2019-06-19', '2019-06-20'];
const ORALS_A_DAY = 6;

/** The defence of the professional project, before two who each fill the rules' grid, marks and levels. */
export function defences(telling: Telling): Chapter {
  const defended = candidatesWhoSit(telling, 'F6-M3', ORAL_DAYS[0]!);
  return {
    day: '2019-06-24',
    title: `Soutenances orales : ${defended.length}, devant deux évaluateurs et leurs grilles ; une manque encore.`,
    by: 'registrar',
    steps: defended.map((candidate, index) =>
      oralDefence(telling, candidate, {
        heldOn: ORAL_DAYS[Math.floor(index / ORALS_A_DAY)]!,
        turn: index % ORALS_A_DAY,
      }),
    ),
  };
}

/** One defence, at its turn of the day. */
export function oralDefence(
  telling: Telling,
  candidate: StoryCandidate,
  { heldOn, turn, session = 1 }: { readonly heldOn: string; readonly turn: number; readonly session?: number },
): Step {
  const { code, candidacyId } = candidate;
  const hour = String(9 + turn).padStart(2, '0');
  const quarters = trueMark(telling, candidate, 'F6-M3', 1);
  const dice = telling.dice(`oral ${code}`);
  const [president, member] = dice.shuffled(telling.cast.assessors);
  const apart = Math.min(dice.between(0, 4), quarters, 80 - quarters);
  const parts = [
    { assessor: president!, quarters: quarters + apart },
    { assessor: member!, quarters: quarters - apart },
  ].map((part) => ({ ...part, grid: defenceGrid(part.quarters) }));
  return {
    name: placeKey(code, 'F6-M3', 1),
    path: `candidacies/${candidacyId}/oral-defences`,
    body: {
      ...placed({ modality: 'F6-M3', occurrence: 1, session, heldOn }),
      ...accommodationsOf(telling, candidate, heldOn),
      outcome: outcomeOf(quarters),
      conduct: bySeveral(parts, 'agreement', { written: false, oral: true }),
      facts: {
        panel: [
          { assessorId: president!.id, role: 'president' },
          { assessorId: member!.id, role: 'member' },
        ],
        startedAt: `${heldOn}T${hour}:00:00+02:00`,
        endedAt: `${heldOn}T${hour}:45:00+02:00`,
        place: turn === ORALS_A_DAY - 1 ? { kind: 'video', code: 'VISIO-3' } : { kind: 'room', code: 'CHABROL-201' },
        subjectCode: 'PROJET-PRO',
      },
      appreciation: appreciationOf(quarters, dice),
    },
  };
}
