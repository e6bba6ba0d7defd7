import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import {
  absorbed,
  authority,
  erasureDecided,
  identityRecorded,
  mergedInto,
  PERSON_ID,
  SURVIVOR_ID,
} from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { AbsorbPerson } from './absorb-person.command.js';
import { absorbPerson } from './absorb-person.decide.js';
import { absorbPersonWhenMerged } from './absorb-person-when-merged.reactor.js';

const { given } = specification(personStream, absorbPerson);
const absorbing = (undone = false) =>
  commandWith<AbsorbPerson>({ context: commandContext(), survivorId: SURVIVOR_ID, absorbedId: PERSON_ID, undone });
const somebody = { isSomebody: true, survivors: [] };
const survivor = identityRecorded({ personId: SURVIVOR_ID });
const refused = (code: string) =>
  ({ type: 'AbsorptionRefused', data: { absorbedId: PERSON_ID, refused: code } }) as const;
const released = { type: 'AbsorptionUndone', data: { absorbedId: PERSON_ID } } as const;

describe('a person merged into another', () => {
  it('is told to the survivor, and so is the undoing', () => {
    const { react, reads, name } = absorbPersonWhenMerged;
    const reason = { code: 'two-persons', text: null } as const;
    const undone = { type: 'MergeUndone', data: { survivorId: SURVIVOR_ID, reason, authority } };
    expect([name, reads]).toEqual(['absorb-person-when-merged', ['PersonMergedInto', 'MergeUndone']]);
    for (const [event, isUndone] of [
      [mergedInto(), false],
      [undone, true],
    ] as const) {
      const asked = react(logged(`person-${PERSON_ID}`, event));
      expect(asked.map(({ stream }) => stream)).toEqual([`person-${SURVIVOR_ID}`]);
      expect(asked[0]!.command(commandContext())).toEqual({ ...absorbing(isUndone) });
    }
  });

  it('is absorbed there', () => {
    given(survivor).when(absorbing(), somebody).then(absorbed());
  });

  it('is absorbed by a person of the institution too', () => {
    given().when(absorbing(), somebody).then(absorbed());
  });

  it('is refused by nobody, by the erased, and by who is merged', () => {
    const all = erasureDecided({ classes: ['identity-proof'], kept: [] });
    given()
      .when(absorbing(), { ...somebody, isSomebody: false })
      .then(refused('IDENTITY_UNKNOWN'));
    given(survivor, all).when(absorbing(), somebody).then(refused('KEYS_DESTROYED'));
    given(survivor, mergedInto('5f0f3c1e-1997-5000-8000-000000000516'))
      .when(absorbing(), { ...somebody, survivors: ['5f0f3c1e-1997-5000-8000-000000000516'] })
      .then(refused('PERSON_MERGED'));
  });

  it('is refused where two were merged into each other at once: neither stands', () => {
    given(survivor, mergedInto(PERSON_ID))
      .when(absorbing(), { ...somebody, survivors: [PERSON_ID] })
      .then(refused('MERGE_CYCLE'));
  });

  it('is let go when the merge is undone, and may be absorbed again', () => {
    given(survivor, absorbed()).when(absorbing(true), somebody).then(released);
    given(survivor, absorbed(), released).when(absorbing(), somebody).then(absorbed());
    given(survivor).when(absorbing(true), somebody).then(refused('NOT_ABSORBED'));
  });
});
