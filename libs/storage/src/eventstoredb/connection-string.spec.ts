import { careful } from './connection-string.js';

describe('the connection string', () => {
  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'esdb://admin:changeit@127.0.0.1:2113/?tls=true&tlsCAFile=/etc/ca.crt',
    'esdb://a:2113,b:2113,c:2113?discoveryInterval=200',
    'esdb+discover://cluster.dns:2113',
  ])('keeps what was configured: %s', (configured) => {
    const [address, query = ''] = configured.split('?') as [string, string?];
    const options = careful(configured, 0);
    expect(options.startsWith(`${address}?`)).toBe(true);
    for (const option of query.split('&')) expect(options).toContain(option);
    expect(options).toContain('nodePreference=leader');
    expect(options).toContain('throwOnAppendFailure=true');
    expect(options).toContain('keepAliveTimeout=5000');
  });

  it('reads from the leader, and hears of wrong revisions, whatever was configured and however it was spelt', () => {
    const options = careful('esdb://a:1?node_preference=follower&tls=false&throwonappendfailure=false', 0);
    expect(options).toBe('esdb://a:1?tls=false&nodePreference=leader&throwOnAppendFailure=true&keepAliveTimeout=5000');
  });

  it('leaves the time after which silence is noticed to the configuration', () => {
    expect(careful('esdb://a:1?keep_alive_timeout=900', 0)).toMatch(/&keepAliveTimeout=900$/);
    expect(careful('esdb://a:1?keepAliveTimeout=-1', 7)).toMatch(/&keepAliveTimeout=-1$/);
  });

  it('shares no connection between two clients', () => {
    expect(careful('esdb://a:1', 1)).not.toBe(careful('esdb://a:1', 2));
    expect(careful('esdb://a:1', 3)).toMatch(/&keepAliveTimeout=5003$/);
  });
});
