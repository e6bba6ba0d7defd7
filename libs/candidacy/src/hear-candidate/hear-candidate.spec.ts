import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { ASSESSOR, CANDIDACY_ID, enrolled, PRESIDENT, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { candidateHeard, candidateSummoned, incidentReported } from '../discipline.examples.js';
import type { HearCandidate } from './hear-candidate.command.js';
import { hearCandidate } from './hear-candidate.decide.js';

type Command = SealedCommand<HearCandidate>;

const { given } = specification(candidacyStream, hearCandidate);
const nobody: ReadonlySet<string> = new Set();
const file = [enrolled(), incidentReported({ evaluationId: null })];
const { summonsId } = candidateSummoned().data;
const hearing = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    incidentId: incidentReported().data.incidentId,
    heardOn: '2019-02-04',
    came: true,
    heardBy: [PRESIDENT],
    assisted: false,
    statement: null,
    ...changes,
  });

describe('hearing a candidate', () => {
  it('finds the summons to this hearing, what was said sealed', () => {
    const statement = sealed('J’ai oublié de citer mes sources.');
    given(...file, candidateSummoned())
      .when(hearing({ statement }), nobody)
      .then(candidateHeard({ statement }));
  });

  it('may take place without a summons, where the candidate came', () => {
    given(...file)
      .when(hearing(), nobody)
      .then(candidateHeard({ summonsId: null }));
  });

  it('records that he was summoned and did not come', () => {
    given(...file, candidateSummoned())
      .when(hearing({ came: false, summonsId }), nobody)
      .then(candidateHeard({ came: false }));
  });

  it.each([
    ['no summons was sent', []],
    ['the summons is to another hearing', [candidateSummoned({ incidentId: summonsId })]],
    ['the summons is to a later day', [candidateSummoned({ dueAt: '2019-02-05T08:00:00.000Z' })]],
    ['the summons is to a jury', [candidateSummoned({ purpose: 'jury', incidentId: null })]],
  ])('does not hold an absence against him where %s', (_why, summonses) => {
    given(...file, ...summonses)
      .when(hearing({ came: false }), nobody)
      .thenRefuses('NOT_SUMMONED', '/came');
  });

  it('is refused on a summons that is not in the file, of another incident, or to a later day where he did not come', () => {
    const later = candidateSummoned({ dueAt: '2019-02-05T08:00:00.000Z' });
    given(...file, later)
      .when(hearing({ came: false, summonsId }), nobody)
      .thenRefuses('NOT_SUMMONED', '/summonsId');
    given(...file, later)
      .when(hearing({ summonsId }), nobody)
      .then(candidateHeard());
    given(...file)
      .when(hearing({ summonsId }), nobody)
      .thenRefuses('NOT_SUMMONED', '/summonsId');
    given(...file, candidateSummoned({ incidentId: summonsId }))
      .when(hearing({ summonsId }), nobody)
      .thenRefuses('NOT_SUMMONED', '/summonsId');
  });

  it('is refused where the vault does not know who heard him', () => {
    given(...file)
      .when(hearing({ heardBy: [PRESIDENT, ASSESSOR] }), new Set([ASSESSOR]))
      .thenRefuses('PERSON_UNKNOWN', '/heardBy/1');
  });

  it('is refused about an incident that nobody reported', () => {
    given(enrolled()).when(hearing(), nobody).thenRefuses('INCIDENT_UNKNOWN');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(hearing(), nobody).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
