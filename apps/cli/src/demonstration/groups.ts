import { accommodationsOf } from './accommodations.js';
import { candidatesWhoSit } from './attendance.js';
import { trueMark } from './case-studies.js';
import type { StoryCandidate } from './cast.js';
import { appreciationOf, bySeveral, type Form, outcomeOf, type Quarters, within } from './marks.js';
import type { Telling } from './telling.js';

/** A member whose result is not the group's: which group, which of its members, how far, why. */
const DEVIATIONS = [
  { modality: 'F1-M2', group: 1, member: 1, by: 10, code: 'leading-part', text: 'A conduit la négociation seule.' },
  { modality: 'F1-M2', group: 3, member: 0, by: -10, code: 'individual-part', text: 'Partie budgétaire non traitée.' },
  { modality: 'F2-M2', group: 2, member: 1, by: 8, code: 'leading-part', text: 'A porté le plan média du groupe.' },
  { modality: 'F3-M2', group: 0, member: 2, by: -8, code: 'absence-from-part', text: 'Absent à la restitution.' },
] as const;

export interface Group {
  /** 0, 1… within its line. */
  readonly number: number;
  readonly members: readonly StoryCandidate[];
  /** The group's result. */
  readonly quarters: Quarters;
}

/** Those who sit a line on a day, dealt into so many groups as even as can be. */
export function groupsOf(telling: Telling, modality: string, heldOn: string, count: number): Group[] {
  const left = telling.dice(`groups ${modality}`).shuffled(candidatesWhoSit(telling, modality, heldOn));
  return Array.from({ length: count }, (_, number) => {
    const members = left.splice(0, Math.ceil(left.length / (count - number)));
    const sum = members.reduce((total, one) => total + trueMark(telling, one, modality, 1), 0);
    return { number, members, quarters: Math.round(sum / members.length) };
  });
}

/** Each member's part: the group's result, or his own with the reason why. */
export function membersOf(telling: Telling, { modality, heldOn }: { modality: string; heldOn: string }, group: Group) {
  const { number, members, quarters } = group;
  return members.map((candidate, member) => {
    const { candidacyId, code } = candidate;
    const appreciation = appreciationOf(quarters, telling.dice(`words ${code} ${modality}`));
    const part = { candidacyId, appreciation, ...accommodationsOf(telling, candidate, heldOn) };
    const deviation = DEVIATIONS.find(
      (one) => one.modality === modality && one.group === number && one.member === member,
    );
    if (!deviation) return part;
    const { by, code: reason, text } = deviation;
    const own = within(quarters + by);
    // At the end of the scale there is no room for a deviation.
    return own === quarters ? part : { ...part, outcome: outcomeOf(own), deviation: { code: reason, text } };
  });
}

/** How many members of a line have a result of their own. */
export function deviationsOf(modality: string): string {
  const { length } = DEVIATIONS.filter((one) => one.modality === modality);
  if (length === 0) return '';
  return length === 1 ? ', 1 écart individuel motivé' : `, ${length} écarts individuels motivés`;
}

/** Two assessors who agree. */
export function panel({ cast }: Telling, quarters: Quarters, form: Form) {
  const apart = Math.min(3, quarters, 80 - quarters);
  const parts = [
    { assessor: cast.assessors[1]!, quarters: quarters - apart },
    { assessor: cast.assessors[2]!, quarters: quarters + apart },
  ];
  return bySeveral(parts, 'agreement', form);
}

/** « 3 à 4 » */
export function sizesOf(groups: readonly Group[]): string {
  const sizes = groups.map(({ members }) => members.length);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return least === most ? `${least}` : `${least} ou ${most}`;
}
