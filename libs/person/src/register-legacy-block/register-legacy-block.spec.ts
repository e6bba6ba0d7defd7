import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import {
  AWARD_ID,
  authority,
  erasureDecided,
  identityRecorded,
  legacyBlock,
  mergedInto,
  PERSON_ID,
} from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { RegisterLegacyBlock } from './register-legacy-block.command.js';
import { registerLegacyBlock } from './register-legacy-block.decide.js';

type Command = SealedCommand<RegisterLegacyBlock> & { readonly awardId: string };

const { given } = specification(personStream, registerLegacyBlock);
const published = framework();
const [block] = published.blocks.map(({ code }) => code);
const registered = legacyBlock({ block: block! });
const registering = (changes: Partial<Command> = {}) =>
  commandWith<Command>({ context: commandContext(), personId: PERSON_ID, ...registered.data, ...changes } as never);

describe('registering a block from before this ledger', () => {
  it('makes it an award of the person, on the strength of a document', () => {
    given(identityRecorded()).when(registering(), published).then(registered);
    const { awards } = personStream.evolve(personStream.initial, registered);
    expect([...awards.values()]).toEqual([
      { awardId: AWARD_ID, framework: registered.data.framework, block, obtainedOn: '2016-07-05', annulled: false },
    ]);
  });

  it('is refused for a person whose identity is not recorded, and for one who is merged', () => {
    given(erasureDecided()).when(registering(), published).thenRefuses('PERSON_UNKNOWN');
    given(identityRecorded(), mergedInto()).when(registering(), published).thenRefuses('PERSON_MERGED');
  });

  it('is refused for a version that is not published, and for a block that it has not', () => {
    given(identityRecorded()).when(registering(), undefined).thenRefuses('FRAMEWORK_NOT_PUBLISHED', '/framework');
    given(identityRecorded())
      .when(registering({ block: 'BC99' }), published)
      .thenRefuses('BLOCK_UNKNOWN', '/block');
  });

  it('is refused for a day to come; today will do', () => {
    const known = given(identityRecorded());
    known.when(registering({ obtainedOn: '2019-07-02' }), published).thenRefuses('DATE_IN_FUTURE', '/obtainedOn');
    known.when(registering({ obtainedOn: '2019-07-01' }), published).facts();
  });

  it('is refused where the same block of the same day stands; another day, or once withdrawn, it is another award', () => {
    const again = { awardId: '5f0f3c1e-2016-5000-8000-0000000000a2' };
    const held = given(identityRecorded(), registered);
    const withdrawn = {
      type: 'LegacyBlockWithdrawn',
      data: { awardId: AWARD_ID, reason: { code: 'recorded-in-error', text: null }, authority },
    } as const;
    held.when(registering(again), published).thenRefuses('BLOCK_ALREADY_HELD', '/block');
    held.when(registering({ ...again, obtainedOn: '2017-07-05' }), published).facts();
    given(identityRecorded(), registered, withdrawn).when(registering(again), published).facts();
  });
});
