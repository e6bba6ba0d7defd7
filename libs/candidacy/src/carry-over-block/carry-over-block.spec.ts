import { frameworkStream, type Correspondence } from '@minutier/framework';
import type { SealedCommand } from '@minutier/ledger';
import type { Person } from '@minutier/person';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { PERSON_ID } from '../../../person/src/person.examples.js';
import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { marksFrozen } from '../discipline.examples.js';
import {
  award,
  BC01,
  BC02,
  blockCarriedOver,
  BOARD,
  correspondence,
  equivalenceGranted,
  holder,
  OLDER,
} from '../recognition.examples.js';
import type { CarryOverBlock } from './carry-over-block.command.js';
import { carryOverBlock } from './carry-over-block.decide.js';

type Command = SealedCommand<CarryOverBlock>;

const { given } = specification(candidacyStream, carryOverBlock);
const frame = (persons: readonly Person[], ...correspondences: readonly Correspondence[]) => ({
  persons,
  framework: framework(),
  publications: {
    ...frameworkStream.initial,
    versions: [framework()],
    correspondences: new Map(correspondences.map((one) => [one.correspondenceId, one])),
  },
});
const { awardId } = award();
const carrying = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    block: BC01,
    awardIds: [awardId],
    decidedOn: '2018-11-12',
    authority: { code: BOARD.code, document: BOARD.document! },
    ...changes,
  });

const held = (block: string, n: number) =>
  award({ awardId: `a3a3a3a3-0000-4000-8000-00000000010${n}`, framework: OLDER, block });
const [a, b, c] = [held('A', 1), held('B', 2), held('C', 3)] as const;
const cited = (...awards: readonly ReturnType<typeof award>[]) =>
  awards.map(({ awardId: id, framework: of, block }) => ({ awardId: id, personId: PERSON_ID, framework: of, block }));

describe('carrying over a block', () => {
  it('cites the award of the same fiche and block, by no correspondence', () => {
    given(enrolled())
      .when(carrying(), frame([holder(award())]))
      .then(blockCarriedOver());
  });

  it('needs none either where the fiche was read anew since', () => {
    const before = award({ framework: { number: 'RNCP28684', version: 3 } });
    given(enrolled())
      .when(carrying(), frame([holder(before)]))
      .then(blockCarriedOver({ awards: cited(before) }));
  });

  it('names the person in whose stream the award stands', () => {
    const absorbed = { ...holder(award()), personId: '5f0f3c1e-1997-5000-8000-000000000999' } as Person;
    const [only] = cited(award());
    given(enrolled())
      .when(carrying(), frame([holder(), absorbed]))
      .then(blockCarriedOver({ awards: [{ ...only!, personId: '5f0f3c1e-1997-5000-8000-000000000999' }] }));
  });

  it('comes from another fiche by a link, and says which', () => {
    const { correspondenceId } = correspondence();
    given(enrolled())
      .when(carrying({ awardIds: [c.awardId] }), frame([holder(a, b, c)], correspondence()))
      .then(blockCarriedOver({ awards: cited(c), correspondenceId, link: 2 }));
    given(enrolled())
      .when(carrying({ block: BC02, awardIds: [b.awardId, a.awardId] }), frame([holder(a, b, c)], correspondence()))
      .then(blockCarriedOver({ block: BC02, awards: cited(b, a), correspondenceId, link: 1 }));
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(carrying(), frame([])).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('is refused by an award that the person has not, or that was annulled', () => {
    given(enrolled())
      .when(carrying(), frame([holder()]))
      .thenRefuses('AWARD_UNKNOWN', '/awardIds/0');
    given(enrolled())
      .when(carrying(), frame([holder(award({ annulled: true }))]))
      .thenRefuses('AWARD_UNKNOWN', '/awardIds/0');
    given(enrolled())
      .when(carrying({ block: BC02, awardIds: [a.awardId, b.awardId] }), frame([holder(a)], correspondence()))
      .thenRefuses('AWARD_UNKNOWN', '/awardIds/1');
  });

  it.each<[string, Partial<Command>, readonly Correspondence[]]>([
    ['nothing corresponds', { awardIds: [c.awardId] }, []],
    ['a link asks for more', { block: BC02, awardIds: [a.awardId] }, [correspondence()]],
    ['a link asks for less', { awardIds: [c.awardId, a.awardId] }, [correspondence()]],
    ['one award is cited twice', { block: BC02, awardIds: [a.awardId, a.awardId] }, [correspondence()]],
    ['the link leads elsewhere', { block: BC02, awardIds: [c.awardId] }, [correspondence()]],
    [
      'it is of another version of the older fiche',
      { awardIds: [c.awardId] },
      [correspondence({ older: { ...OLDER, version: 2 } })],
    ],
    ['it is of another version of this fiche', { awardIds: [c.awardId] }, [correspondence({ version: 2 })]],
    ['it is retired on that day', { awardIds: [c.awardId] }, [correspondence({ retiredOn: '2018-11-12' })]],
    ['the fiche has no such block', { block: 'RNCP28684BC09', awardIds: [c.awardId] }, [correspondence()]],
  ])('is refused where %s', (_why, changes, adopted) => {
    given(enrolled())
      .when(carrying(changes), frame([holder(a, b, c)], ...adopted))
      .thenRefuses('CORRESPONDENCE_MISSING', '/awardIds');
  });

  it('may use a correspondence until the eve of its end', () => {
    const ending = correspondence({ retiredOn: '2018-11-13' });
    expect(
      given(enrolled())
        .when(carrying({ awardIds: [c.awardId] }), frame([holder(c)], ending))
        .facts(),
    ).toHaveLength(1);
  });

  it('is refused of another block of the same fiche', () => {
    given(enrolled())
      .when(carrying({ block: BC02 }), frame([holder(award())]))
      .thenRefuses('CORRESPONDENCE_MISSING', '/awardIds');
  });

  it('is refused of a block that is covered, by an equivalence or by a carry-over', () => {
    given(enrolled(), equivalenceGranted())
      .when(carrying(), frame([holder(award())]))
      .thenRefuses('BLOCK_ALREADY_COVERED', '/block');
    given(enrolled(), blockCarriedOver())
      .when(carrying(), frame([holder(award())]))
      .thenRefuses('BLOCK_ALREADY_COVERED', '/block');
  });

  it('is not barred by an equivalence of a part of the block', () => {
    given(enrolled(), equivalenceGranted({ level: 'function', code: 'F9' }))
      .when(carrying(), frame([holder(award())]))
      .then(blockCarriedOver());
  });

  it('waits while a frozen session awaits its jury', () => {
    given(enrolled(), marksFrozen())
      .when(carrying(), frame([holder(award())]))
      .thenRefuses('MARKS_FROZEN');
  });
});
