import { commandContext } from '@minutier/testing';

import { cohort } from '../../../cohort/src/cohort.examples.js';
import { CANDIDACY_ID, candidacy, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import type { Withdrawn } from '../enrolment.events.js';
import { contextOf, isUnderWay, refusedFreeze } from './freeze-session.decide.js';

describe('freezing a whole session', () => {
  it('is refused in a cohort or of a session that does not exist', () => {
    expect(refusedFreeze({ session: 1 }, { status: 'absent' })?.refused).toBe('COHORT_NOT_FOUND');
    expect(refusedFreeze({ session: 3 }, cohort())?.refused).toBe('SESSION_UNKNOWN');
    expect(refusedFreeze({ session: 2 }, cohort())).toBeUndefined();
  });

  it('reaches those who are under way: not who left, nor whose enrolment was voided', () => {
    const reason = { code: 'request-of-candidate', text: null } as const;
    const left: Withdrawn = {
      type: 'Withdrawn',
      data: { effectiveOn: '2019-03-01', reason, document: null, authority: { code: 'director', document: null } },
    };
    expect(isUnderWay(candidacy())).toBe(true);
    expect(isUnderWay(candidacy(enrolled(), left))).toBe(false);
    expect(isUnderWay(candidacyStream.initial)).toBe(false);
  });

  it('gives each candidacy a command of its own, the same when it is repeated, bound to no revision', () => {
    const context = commandContext({ expectedRevision: 7 });
    const first = contextOf(context, CANDIDACY_ID);
    expect(first).toEqual(contextOf(context, CANDIDACY_ID));
    expect(first).not.toHaveProperty('expectedRevision');
    expect(first.correlationId).toBe(context.correlationId);
    const others = [contextOf(context, 'another'), contextOf({ ...context, commandId: 'other' }, CANDIDACY_ID)];
    for (const { commandId } of [context, ...others]) expect(commandId).not.toBe(first.commandId);
  });
});
