/** An option's key as the client reads it: `node_preference`, `node-preference` and `nodePreference` are one. */
const flat = (key: string): string => key.trim().toLowerCase().replace(/[_-]/g, '');

const KEEP_ALIVE_TIMEOUT_MS = 5_000;

/**
 * The configured connection string with the options on which this driver's promises rest. Reads go to the leader,
 * since a follower was seen to be stale just after an acknowledgement; a wrong revision must reject, since only the
 * rejection tells the true one. Silence is noticed within 15 s unless the configuration says otherwise.
 *
 * `generation` makes each client's options differ by some milliseconds: the transport shares connections between
 * clients of equal options, the broken ones and those that wait up to minutes before they try again included.
 */
export function careful(connectionString: string, generation: number): string {
  const [address, query = ''] = connectionString.trim().split('?', 2) as [string, string?];
  const configured = query.split('&').filter((option) => option !== '');
  const [kept, keepAliveTimeout] = without(configured, 'keepAliveTimeout');
  const [others] = without(without(kept, 'nodePreference')[0], 'throwOnAppendFailure');
  const timeoutMs = Number(keepAliveTimeout ?? KEEP_ALIVE_TIMEOUT_MS);
  const own = timeoutMs < 0 ? timeoutMs : timeoutMs + (generation % 100);
  return `${address}?${[...others, 'nodePreference=leader', 'throwOnAppendFailure=true', `keepAliveTimeout=${own}`].join('&')}`;
}

/** The options but one, and that one's value. */
function without(options: readonly string[], key: string): [string[], string | undefined] {
  const isIt = (option: string): boolean => flat(option.split('=', 1)[0]!) === flat(key);
  return [options.filter((option) => !isIt(option)), options.findLast(isIt)?.split('=', 2)[1]];
}
