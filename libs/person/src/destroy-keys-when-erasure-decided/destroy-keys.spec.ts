import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { erasureDecided, identityRecorded, keysDestroyed, PERSON_ID } from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { DestroyKeys } from './destroy-keys.command.js';
import { destroyKeys } from './destroy-keys.decide.js';
import { destroyKeysWhenErasureDecided } from './destroy-keys-when-erasure-decided.reactor.js';

const { given } = specification(personStream, destroyKeys);
const { erasureId, classes, keyIds } = keysDestroyed().data;
const destroying = commandWith<DestroyKeys>({ context: commandContext(), personId: PERSON_ID, erasureId, classes });

describe('an erasure that was decided', () => {
  it('has the keys of its classes destroyed', () => {
    const { react, reads, name } = destroyKeysWhenErasureDecided;
    const asked = react(logged(`person-${PERSON_ID}`, erasureDecided()));
    expect([name, reads]).toEqual(['destroy-keys-when-erasure-decided', ['ErasureDecided']]);
    expect(asked.map(({ stream }) => stream)).toEqual([`person-${PERSON_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...destroying });
  });

  it('is carried out once', () => {
    const decided = given(identityRecorded(), erasureDecided());
    decided.when(destroying, keyIds).then(keysDestroyed());
    given(identityRecorded(), erasureDecided(), keysDestroyed()).when(destroying, keyIds).thenNothing();
    given(identityRecorded()).when(destroying, keyIds).thenNothing();
  });

  it('is carried out for a person of the institution too', () => {
    given(erasureDecided()).when(destroying, keyIds).then(keysDestroyed());
  });
});
