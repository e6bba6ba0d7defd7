/**
 * A group of tests that need a server which fails when it is told to, so the stand-in. They are skipped, and say so,
 * in a run that has set a real server before it.
 */
export function faultsOnDemand(name: string, tests: () => void): void {
  if (!process.env.EVENTSTOREDB_URL) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name} under faults: the server at EVENTSTOREDB_URL does not fail on demand\n`);
  describe.skip(name, tests);
}
