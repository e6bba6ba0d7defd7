import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { assessorLinkCleared, assessorLinkDeclared } from '../recognition.examples.js';
import type { ClearAssessorLink } from './clear-assessor-link.command.js';
import { clearAssessorLink } from './clear-assessor-link.decide.js';

const { given } = specification(candidacyStream, clearAssessorLink);
const clearing = commandWith<SealedCommand<ClearAssessorLink>>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  linkId: assessorLinkDeclared().data.linkId,
  reason: 'ended',
  explanation: null,
  authority: { code: 'director', document: 'NOTE-7' },
});

describe('clearing a tie of an assessor', () => {
  it('says why', () => {
    given(enrolled(), assessorLinkDeclared()).when(clearing).then(assessorLinkCleared());
  });

  it('is refused of a tie that nobody declared', () => {
    given(enrolled()).when(clearing).thenRefuses('LINK_UNKNOWN');
  });

  it('is refused a second time', () => {
    given(enrolled(), assessorLinkDeclared(), assessorLinkCleared()).when(clearing).thenRefuses('LINK_ALREADY_CLEARED');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(clearing).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
