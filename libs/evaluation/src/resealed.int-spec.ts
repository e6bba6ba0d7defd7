import { randomUUID } from 'node:crypto';

import type { Sealed } from '@minutier/ledger';
import { opened, type Vault } from '@minutier/vault';

import { CANDIDACY_ID, caseStudyAssessed, companyAssessed } from '../../candidacy/src/candidacy.examples.js';
import { AT, VaultFolder } from '../../vault/src/vault.examples.js';
import { resealed } from './resealed.js';
import type { StandingEvaluation } from './standing-evaluation.js';

let folder: VaultFolder;
let vault: Vault;
const [giver, receiver] = [randomUUID(), randomUUID()];
const receiving = { personId: receiver, candidacyId: CANDIDACY_ID, commandId: randomUUID(), move: 1 };
const TEXTS = { company: { name: 'Agence Exemple' }, missions: 'Plan média', appreciation: 'Soigné' };

beforeEach(async () => {
  folder = await VaultFolder.make();
  vault = await folder.open();
});
afterEach(() => folder.remove());

/** A company assessment whose three texts are sealed under the giver's key. */
async function given(): Promise<StandingEvaluation> {
  const sealed = (text: unknown): Promise<Sealed> => vault.seal(giver, 'appraisal', randomUUID(), text);
  const { type, data } = companyAssessed();
  const facts = { ...data.facts!, company: await sealed(TEXTS.company), missions: await sealed(TEXTS.missions) };
  return { type, eventId: 'e1', data: { ...data, facts, appreciation: await sealed(TEXTS.appreciation) } };
}

describe('an evaluation that goes to another person', () => {
  it('reads the same under that person’s key, and outlives the key of whom it left', async () => {
    const before = await given();
    const after = (await resealed(before, receiving, vault)) as StandingEvaluation;
    await vault.destroyKey(giver, 'appraisal', AT);
    const { company, missions, appreciation } = TEXTS;
    const { data } = await opened(vault, after);
    expect(data).toMatchObject({ facts: { company, missions, companyTutorId: expect.any(String) }, appreciation });
    expect((await opened(vault, before)).data).toMatchObject({ appreciation: { erased: true } });
  });

  it('gets the same seals’ ids when the command is repeated', async () => {
    const before = await given();
    const twice = [await resealed(before, receiving, vault), await resealed(before, receiving, vault)];
    const ids = twice.map((one) => ((one as StandingEvaluation).data.appreciation as Sealed).sealId);
    expect(ids[0]).toBe(ids[1]);
  });

  it('cannot go once its texts can be read no more, or nothing can be sealed for the other', async () => {
    const before = await given();
    await vault.seal(receiver, 'appraisal', randomUUID(), 'some text');
    await vault.destroyKey(receiver, 'appraisal', AT);
    expect(await resealed(before, receiving, vault)).toBe('erased');
    await vault.destroyKey(giver, 'appraisal', AT);
    expect(await resealed(before, { ...receiving, personId: randomUUID() }, vault)).toBe('erased');
  });

  it('goes as it is where nothing in it is sealed', async () => {
    const { type, data } = caseStudyAssessed();
    const bare = { type, data, eventId: 'e1' } as const;
    await vault.destroyKey(giver, 'appraisal', AT);
    expect(await resealed(bare, receiving, vault)).toEqual(bare);
  });
});
