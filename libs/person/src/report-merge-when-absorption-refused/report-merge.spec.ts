import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { identityRecorded, mergedInto, person, PERSON_ID, SURVIVOR_ID } from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { ReportMerge } from './report-merge.command.js';
import { reportMerge } from './report-merge.decide.js';
import { reportMergeWhenAbsorptionRefused } from './report-merge-when-absorption-refused.reactor.js';

const { given } = specification(personStream, reportMerge);
const refusal = { survivorId: SURVIVOR_ID, refused: 'KEYS_DESTROYED' };
const reporting = commandWith<ReportMerge>({ context: commandContext(), personId: PERSON_ID, ...refusal });
const reported = { type: 'MergeReportedRefused', data: refusal } as const;

describe('a merge that the survivor refused', () => {
  it('is told to the person who was to be absorbed', () => {
    const { react, reads, name } = reportMergeWhenAbsorptionRefused;
    const event = { type: 'AbsorptionRefused', data: { absorbedId: PERSON_ID, refused: 'KEYS_DESTROYED' } };
    const asked = react(logged(`person-${SURVIVOR_ID}`, event));
    expect([name, reads]).toEqual(['report-merge-when-absorption-refused', ['AbsorptionRefused']]);
    expect(asked.map(({ stream }) => stream)).toEqual([`person-${PERSON_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...reporting });
  });

  it('is recorded there, and the person counts as before', () => {
    given(identityRecorded(), mergedInto()).when(reporting).then(reported);
    expect(person(mergedInto()).mergedInto).toBe(SURVIVOR_ID);
    expect(person(mergedInto(), reported).mergedInto).toBeNull();
    // Merged into a third since: that merge is not the one that was refused.
    expect(person(mergedInto('5f0f3c1e-1997-5000-8000-000000000516'), reported).mergedInto).not.toBeNull();
  });
});
