import { logged, projected } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, corrected, enrolled } from '../../../candidacy/src/candidacy.examples.js';
import { auditTrail } from '../audit-trail.projection.js';

const stream = `candidacy-${CANDIDACY_ID}`;
const story = [enrolled(), caseStudyAssessed(), corrected()].map((event, revision) =>
  logged(stream, event, { id: `e-${revision}`, revision, ordinal: 100 + revision }),
);

describe('the audit trail', () => {
  it('has one row per event, of whatever type, and none is ever changed by a later one', () => {
    const rows = projected(auditTrail, story);
    expect([...rows.values()].map(({ type, ordinal, revision }) => [type, ordinal, revision])).toEqual([
      ['Enrolled', 100, 0],
      ['CaseStudyAssessed', 101, 1],
      ['EvaluationCorrected', 102, 2],
    ]);
    expect(rows.get('0000000000000101')!.data).toEqual(caseStudyAssessed().data);
  });

  it('says who, when, by which command and because of what', () => {
    const [event] = story;
    const { actor, recordedAt, commandId, correlationId, causationId } = event!.meta;
    const row = projected(auditTrail, [event!]).get('0000000000000100');
    expect(row).toMatchObject({ actor, recordedAt, commandId, correlationId, causationId, occurredAt: null });
    expect(row).toMatchObject({ stream, version: 1, simulated: false });
  });

  it('tells when a fact took place from when it was recorded, and a simulated one from a real one', () => {
    const [event] = story;
    const meta = { ...event!.meta, occurredAt: '2019-01-15', simulated: true } as const;
    expect(projected(auditTrail, [{ ...event!, meta }]).get('0000000000000100')).toMatchObject({
      occurredAt: '2019-01-15',
      simulated: true,
    });
  });

  it('is searched by event, stream, type, actor and correlation, in the order of the log', () => {
    const keys = [...projected(auditTrail, story).keys()];
    expect(keys).toEqual(keys.toSorted());
    const { meta } = story[0]!;
    expect(auditTrail.indexed(projected(auditTrail, story).get('0000000000000100')!)).toEqual({
      event: 'e-0',
      stream,
      type: 'Enrolled',
      actor: meta.actor.id,
      correlation: meta.correlationId,
    });
  });
});
