import type { Route } from '@minutier/framework';
import { type StreamDefinition, unreachable } from '@minutier/ledger';

import { type CandidacyEvent, candidacyTypes } from './candidacy.events.js';
import { disciplineEvolvers, NO_DISCIPLINE } from './discipline.state.js';
import type { Candidacy, EnrolledCandidacy, Evaluation } from './enrolled-candidacy.js';
import { enrolmentEvolvers, NOTHING_CHANGED } from './enrolment.state.js';
import { marksEvolvers, NO_MARKS } from './marks.state.js';
import { NO_RECOGNITION, recognitionEvolvers } from './recognition.state.js';

const evolvers = {
  ...enrolmentEvolvers,
  ...marksEvolvers,
  ...disciplineEvolvers,
  ...recognitionEvolvers,
} as Readonly<
  Record<
    Exclude<CandidacyEvent['type'], 'Enrolled'>,
    (candidacy: EnrolledCandidacy, data: CandidacyEvent['data']) => Candidacy
  >
>;

export const candidacyStream: StreamDefinition<Candidacy, CandidacyEvent> = {
  category: 'candidacy',
  initial: { status: 'absent' },
  types: candidacyTypes,
  personOf: (candidacy) => (candidacy.status === 'enrolled' ? candidacy.personId : undefined),
  evolve(candidacy, event) {
    if (event.type === 'Enrolled') {
      const entries = candidacy.entries ?? NO_MARKS.entries;
      return {
        status: 'enrolled',
        ...event.data,
        ...NOTHING_CHANGED,
        ...NO_MARKS,
        ...NO_DISCIPLINE,
        ...NO_RECOGNITION,
        entries,
      };
    }
    const evolver = evolvers[event.type];
    if (!(event.type in evolvers)) return unreachable(event as never);
    return candidacy.status === 'enrolled' ? evolver(candidacy, event.data) : candidacy;
  },
};

/** The evaluations in force; none of an absent candidacy. */
export function evaluationsOf(candidacy: Candidacy): ReadonlyMap<string, Evaluation> {
  return candidacy.status === 'enrolled' ? candidacy.evaluations : new Map<string, Evaluation>();
}

/** The route by which a candidate was there on a day: a mark of February is judged by the route of February. */
export function routeOn({ route, routeChanges }: EnrolledCandidacy, day: string): Route {
  const next = routeChanges.find(({ effectiveOn }) => effectiveOn > day);
  return next ? next.from : route;
}
