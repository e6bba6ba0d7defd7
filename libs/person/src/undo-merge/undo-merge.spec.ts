import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  absorbed,
  authority,
  identityRecorded,
  mergedInto,
  person,
  PERSON_ID,
  SURVIVOR_ID,
} from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { UndoMerge } from './undo-merge.command.js';
import { undoMerge } from './undo-merge.decide.js';

const { given } = specification(personStream, undoMerge);
const undoing = commandWith<SealedCommand<UndoMerge>>({
  context: commandContext(),
  personId: PERSON_ID,
  reason: 'two-persons',
  explanation: null,
  authority: authority as never,
});
const undone = {
  type: 'MergeUndone',
  data: { survivorId: SURVIVOR_ID, reason: { code: 'two-persons', text: null }, authority },
} as const;

describe('undoing a merge', () => {
  it('gives everybody back his own', () => {
    given(identityRecorded(), mergedInto()).when(undoing, person(absorbed())).then(undone);
  });

  it('is refused for who is not merged, or no more', () => {
    given(identityRecorded()).when(undoing, person()).thenRefuses('NOT_MERGED');
    given(identityRecorded(), mergedInto(), undone).when(undoing, person(absorbed())).thenRefuses('NOT_MERGED');
  });

  it('is refused while the survivor has not taken the person: it may still refuse', () => {
    given(identityRecorded(), mergedInto()).when(undoing, person()).thenRefuses('NOT_MERGED');
  });
});
