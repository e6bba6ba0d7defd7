import type { Evolvers, Recognition } from './enrolled-candidacy.js';
import type { RecognitionEvent } from './recognition.events.js';

export const NO_RECOGNITION: Recognition = {
  equivalences: new Map(),
  carryOvers: new Map(),
  attemptsGranted: [],
  assessorLinks: new Map(),
};

export const recognitionEvolvers: Evolvers<RecognitionEvent> = {
  EquivalenceGranted: (candidacy, { equivalenceId, level, code, decidedOn }) => ({
    ...candidacy,
    equivalences: new Map(candidacy.equivalences).set(equivalenceId, { level, code, decidedOn }),
  }),
  EquivalenceRevoked: (candidacy, { equivalenceId }) => ({
    ...candidacy,
    equivalences: without(candidacy.equivalences, equivalenceId),
  }),
  BlockCarriedOver: (candidacy, { carryOverId, authority: _authority, ...carryOver }) => ({
    ...candidacy,
    carryOvers: new Map(candidacy.carryOvers).set(carryOverId, carryOver),
  }),
  CarryOverRevoked: (candidacy, { carryOverId }) => ({
    ...candidacy,
    carryOvers: without(candidacy.carryOvers, carryOverId),
  }),
  AttemptGranted: (candidacy, { modality, occurrence, attempt, until }) => ({
    ...candidacy,
    attemptsGranted: [...candidacy.attemptsGranted, { modality, occurrence, attempt, until }],
  }),
  AssessorLinkDeclared: (candidacy, { linkId, assessorId, kind, mayAssess }) => ({
    ...candidacy,
    assessorLinks: new Map(candidacy.assessorLinks).set(linkId, { assessorId, kind, mayAssess, cleared: false }),
  }),
  AssessorLinkCleared: (candidacy, { linkId }) => ({
    ...candidacy,
    assessorLinks: new Map(candidacy.assessorLinks).set(linkId, {
      ...candidacy.assessorLinks.get(linkId)!,
      cleared: true,
    }),
  }),
};

function without<Value>(map: ReadonlyMap<string, Value>, key: string): Map<string, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
