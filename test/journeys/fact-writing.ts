import type { RunningLedger } from '@minutier/testing';

/** A program that also takes facts as they stand, of parts of the product that a journey is not about. */
export const FACT_WRITING = { program: 'test/journeys/fact-writing-server.js' };

/** Writes facts of other parts of the product as the registrar; the read models have them when it resolves. */
export function writeFacts(
  ledger: RunningLedger,
  stream: string,
  ...facts: readonly [string, object][]
): Promise<void> {
  const { registrar } = ledger.cast;
  const written = facts.map(([type, data]) => ({ type, data }));
  return ledger.tell(JSON.stringify({ stream, actor: registrar, role: 'registrar', facts: written }));
}
