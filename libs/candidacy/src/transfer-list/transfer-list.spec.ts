import { logged, projected } from '@minutier/testing';

import { CANDIDACY_ID } from '../candidacy.examples.js';
import {
  NEXT_CANDIDACY_ID,
  reportedRefused,
  transferredIn,
  transferredOut,
  transferSettled,
} from '../transfer.examples.js';
import { transferList } from './transfer-list.projection.js';

const list = (...facts: readonly { type: string; data: object }[]) => [
  ...projected(
    transferList,
    facts.map((fact) => logged(`candidacy-${fact.type === 'TransferredIn' ? NEXT_CANDIDACY_ID : CANDIDACY_ID}`, fact)),
  ).values(),
];

describe('the transfers of a candidacy', () => {
  it('are on their way at first, found from both ends', () => {
    const [row, ...others] = list(transferredOut());
    expect(others).toEqual([]);
    expect(row).toMatchObject({ ...transferredOut().data, standing: 'pending', refused: null, settlement: null });
    expect(transferList.indexed(row!)).toEqual({ fromCandidacyId: CANDIDACY_ID, toCandidacyId: NEXT_CANDIDACY_ID });
  });

  it('are received over there', () => {
    expect(list(transferredOut(), transferredIn())).toMatchObject([{ standing: 'received', refused: null }]);
  });

  it('say why they were refused, and how that was settled', () => {
    expect(list(transferredOut(), reportedRefused())).toMatchObject([
      { standing: 'refused', refused: 'SESSION_UNKNOWN', settlement: null },
    ]);
    expect(list(transferredOut(), reportedRefused(), transferSettled())).toMatchObject([
      { standing: 'pending', refused: 'SESSION_UNKNOWN', settlement: { settlement: 'tried-again' } },
    ]);
    expect(list(transferredOut(), reportedRefused(), transferSettled('resumed-here'))).toMatchObject([
      { standing: 'resumed-here', settlement: { reason: { code: 'request-withdrawn' } } },
    ]);
  });

  it('begin anew when the candidate is sent there again', () => {
    const again = transferredOut({ effectiveOn: '2019-05-02' });
    expect(list(transferredOut(), reportedRefused(), transferSettled('resumed-here'), again)).toMatchObject([
      { effectiveOn: '2019-05-02', standing: 'pending', refused: null, settlement: null },
    ]);
  });
});
