import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import type { MergeUndone, PersonMergedInto } from '../merge.events.js';
import { AbsorbPerson } from './absorb-person.command.js';

/** A merge, and its undoing, reach the survivor in the order in which they were decided. */
export const absorbPersonWhenMerged: Reaction = {
  name: 'absorb-person-when-merged',
  reads: ['PersonMergedInto', 'MergeUndone'],
  react({ type, stream, data }) {
    const { survivorId } = data as (PersonMergedInto | MergeUndone)['data'];
    const { id: absorbedId } = splitStreamName(stream);
    const undone = type === 'MergeUndone';
    return [
      {
        stream: streamName('person', survivorId),
        command: (context) => commandOf(AbsorbPerson, { survivorId, absorbedId, undone }, context),
      },
    ];
  },
};
