import { specification } from '@minutier/testing';

import { identityRecorded } from '../person.examples.js';
import { personStream } from '../person.state.js';
import { recordIdentity } from './record-identity.decide.js';

const { given } = specification(personStream, recordIdentity);

describe('recording who a person is', () => {
  it('leaves a commitment in the ledger, and no name', () => {
    const facts = given().when(identityRecorded().data).facts();
    expect(facts).toEqual([identityRecorded()]);
    expect(Object.keys(facts[0]!.data).sort()).toEqual(['commitment', 'identityVersion', 'personId']);
  });

  it('is refused a second time: an identity is corrected, never replaced', () => {
    given(identityRecorded()).when(identityRecorded().data).thenRefuses('PERSON_ALREADY_RECORDED');
  });

  it('makes the person the one under whose key commands to the stream are sealed', () => {
    const { personOf, evolve, initial } = personStream;
    expect(personOf!(initial)).toBeUndefined();
    expect(personOf!(evolve(initial, identityRecorded()))).toBe(identityRecorded().data.personId);
  });
});
