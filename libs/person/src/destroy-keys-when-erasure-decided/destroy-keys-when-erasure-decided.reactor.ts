import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName } from '@minutier/ledger';

import type { ErasureDecided } from '../erasure.events.js';
import { DestroyKeys } from './destroy-keys.command.js';

/** What was decided is done: the vault destroys the keys, and the person's stream says so. */
export const destroyKeysWhenErasureDecided: Reaction = {
  name: 'destroy-keys-when-erasure-decided',
  reads: ['ErasureDecided'],
  react({ stream, data }) {
    const { erasureId, classes } = data as ErasureDecided['data'];
    const { id: personId } = splitStreamName(stream);
    return [{ stream, command: (context) => commandOf(DestroyKeys, { personId, erasureId, classes }, context) }];
  },
};
