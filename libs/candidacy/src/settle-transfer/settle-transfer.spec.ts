import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled, sealed } from '../candidacy.examples.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyStream } from '../candidacy.state.js';
import { NEXT_CANDIDACY_ID, reportedRefused, transferredOut, transferSettled } from '../transfer.examples.js';
import type { SettleTransfer } from './settle-transfer.command.js';
import { settleTransfer } from './settle-transfer.decide.js';

const { given } = specification(candidacyStream, settleTransfer);
const SENT: readonly CandidacyEvent[] = [enrolled(), caseStudyAssessed(), transferredOut()];

function settling(changes: Partial<SealedCommand<SettleTransfer>> = {}) {
  return commandWith<SealedCommand<SettleTransfer>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    toCandidacyId: NEXT_CANDIDACY_ID,
    settlement: 'tried-again',
    reason: 'cause-removed',
    explanation: null,
    authority: { code: 'examination-office', document: 'NOTE-12' },
    ...changes,
  });
}

describe('settling a transfer that was refused', () => {
  it('has it tried again; the candidacy here stays ended', () => {
    const settled = given(...SENT, reportedRefused())
      .when(settling())
      .facts();
    expect(settled).toEqual([transferSettled()]);
    const after = [...SENT, reportedRefused(), ...settled].reduce(candidacyStream.evolve, candidacyStream.initial);
    expect(after).toMatchObject({ departure: { kind: 'transferred' }, transfer: { refused: null } });
  });

  it('or has the candidacy go on here, with the reason in words, sealed', () => {
    const explanation = sealed('Reste finalement');
    const settled = given(...SENT, reportedRefused())
      .when(settling({ settlement: 'resumed-here', reason: 'request-withdrawn', explanation }))
      .facts();
    const { data } = transferSettled('resumed-here');
    expect(settled).toEqual([
      { type: 'TransferSettled', data: { ...data, reason: { code: 'request-withdrawn', text: explanation } } },
    ]);
    const after = [...SENT, reportedRefused(), ...settled].reduce(candidacyStream.evolve, candidacyStream.initial);
    expect(after).toMatchObject({ departure: null, transfer: null });
  });

  it('is refused where nothing was refused, or was and is settled', () => {
    given(enrolled()).when(settling()).thenRefuses('NO_REFUSED_TRANSFER');
    given(...SENT)
      .when(settling())
      .thenRefuses('NO_REFUSED_TRANSFER');
    given(...SENT, reportedRefused(), transferSettled())
      .when(settling())
      .thenRefuses('NO_REFUSED_TRANSFER');
    given(...SENT, reportedRefused(), transferSettled('resumed-here'))
      .when(settling())
      .thenRefuses('NO_REFUSED_TRANSFER');
  });

  it('is refused towards another file than the one that refused it', () => {
    given(...SENT, reportedRefused())
      .when(settling({ toCandidacyId: CANDIDACY_ID }))
      .thenRefuses('NO_REFUSED_TRANSFER');
  });

  it('is refused for a candidacy that does not exist', () => {
    given().when(settling()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
