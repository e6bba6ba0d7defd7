import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyStream } from '../candidacy.state.js';
import { NEXT_CANDIDACY_ID, reportedRefused, transferredOut, transferSettled } from '../transfer.examples.js';
import type { ReportRefusedTransfer } from './report-refused-transfer.command.js';
import { reportRefusedTransfer } from './report-refused-transfer.decide.js';
import { reportTransferWhenTransferRefused } from './report-transfer-when-transfer-refused.reactor.js';

const { given } = specification(candidacyStream, reportRefusedTransfer);
const SENT: readonly CandidacyEvent[] = [enrolled(), caseStudyAssessed(), transferredOut()];
const reporting = (refused = 'SESSION_UNKNOWN') =>
  commandWith<ReportRefusedTransfer>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    toCandidacyId: NEXT_CANDIDACY_ID,
    refused,
  });

describe('a transfer that was refused', () => {
  it('is told to the candidacy of departure', () => {
    const { react, reads, name } = reportTransferWhenTransferRefused;
    const refused = { type: 'TransferInRefused', data: { fromCandidacyId: CANDIDACY_ID, refused: 'SESSION_UNKNOWN' } };
    const asked = react(logged(`candidacy-${NEXT_CANDIDACY_ID}`, refused));
    expect([name, reads]).toEqual(['report-transfer-when-transfer-refused', ['TransferInRefused']]);
    expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${CANDIDACY_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...reporting() });
  });

  it('is reported there, and the candidacy stays ended', () => {
    const reported = given(...SENT)
      .when(reporting())
      .facts();
    expect(reported).toEqual([reportedRefused()]);
    const after = [...SENT, ...reported].reduce(candidacyStream.evolve, candidacyStream.initial);
    expect(after).toMatchObject({ departure: { kind: 'transferred' }, transfer: { refused: 'SESSION_UNKNOWN' } });
  });

  it('is reported once, and again when it was tried again', () => {
    given(...SENT, reportedRefused())
      .when(reporting())
      .thenNothing();
    given(...SENT, reportedRefused(), transferSettled())
      .when(reporting('SESSION_CLOSED'))
      .then(reportedRefused('SESSION_CLOSED'));
  });

  it('is no news to a candidacy that sent nobody there, or that went on', () => {
    given().when(reporting()).thenNothing();
    given(enrolled()).when(reporting()).thenNothing();
    given(...SENT, reportedRefused(), transferSettled('resumed-here'))
      .when(reporting())
      .thenNothing();
  });
});
