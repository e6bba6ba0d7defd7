import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { candidateSummoned, incidentReported } from '../discipline.examples.js';
import type { SummonCandidate } from './summon-candidate.command.js';
import { summonCandidate } from './summon-candidate.decide.js';

type Command = SealedCommand<SummonCandidate>;

const { given } = specification(candidacyStream, summonCandidate);
const { incidentId } = incidentReported().data;
const juryId = 'b1b1b1b1-0000-4000-8000-000000000001';
const summoning = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    purpose: 'sitting',
    dueAt: '2019-02-04T09:00:00+01:00',
    sentOn: '2019-01-21',
    channel: 'registered-post',
    proof: 'RECO-2019-0412',
    ...changes,
  });

describe('summoning a candidate', () => {
  it('to a hearing names the incident, and the hour in universal time', () => {
    given(enrolled(), incidentReported())
      .when(summoning({ purpose: 'hearing', incidentId }))
      .then(candidateSummoned());
  });

  it.each(['sitting', 'oral'] as const)('to a %s names the line', (purpose) => {
    const line = { modality: 'F6-M3', occurrence: 1, attempt: 2 };
    given(enrolled())
      .when(summoning({ purpose, ...line }))
      .then(candidateSummoned({ purpose, ...line, incidentId: null }));
  });

  it('to a jury names the jury, where it is convened already', () => {
    given(enrolled())
      .when(summoning({ purpose: 'jury', juryId }))
      .then(candidateSummoned({ purpose: 'jury', juryId, incidentId: null }));
    given(enrolled())
      .when(summoning({ purpose: 'jury' }))
      .then(candidateSummoned({ purpose: 'jury', incidentId: null }));
  });

  it('may be sent until the day itself, in Paris', () => {
    const late = { modality: 'F6-M3', dueAt: '2019-02-03T23:30:00Z', sentOn: '2019-02-04' };
    expect(given(enrolled()).when(summoning(late)).facts()).toHaveLength(1);
    given(enrolled())
      .when(summoning({ ...late, sentOn: '2019-02-05' }))
      .thenRefuses('DATES_REVERSED', '/sentOn');
  });

  it.each<[string, Partial<Command>, string]>([
    ['a sitting without its line', {}, '/modality'],
    ['a hearing without its incident', { purpose: 'hearing' }, '/incidentId'],
    ['a sitting of an incident', { modality: 'F6-M3', incidentId }, '/incidentId'],
    ['a hearing before a jury', { purpose: 'hearing', incidentId, juryId }, '/juryId'],
    ['a jury of one line', { purpose: 'jury', modality: 'F6-M3' }, '/modality'],
  ])('is refused to %s', (_what, changes, pointer) => {
    given(enrolled(), incidentReported()).when(summoning(changes)).thenRefuses('SUMMONS_INCOMPLETE', pointer);
  });

  it('is refused to the hearing of an incident that is not in the file', () => {
    given(enrolled())
      .when(summoning({ purpose: 'hearing', incidentId }))
      .thenRefuses('INCIDENT_UNKNOWN', '/incidentId');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(summoning()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
