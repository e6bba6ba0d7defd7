import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { ASSESSOR, CANDIDACY_ID, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { assessorLinkCleared, assessorLinkDeclared } from '../recognition.examples.js';
import type { DeclareAssessorLink } from './declare-assessor-link.command.js';
import { declareAssessorLink } from './declare-assessor-link.decide.js';
import { assessorLinkIdOf } from '../candidacy-ids.js';

type Command = SealedCommand<DeclareAssessorLink>;

const { given } = specification(candidacyStream, declareAssessorLink);
const nobody: ReadonlySet<string> = new Set();
const declaring = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    assessorId: ASSESSOR,
    kind: 'trainer',
    source: 'declared',
    mayAssess: false,
    declaredOn: '2018-10-08',
    text: null,
    authority: { code: 'director' },
    ...changes,
  });

describe('declaring a tie of an assessor', () => {
  it('says who, what, and whether he may still assess', () => {
    const text = sealed('Son oncle.');
    given(enrolled()).when(declaring({ text }), nobody).then(assessorLinkDeclared({ text }));
  });

  it('may find several ties of one person', () => {
    const linkId = assessorLinkIdOf(CANDIDACY_ID, ASSESSOR, 'relative');
    given(enrolled(), assessorLinkDeclared())
      .when(declaring({ kind: 'relative' }), nobody)
      .then(assessorLinkDeclared({ kind: 'relative', linkId }));
  });

  it('is refused a second time while it stands, and not once it was cleared', () => {
    given(enrolled(), assessorLinkDeclared())
      .when(declaring({ mayAssess: true }), nobody)
      .thenRefuses('LINK_ALREADY_DECLARED', '/kind');
    given(enrolled(), assessorLinkDeclared(), assessorLinkCleared())
      .when(declaring(), nobody)
      .then(assessorLinkDeclared());
  });

  it('is refused of somebody whom the vault does not know: it would keep nobody off', () => {
    given(enrolled())
      .when(declaring(), new Set([ASSESSOR]))
      .thenRefuses('ASSESSOR_UNKNOWN', '/assessorId');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(declaring(), nobody).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
