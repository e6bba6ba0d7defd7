import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';
import { type Person, personStream } from '@minutier/person';

import { actIdOf } from '../candidacy-ids.js';
import { pinsOf } from '../candidacy-pins.js';
import { candidacyStream } from '../candidacy.state.js';
import { CarryOverBlock } from './carry-over-block.command.js';
import { carryOverBlock } from './carry-over-block.decide.js';

export const carryOverBlockSlice = commandSlice(CarryOverBlock, {
  post: 'candidacies/:candidacyId/carry-overs',
  tag: 'candidacies',
  summary: 'Reprend un bloc que la personne a conservé',
  needs: [Ledger],
  async execute(command, ledger) {
    const { candidacyId, context } = command;
    const pins = await pinsOf(ledger, candidacyId);
    const persons = await holders(ledger, candidacyId);
    const receipt = await ledger.execute(candidacyStream, candidacyId, command, (sealed, candidacy) =>
      carryOverBlock(sealed, candidacy, { ...pins, persons }),
    );
    return { ...receipt, carryOverId: actIdOf('carry-over', context) };
  },
});

/** In whose streams the candidate's awards stand: his own, and those of the files that were found to be his. */
async function holders(ledger: Ledger, candidacyId: string): Promise<readonly Person[]> {
  const { state: candidacy } = await ledger.load(candidacyStream, candidacyId);
  const persons: Person[] = [];
  const waiting = candidacy.status === 'absent' ? [] : [candidacy.personId];
  const seen = new Set<string>();
  for (let personId = waiting.pop(); personId !== undefined; personId = waiting.pop()) {
    if (seen.has(personId)) continue;
    seen.add(personId);
    const { state: person } = await ledger.load(personStream, personId);
    persons.push(person);
    waiting.push(...person.absorbed);
  }
  return persons;
}
