import { type StreamDefinition, unreachable } from '@minutier/ledger';

import { type CentreEvent, type CentreScope, centreTypes, type HabilitationGranted } from './centre.events.js';

/** Days from the first to the last, both included; `endedOn`, the first day without, may cut them short. */
export interface Days {
  readonly from: string;
  readonly until: string | null;
  readonly endedOn: string | null;
}

/** An entitlement as it stands. `endedOn` is the day of its withdrawal; of a suspension, that of its resumption. */
export type Habilitation = HabilitationGranted['data'] & Days & { readonly suspensions: readonly Days[] };

export interface RegisteredCentre {
  readonly status: 'registered';
  readonly centreId: string;
  readonly siret: string;
  readonly code: string;
  /** Every entitlement that it ever had, in the order in which they were granted. */
  readonly habilitations: readonly Habilitation[];
}

/** Absent is also a centre that evaluations named before centres were registered: nothing is known of it. */
export type Centre = { readonly status: 'absent' } | RegisteredCentre;

/** What is asked of a centre: to do something for a framework, whatever its version, on a day. */
export interface Entitlement {
  readonly number: string;
  readonly scope: CentreScope;
  readonly day: string;
}

export const centreStream: StreamDefinition<Centre, CentreEvent> = {
  category: 'centre',
  initial: { status: 'absent' },
  types: centreTypes,
  evolve(centre, event) {
    if (event.type === 'CentreRegistered') return { status: 'registered', ...event.data, habilitations: [] };
    if (centre.status === 'absent') return centre;
    switch (event.type) {
      case 'HabilitationGranted': {
        const granted = { ...event.data, endedOn: null, suspensions: [] };
        return { ...centre, habilitations: [...centre.habilitations, granted] };
      }
      case 'HabilitationSuspended': {
        const { habilitationId, from, until } = event.data;
        return changed(centre, habilitationId, ({ suspensions }) => ({
          suspensions: [...suspensions, { from, until, endedOn: null }],
        }));
      }
      case 'HabilitationResumed': {
        const { habilitationId, from } = event.data;
        return changed(centre, habilitationId, ({ suspensions }) => ({
          suspensions: suspensions.map((one) => (isWithin(one, from) ? { ...one, endedOn: from } : one)),
        }));
      }
      case 'HabilitationWithdrawn': {
        const { habilitationId, effectiveOn } = event.data;
        return changed(centre, habilitationId, () => ({ endedOn: effectiveOn }));
      }
      default:
        return unreachable(event);
    }
  },
};

function changed(
  centre: RegisteredCentre,
  habilitationId: string,
  change: (habilitation: Habilitation) => Partial<Habilitation>,
): RegisteredCentre {
  const habilitations = centre.habilitations.map((one) =>
    one.habilitationId === habilitationId ? { ...one, ...change(one) } : one,
  );
  return { ...centre, habilitations };
}

/** The entitlement of that id; undefined where the centre never had it. */
export function findHabilitation(centre: Centre, habilitationId: string): Habilitation | undefined {
  if (centre.status === 'absent') return undefined;
  return centre.habilitations.find((one) => one.habilitationId === habilitationId);
}

/** Whether these days are over on a day. */
export function haveEnded({ until, endedOn }: Days, day: string): boolean {
  return (until !== null && day > until) || (endedOn !== null && day >= endedOn);
}

/** Whether a day is one of these. */
export function isWithin(days: Days, day: string): boolean {
  return day >= days.from && !haveEnded(days, day);
}

/** Whether two stretches of days have a day in common. */
export function haveCommonDay(one: Days, other: Days): boolean {
  // Where they meet at all, they do on the first day of the one that begins later.
  const first = one.from > other.from ? one.from : other.from;
  return isWithin(one, first) && isWithin(other, first);
}

/** Whether an entitlement has effect on a day: granted, not withdrawn, not suspended. */
export function isInEffect(habilitation: Habilitation, day: string): boolean {
  return isWithin(habilitation, day) && !habilitation.suspensions.some((one) => isWithin(one, day));
}

/** Whether a centre may do that on that day. One that is not registered has no entitlement. */
export function isEntitled(centre: Centre, { number, scope, day }: Entitlement): boolean {
  if (centre.status === 'absent') return false;
  return centre.habilitations.some((one) => one.number === number && one.scope.includes(scope) && isInEffect(one, day));
}
