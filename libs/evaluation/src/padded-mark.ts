import type { AssessorPart, Result } from '@minutier/candidacy';
import { LedgerCorrupted } from '@minutier/ledger';

/** One assessor's own result and grid. */
export interface OwnMark {
  readonly result: Result;
  readonly grid: AssessorPart['grid'];
}

/** A mark as it is sealed: the padding brings it to the length that every mark has. */
export interface PaddedMark extends OwnMark {
  readonly padding: string;
}

/** Above the longest mark that a command can hold: forty criteria, codes of 64 characters. */
const PADDED_LENGTH = 8_192;

/** A ciphertext is as long as its text: were marks sealed as they are, «9» and «14.25» could be told apart. */
export function padded({ result, grid }: OwnMark): PaddedMark {
  const bare: PaddedMark = { result, grid, padding: '' };
  const missing = PADDED_LENGTH - JSON.stringify(bare).length;
  if (missing < 0) throw new LedgerCorrupted('a mark is longer than the length to which all are brought');
  return { ...bare, padding: ' '.repeat(missing) };
}

/** The mark that was padded. */
export function unpadded({ result, grid }: PaddedMark): OwnMark {
  return { result, grid };
}
