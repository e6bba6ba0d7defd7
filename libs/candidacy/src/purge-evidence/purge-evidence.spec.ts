import type { Deadline } from '@minutier/framework';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { cohort } from '../../../cohort/src/cohort.examples.js';
import { rules } from '../../../framework/src/rules.examples.js';
import { holdPlaced, person } from '../../../person/src/person.examples.js';
import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { EVIDENCE_ID, evidenceAttached, evidencePurged, evidenceReplaced } from '../evidence.examples.js';
import type { PurgeEvidence } from './purge-evidence.command.js';
import { purgeEvidence } from './purge-evidence.decide.js';

const { given } = specification(candidacyStream, purgeEvidence);
const AUTHORITY = { code: 'examination-office', document: 'NOTE-12' } as const;

function purging(today = '2019-07-01', changes: Partial<PurgeEvidence> = {}): PurgeEvidence {
  const fields = { candidacyId: CANDIDACY_ID, evidenceId: EVIDENCE_ID, authority: AUTHORITY };
  return commandWith<PurgeEvidence>({ context: commandContext({ today }), ...fields, ...changes });
}

/** The cohort, its first session closed on that day, and rules with these duties to keep. */
function frame(closedOn: string | null, ...retentions: readonly Partial<Deadline>[]) {
  const { sessions, ...open } = cohort();
  const duty = { duty: 'retention', subject: 'copies', amount: 1, unit: 'years', countsFrom: 'sending' } as const;
  const deadlines = retentions.map((one): Deadline => ({ ...duty, startsFrom: 'session-closed', ...one }));
  return {
    cohort: { ...open, sessions: sessions.map((one) => ({ ...one, closedOn: one.session === 1 ? closedOn : null })) },
    rules: { ...rules(), deadlines },
    person: person(),
  };
}

const file = (changes: Parameters<typeof evidenceAttached>[0] = {}) =>
  given(enrolled(), caseStudyAssessed(), evidenceAttached(changes));

describe('destroying the file of a piece', () => {
  it('is refused while a legal hold covers the class under which it is sealed', () => {
    const held = { ...frame(null), person: person(holdPlaced({ classes: ['appraisal'], until: null })) };
    file().when(purging(), held).thenRefuses('LEGAL_HOLD_STANDS');
    const other = { ...frame(null), person: person(holdPlaced({ classes: ['contact'], until: null })) };
    file().when(purging(), other).then(evidencePurged());
  });

  it('states the day, that its period has ended, and the authority', () => {
    file().when(purging(), frame(null)).then(evidencePurged());
  });

  it('waits for no period where the cohort’s rules have none for that class', () => {
    file()
      .when(purging(), frame(null, { subject: 'minutes' }, { duty: 'appeal', subject: null }))
      .then(evidencePurged());
    file()
      .when(purging(), { ...frame(null), rules: undefined })
      .then(evidencePurged());
  });

  it('is refused until the last day of the period, included', () => {
    const closed = frame('2019-07-31', {});
    file().when(purging('2020-07-31'), closed).thenRefuses('RETENTION_NOT_ENDED');
    file()
      .when(purging('2020-08-01'), closed)
      .then(evidencePurged({ purgedOn: '2020-08-01' }));
  });

  it.each([
    ['days', 10, '2019-02-07'],
    ['months', 1, '2019-02-28'],
    ['years', 5, '2024-01-28'],
  ] as const)('counts in %s', (unit, amount, lastDay) => {
    const decided = purgeEvidence(
      purging(lastDay),
      [enrolled(), caseStudyAssessed(), evidenceAttached()].reduce(candidacyStream.evolve, candidacyStream.initial),
      frame('2019-01-28', { unit, amount }),
    );
    expect(decided).toMatchObject({
      refused: 'RETENTION_NOT_ENDED',
      because: { fr: expect.stringContaining(lastDay) },
    });
  });

  it('is refused while the session of the mark is open: nothing has begun', () => {
    file().when(purging('2030-01-01'), frame(null, {})).thenRefuses('RETENTION_NOT_ENDED');
  });

  it('waits for every session where the piece is of none in particular', () => {
    const about = { kind: 'enrolment', id: CANDIDACY_ID } as const;
    file({ about }).when(purging('2030-01-01'), frame('2019-07-31', {})).thenRefuses('RETENTION_NOT_ENDED');
    const closed = frame('2019-07-31', {});
    const all = {
      ...closed.cohort,
      sessions: closed.cohort.sessions.map((one) => ({ ...one, closedOn: '2019-09-30' })),
    };
    const purge = purging('2020-10-01');
    file({ about })
      .when(purging('2020-09-30'), { ...closed, cohort: all })
      .thenRefuses('RETENTION_NOT_ENDED');
    file({ about })
      .when(purge, { ...closed, cohort: all })
      .then(evidencePurged({ purgedOn: '2020-10-01' }));
  });

  it('is refused where the period starts from what nobody has stated, a decision say', () => {
    const closed = frame('2019-07-31', { startsFrom: 'decision' });
    file().when(purging('2040-01-01'), closed).thenRefuses('RETENTION_NOT_ENDED');
  });

  it('follows the duty of its own class before the one for every class', () => {
    const own = frame('2019-07-31', { subject: null, amount: 50 }, { amount: 1 });
    file()
      .when(purging('2020-08-01'), own)
      .then(evidencePurged({ purgedOn: '2020-08-01' }));
    const general = frame('2019-07-31', { subject: null, amount: 50 });
    file().when(purging('2020-08-01'), general).thenRefuses('RETENTION_NOT_ENDED');
  });

  it('does not wait where an erasure says so', () => {
    const erasureId = '5f0f3c1e-8a88-5f59-8ba7-f783e7fbe164';
    file()
      .when(purging('2019-07-01', { erasureId }), frame('2019-07-31', {}))
      .then(evidencePurged({ basis: 'erasure', erasureId }));
  });

  it('takes the file of a piece that was replaced', () => {
    given(enrolled(), caseStudyAssessed(), evidenceAttached(), evidenceReplaced())
      .when(purging(), frame(null))
      .then(evidencePurged());
  });

  it('is refused for a candidacy or a piece that does not exist, and a second time', () => {
    given().when(purging(), frame(null)).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled()).when(purging(), frame(null)).thenRefuses('EVIDENCE_UNKNOWN');
    given(enrolled(), caseStudyAssessed(), evidenceAttached(), evidencePurged())
      .when(purging(), frame(null))
      .thenRefuses('EVIDENCE_ALREADY_PURGED');
  });
});
