import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The way to a server, over TCP, so that a connection can be cut, frozen (not even the transport's pings are answered,
 * as with a stopped process) and refused, while the server behind keeps what it holds.
 */
export class ConnectionGate {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #happenings = new EventEmitter<{ joined: []; left: [] }>();
  #server: Server | undefined;
  #frozen = false;
  #port = 0;

  constructor(private readonly serverPort: number) {}

  get port(): number {
    return this.#port;
  }

  /** Connections that stand. */
  get size(): number {
    return this.#pairs.size;
  }

  async whenEmpty(): Promise<void> {
    while (this.#pairs.size > 0) await once(this.#happenings, 'left');
  }

  async whenConnected(): Promise<void> {
    await once(this.#happenings, 'joined');
  }

  /** Opens at a free port the first time, at the same port ever after. */
  async open(): Promise<void> {
    const server = createServer((client) => this.#join(client));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Refuses new connections; those that stand go on. */
  close(): void {
    this.#server?.close();
    this.#server = undefined;
  }

  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  freeze(): void {
    this.#frozen = true;
    this.strand();
  }

  /** Connections that stand carry nothing any more and do not break; new ones work. */
  strand(): void {
    for (const [client, server] of this.#pairs) {
      client.unpipe(server).pause();
      server.unpipe(client).pause();
    }
  }

  thaw(): void {
    this.#frozen = false;
    for (const [client, server] of this.#pairs) {
      client.pipe(server);
      server.pipe(client);
    }
  }

  #join(client: Socket): void {
    const server = connect(this.serverPort, '127.0.0.1');
    const pair = [client, server] as const;
    this.#pairs.add(pair);
    this.#happenings.emit('joined');
    for (const [socket, other] of [pair, pair.toReversed() as [Socket, Socket]]) {
      // Two hops would otherwise wait 40 ms for each other's acknowledgements.
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        other.destroy();
        this.#pairs.delete(pair);
        this.#happenings.emit('left');
      });
    }
    if (this.#frozen) return;
    client.pipe(server);
    server.pipe(client);
  }
}
