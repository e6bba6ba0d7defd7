import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { cohort } from '../../../cohort/src/cohort.examples.js';
import { framework } from '../../../framework/src/framework.examples.js';
import { CANDIDACY_ID, caseStudyAssessed, enrolled, rolePlayAssessed, sealed } from '../candidacy.examples.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyStream } from '../candidacy.state.js';
import { NEXT_COHORT_ID, reportedRefused, transferredOut, transferSettled } from '../transfer.examples.js';
import type { TransferCandidate } from './transfer-candidate.command.js';
import { transferCandidate } from './transfer-candidate.decide.js';

type Command = SealedCommand<TransferCandidate>;

const { given } = specification(candidacyStream, transferCandidate);
const next = { cohort: cohort({ cohortId: NEXT_COHORT_ID, code: '360-2019-2020' }), framework: framework() };
const file = (...facts: readonly CandidacyEvent[]) => given(enrolled(), caseStudyAssessed(), ...facts);

/** The command that brings about the transfer of the examples. */
function transferring(changes: Partial<Command> = {}): Command {
  const { toCohortId, toSession, broughtOver, document, effectiveOn, authority } = transferredOut().data;
  return commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    toCohortId,
    toRoute: 'FC',
    effectiveOn,
    toSession: toSession!,
    broughtOver: [...broughtOver],
    document: document!,
    reason: 'next-cohort',
    explanation: null,
    authority: { code: authority.code, document: authority.document! },
    ...changes,
  });
}

/** Without results, and without the session in which they would count. */
function alone(changes: Partial<Command> = {}): Command {
  const { toSession: _session, broughtOver: _results, ...rest } = transferring(changes);
  return commandWith<Command>(rest);
}

const excluded = (until: string | null): CandidacyEvent => ({
  type: 'SanctionDecided',
  data: {
    ...{ sanctionId: CANDIDACY_ID, incidentId: CANDIDACY_ID, decidedOn: '2019-02-01', kind: 'excluded' },
    ...{ evaluations: [], session: null, until, reason: { code: 'fraud', text: null } },
    authority: { code: 'disciplinary-board', document: 'CD-2019-02' },
  },
});

describe('sending a candidate on to another cohort', () => {
  it('ends the candidacy here and says which results count over there, and where', () => {
    const [event] = file().when(transferring(), next).facts();
    expect(event).toEqual(transferredOut());
    const after = [enrolled(), caseStudyAssessed(), event!].reduce(candidacyStream.evolve, candidacyStream.initial);
    expect(after).toMatchObject({ departure: { kind: 'transferred', on: '2019-03-15' }, transfer: { refused: null } });
  });

  it('may bring nothing over', () => {
    file()
      .when(alone(), next)
      .then(transferredOut({ toSession: null, broughtOver: [] }));
  });

  it('keeps the reason in words, sealed', () => {
    const explanation = sealed('Déménage à Lyon');
    file()
      .when(transferring({ explanation }), next)
      .then(transferredOut({ reason: { code: 'next-cohort', text: explanation } }));
  });

  it('is refused for a candidacy that does not exist, or that has ended', () => {
    given().when(transferring(), next).thenRefuses('CANDIDACY_NOT_FOUND');
    file(transferredOut()).when(transferring(), next).thenRefuses('CANDIDACY_ENDED');
    file(transferredOut(), reportedRefused()).when(transferring(), next).thenRefuses('CANDIDACY_ENDED');
  });

  it('may be decided anew once the candidacy goes on here', () => {
    file(transferredOut(), reportedRefused(), transferSettled('resumed-here'))
      .when(transferring(), next)
      .then(transferredOut());
  });

  it('is refused to a cohort that does not exist, or to its own', () => {
    file()
      .when(transferring(), { cohort: { status: 'absent' }, framework: undefined })
      .thenRefuses('COHORT_NOT_FOUND', '/toCohortId');
    file()
      .when(transferring({ toCohortId: enrolled().data.cohortId }), next)
      .thenRefuses('SAME_COHORT', '/toCohortId');
  });

  it('is refused by a route that the fiche over there closes, or does not name', () => {
    file()
      .when(transferring({ toRoute: 'CA' }), next)
      .thenRefuses('ROUTE_CLOSED', '/toRoute');
    file()
      .when(transferring(), { ...next, framework: framework({ routes: [] }) })
      .thenRefuses('ROUTE_CLOSED', '/toRoute');
  });

  it('is refused while an exclusion runs on that day', () => {
    file(excluded(null)).when(transferring(), next).thenRefuses('SANCTION_BARS', '/effectiveOn');
    file(excluded('2019-03-15')).when(transferring(), next).thenRefuses('SANCTION_BARS', '/effectiveOn');
    file(excluded('2019-03-14')).when(transferring(), next).then(transferredOut());
  });

  it('is refused with a result that is not in force here', () => {
    given(enrolled()).when(transferring(), next).thenRefuses('EVALUATION_NOT_FOUND', '/broughtOver/0/evaluationId');
  });

  it('is refused where two results would fill one place', () => {
    const [first] = transferredOut().data.broughtOver;
    const second = { ...first!, evaluationId: rolePlayAssessed().data.evaluationId };
    file(rolePlayAssessed())
      .when(transferring({ broughtOver: [first!, second] }), next)
      .thenRefuses('PLACE_REPEATED', '/broughtOver/1');
    const elsewhere = { ...second, toModality: 'F5-M2' };
    file(rolePlayAssessed())
      .when(transferring({ broughtOver: [first!, elsewhere] }), next)
      .then(transferredOut({ broughtOver: [first!, elsewhere] }));
  });

  it('is refused with results that count in no session, or a session in which nothing counts', () => {
    const { toSession: _session, ...sessionless } = transferring();
    file().when(commandWith<Command>(sessionless), next).thenRefuses('SESSION_UNKNOWN', '/toSession');
    file()
      .when(transferring({ broughtOver: [] }), next)
      .thenRefuses('SESSION_UNKNOWN', '/toSession');
  });
});
