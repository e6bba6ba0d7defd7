import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Answer, onEachStore, type RequestHeaders } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, openClassroom } from './classroom.js';

const MIB = 1024 * 1024;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

onEachStore('What lies under a mark', (ledger) => {
  let room: Classroom;
  let candidacy: string;
  let evaluationId: string;
  const authority = { code: 'examination-office', document: 'NOTE-12' };
  const copy = Buffer.concat([Buffer.from('Copie de Camille MARTIN, épreuve EC-2019-03.'), randomBytes(200_000)]);
  const read = (path: string): Promise<Answer['body']> => ledger.as('registrar').read(path);
  const give = (path: string, body: object, headers?: RequestHeaders): Promise<Answer> =>
    ledger.as('registrar').post(`candidacies/${candidacy}/${path}`, body, headers);
  const record = async (path: string, body: object): Promise<Answer['body']> =>
    ledger.as('registrar').record(`candidacies/${candidacy}/${path}`, body);

  function send(bytes: Buffer | ReadableStream, headers: RequestHeaders = {}, to = candidacy): Promise<Answer> {
    const { credentials } = ledger.as('registrar');
    return ledger.as('registrar').send(`candidacies/${to}/evidence-files`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...credentials, ...headers },
      body: bytes,
      duplex: 'half',
    });
  }

  /** The file as it is handed out. */
  async function download(evidenceId: string, question = '', of = candidacy) {
    const answer = await fetch(`${ledger.url}/api/v1/candidacies/${of}/evidence/${evidenceId}/file${question}`);
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  }
  const problemOf = async (evidenceId: string, question?: string, of?: string) => {
    const { answer, bytes } = await download(evidenceId, question, of);
    return [answer.status, JSON.parse(bytes.toString()).code];
  };

  const piece = (changes: object) => ({
    about: { kind: 'evaluation', id: evaluationId },
    what: 'copy',
    mediaType: 'application/pdf',
    retentionClass: 'copies',
    ...changes,
  });
  async function attached(bytes: Buffer, changes: object = {}): Promise<Answer['body']> {
    const { body } = await send(bytes);
    return record('evidence', piece({ fileId: body.fileId, ...changes }));
  }
  const filesOf = async (folder: string) => readdir(join(ledger.folder, 'evidence', folder)).catch(() => []);

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
    [candidacy] = room.candidacies as [string];
    const path = `candidacies/${candidacy}/case-studies`;
    ({ evaluationId } = await ledger.as('assessor').record(path, room.caseStudy('14.5')));
  });

  it('is sent as a file, attached, listed and handed out as it was', async () => {
    const sent = await send(copy);
    expect([sent.status, sent.body]).toEqual([
      201,
      { fileId: expect.any(String), sizeBytes: copy.length, sha256: sha256(copy) },
    ]);
    const { evidenceId, receipt } = await record('evidence', piece({ fileId: sent.body.fileId }));
    const { items } = await read(`candidacies/${candidacy}/evidence?atLeast=${receipt}`);
    expect(items).toMatchObject([
      {
        ...{ evidenceId, what: 'copy', standing: 'attached', sizeBytes: copy.length, purged: null },
        about: { kind: 'evaluation', id: evaluationId },
        place: `evidence/${sent.body.fileId}`,
        digest: { alg: 'HMAC-SHA-256', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
    // The digest is keyed: whoever has a file in hand learns nothing from the ledger alone.
    expect(items[0].digest.value).not.toBe(sha256(copy));
    const { answer, bytes } = await download(evidenceId);
    expect(bytes.equals(copy)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${evidenceId}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    });
  });

  it('is unreadable on the disk', async () => {
    const names = await filesOf(candidacy);
    expect(names).toHaveLength(1);
    const kept = await readFile(join(ledger.folder, 'evidence', candidacy, names[0]!));
    expect(kept.includes('MARTIN')).toBe(false);
    expect(kept.includes(copy.subarray(-1_000))).toBe(false);
  });

  it('is received once where the same is sent again, and attached once', async () => {
    const key = uuid();
    const bytes = randomBytes(30_000);
    const first = await send(bytes, { 'idempotency-key': key });
    expect((await send(bytes, { 'idempotency-key': key })).body).toEqual(first.body);
    const other = await send(randomBytes(30_000), { 'idempotency-key': key });
    expect([other.status, other.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
    const attach = piece({ what: 'grid', fileId: first.body.fileId });
    const again = { 'idempotency-key': uuid() };
    const receipts = await Promise.all([1, 2, 3].map(() => give('evidence', attach, again)));
    expect(receipts.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(receipts.map(({ body }) => body)).toEqual([receipts[0]!.body, receipts[0]!.body, receipts[0]!.body]);
    const refused = await give('evidence', attach);
    expect([refused.status, refused.body.code]).toEqual([409, 'EVIDENCE_ALREADY_ATTACHED']);
  });

  it('is of its own candidate: a file sent for one lies under no other’s marks', async () => {
    const { body } = await send(randomBytes(1_000), {}, room.candidacies[1]);
    const refused = await give('evidence', piece({ fileId: body.fileId }));
    expect([refused.status, refused.body.code, refused.body.pointer]).toEqual([
      409,
      'EVIDENCE_FILE_UNKNOWN',
      '/fileId',
    ]);
    expect(await problemOf(uuid())).toEqual([404, 'NOT_FOUND']);
  });

  it('may be kept elsewhere: its digest is keyed all the same, and its plain one is nowhere in the ledger', async () => {
    const keptElsewhere = { place: 'coffre-2019/000417', sizeBytes: 184_213, sha256: sha256(randomBytes(10)) };
    const { evidenceId, receipt } = await record('evidence', piece({ what: 'scan', keptElsewhere }));
    const { items } = await read(`candidacies/${candidacy}/evidence?atLeast=${receipt}`);
    expect(items.at(-1)).toMatchObject({ evidenceId, place: 'coffre-2019/000417', sizeBytes: 184_213 });
    const events = await read(`audit/events?candidacy=${candidacy}&type=EvidenceAttached`);
    expect(JSON.stringify(events)).not.toContain(keptElsewhere.sha256);
    expect(await problemOf(evidenceId)).toEqual([409, 'EVIDENCE_KEPT_ELSEWHERE']);
    const named = await give('evidence', piece({ keptElsewhere: { ...keptElsewhere, place: 'evidence/mine' } }));
    expect([named.status, named.body.code, named.body.pointer]).toEqual([400, 'NOT_A_CODE', '/keptElsewhere/place']);
    const none = await give('evidence', piece({}));
    expect([none.status, none.body.code]).toEqual([409, 'EVIDENCE_FILE_UNNAMED']);
  });

  it('is replaced and withdrawn with a reason; both stay named, as of each moment', async () => {
    const first = await attached(randomBytes(2_000), { what: 'report' });
    const { body: better } = await send(randomBytes(3_000));
    const reason = { reason: 'unreadable', explanation: 'Page 3 illisible', authority };
    const path = `evidence/${first.evidenceId}`;
    const second = await record(`${path}/replacements`, {
      ...{ mediaType: 'image/png', fileId: better.fileId },
      ...reason,
    });
    const withdrawal = { reason: 'wrong-candidate', authority };
    const { receipt } = await record(`evidence/${second.evidenceId}/withdrawals`, withdrawal);
    const { items } = await read(`candidacies/${candidacy}/evidence?atLeast=${receipt}`);
    expect(items.slice(-2)).toMatchObject([
      { evidenceId: first.evidenceId, standing: 'replaced', replacedBy: second.evidenceId },
      {
        ...{ evidenceId: second.evidenceId, standing: 'withdrawn', mediaType: 'image/png', what: 'report' },
        replaces: { evidenceId: first.evidenceId, reason: { code: 'unreadable', text: 'Page 3 illisible' } },
        withdrawn: { reason: { code: 'wrong-candidate' }, authority },
      },
    ]);
    const again = await give(`${path}/replacements`, { mediaType: 'image/png', fileId: better.fileId, ...reason });
    expect([again.status, again.body.code]).toEqual([409, 'EVIDENCE_ALREADY_REPLACED']);
  });

  it('is destroyed for good: that it existed stays', async () => {
    const before = (await filesOf(candidacy)).length;
    const { evidenceId } = await attached(randomBytes(5_000), { what: 'letter' });
    expect(await filesOf(candidacy)).toHaveLength(before + 1);
    const stale = await give(`evidence/${evidenceId}/purges`, { authority }, { 'if-match': '"0"' });
    expect([stale.status, (await filesOf(candidacy)).length]).toEqual([412, before + 1]);
    // The default rules keep copies for years; an erasure does not wait for them.
    const early = await give(`evidence/${evidenceId}/purges`, { authority });
    expect([early.status, early.body.code]).toEqual([409, 'RETENTION_NOT_ENDED']);
    const erasureId = uuid();
    const { receipt } = await record(`evidence/${evidenceId}/purges`, { authority, erasureId });
    expect(await filesOf(candidacy)).toHaveLength(before);
    const { items } = await read(`candidacies/${candidacy}/evidence?atLeast=${receipt}`);
    expect(items.at(-1)).toMatchObject({ evidenceId, purged: { basis: 'erasure', erasureId } });
    expect(await problemOf(evidenceId)).toEqual([409, 'EVIDENCE_ALREADY_PURGED']);
    const again = await give(`evidence/${evidenceId}/purges`, { authority });
    expect([again.status, again.body.code]).toEqual([409, 'EVIDENCE_ALREADY_PURGED']);
  });

  it('is said to be altered, or missing, where the disk no longer holds what was attached', async () => {
    const { evidenceId, receipt } = await attached(randomBytes(8_000), { what: 'recording' });
    const { items } = await read(`candidacies/${candidacy}/evidence?atLeast=${receipt}`);
    const path = join(ledger.folder, items.at(-1).place.replace('evidence/', `evidence/${candidacy}/`));
    const kept = await readFile(path);
    kept[4_000]! ^= 1;
    await writeFile(path, kept);
    expect(await problemOf(evidenceId)).toEqual([500, 'EVIDENCE_FILE_ALTERED']);
    await rm(path);
    expect(await problemOf(evidenceId)).toEqual([500, 'EVIDENCE_FILE_MISSING']);
  });

  it('is refused where it is no file, is too large, or is sent to what takes none', async () => {
    const before = await filesOf(candidacy);
    const tooLarge = await send(Buffer.alloc(25 * MIB + 1));
    expect([tooLarge.status, tooLarge.body.code]).toEqual([413, 'FILE_TOO_LARGE']);
    const empty = await send(Buffer.alloc(0));
    expect([empty.status, empty.body.code]).toEqual([400, 'NOT_A_FILE']);
    const json = await give('evidence-files', { a: 1 });
    expect([json.status, json.body.code]).toEqual([415, 'NOT_A_FILE']);
    const nobody = await send(copy, { 'minutier-actor': uuid() });
    expect([nobody.status, nobody.body.code]).toEqual([403, 'ACTOR_UNKNOWN']);
    const absent = await send(copy, {}, uuid());
    expect([absent.status, absent.body.code]).toEqual([404, 'CANDIDACY_NOT_FOUND']);
    const elsewhere = await ledger.as('registrar').post('persons', 'x', { 'content-type': 'application/octet-stream' });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
    const malformed = await send(copy, {}, 'not-an-id');
    expect([malformed.status, malformed.body.code, malformed.body.parameter]).toEqual([
      400,
      'NOT_A_UUID',
      'candidacyId',
    ]);
    expect(await filesOf(candidacy)).toEqual(before);
    expect(await filesOf('.incoming')).toEqual([]);
  });

  it('may have 25 MiB', async () => {
    const bytes = randomBytes(25 * MIB);
    const { evidenceId, receipt } = await attached(bytes, { what: 'scan' });
    expect((await download(evidenceId, `?atLeast=${receipt}`)).bytes.equals(bytes)).toBe(true);
  });

  it('is there after a restart', async () => {
    const { items } = await read(`candidacies/${candidacy}/evidence`);
    await ledger.stop();
    await ledger.start();
    expect((await read(`candidacies/${candidacy}/evidence`)).items).toEqual(items);
    expect((await download(items[0].evidenceId)).bytes.equals(copy)).toBe(true);
  });
});
