import type { CreateUnitInput, UpdateUnitInput } from '@soc-coop/dto';
import { organisations } from '@soc-coop/reference';
import { staff } from '../../test/support/staff';
import { testPlatform, type TestPlatform } from '../../test/support/platform';
import { Policy } from '../access';
import { PolicyUnitRights } from '../access/policy-unit-rights';
import { ANONYMOUS, type StaffActor } from '../platform/context';
import { Database, newId } from '../platform/database';
import { seedReference, withSeeding } from '../seed';
import { ManageUnitsService } from './manage-units.service';
import { UnitLoader } from './unit.loader';
import { UnitWritesRepository } from './unit-writes.repository';
import type { UnitRow } from './unit.row';
import { UnitsRepository } from './units.repository';
import { UnitsService } from './units.service';

/** Counts what reaches the database. */
class CountingDatabase extends Database {
  statements = 0;

  override async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    this.statements += 1;
    return super.query<Row>(sql, params);
  }
}

describe('the directory', () => {
  let platform: TestPlatform;
  let units: UnitsService;
  let manage: ManageUnitsService;
  let loader: UnitLoader;
  const database = new CountingDatabase();
  const unit: Record<string, UnitRow> = {};
  let admin: StaffActor;
  let officer: StaffActor;

  beforeAll(async () => {
    platform = await testPlatform();
    await withSeeding(platform.ownerUrl, seedReference);
    const rights = new PolicyUnitRights(new Policy());
    const repository = new UnitsRepository(database);
    units = new UnitsService(platform.acts, rights, repository);
    manage = new ManageUnitsService(platform.acts, rights, repository, new UnitWritesRepository(database));
    loader = new UnitLoader(units);
    for (const code of ['RO-ANPIS', 'RO-AJPIS-CT', 'RO-AJPIS-OT', 'BG-ASA', 'BG-RDSA-DOB', 'BG-DSA-DOB-2'])
      unit[code] = (await platform.unitOfWork.run(ANONYMOUS, () => repository.findByCode(code)))!;
    admin = staff(unit['RO-ANPIS']!, 'ADMINISTRATOR');
    officer = staff(unit['RO-AJPIS-CT']!, 'CASEWORKER');
  });
  afterAll(async () => {
    await platform.close();
  });

  const codes = async (filter: Parameters<UnitsService['find']>[1]): Promise<string[]> =>
    (await units.find(officer, filter, { first: 100 })).edges.map(({ node }) => node.code);

  describe('finds units', () => {
    it.each([
      ['Constanța', 'RO-AJPIS-CT'],
      ['constanta', 'RO-AJPIS-CT'],
      ['Constanţa', 'RO-AJPIS-CT'],
      ['Констанца', 'RO-AJPIS-CT'],
      ['AJPIS CT', 'RO-AJPIS-CT'],
      ['Добрич', 'BG-RDSA-DOB'],
      ['dobrich рдсп', 'BG-RDSA-DOB'],
      ['Bazargic', 'BG-RDSA-DOB'],
      ['Craiova', 'RO-AJPIS-DJ'],
      ['Подпомагане Търново', 'BG-RDSA-VTR'],
    ])('by "%s"', async (text, code) => {
      expect(await codes({ text })).toContain(code);
    });

    it.each(['%', '_', '\\', '…', "'; drop table unit; --"])('but none by "%s"', async (text) => {
      expect(await codes({ text })).toEqual([]);
    });

    it('by country, territory, competence and parent', async () => {
      const bulgarian = await codes({ country: 'BG', territory: 'BG-08', competence: 'EX02' });
      expect(bulgarian).toContain('BG-RDSA-DOB');
      expect(bulgarian.every((code) => code.startsWith('BG-'))).toBe(true);
      expect(await codes({ parent: unit['RO-ANPIS']!.id, text: 'Olt' })).toContain('RO-AJPIS-OT');
      expect(await codes({ country: 'RO', territory: 'BG-08' })).toEqual([]);
      expect(await codes({ competence: 'EX06', territory: 'BG-08' })).toEqual([]);
    });

    it('page by page, each once, with a count that stays', async () => {
      const bulgarian = organisations.filter(({ country }) => country === 'BG').map(({ id }) => id);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await units.find(officer, { country: 'BG' }, { first: 20, after });
        expect(page.total).toEqual({ value: bulgarian.length, capped: false });
        seen.push(...page.edges.map(({ node }) => node.code));
        after = page.hasNextPage ? page.edges.at(-1)!.cursor : null;
      } while (after !== null);
      expect(seen).toHaveLength(bulgarian.length);
      expect(new Set(seen)).toEqual(new Set(bulgarian));
    });

    it('for nobody who is not signed in', async () => {
      await expect(units.find(ANONYMOUS, {}, {})).rejects.toMatchObject({ code: 'access.signInRequired' });
    });
  });

  it('asks one question per kind, however many units a page has', async () => {
    const page = await units.find(officer, {}, { first: 100 });
    const context = { loaders: new Map() };
    database.statements = 0;
    const read = page.edges.flatMap(({ node }) => [
      loader.find(context, node.parentId ?? node.id),
      loader.children(context, node.id),
      loader.territories(context, node.id),
      loader.competences(context, node.id),
      loader.contactPoints(context, node.id),
    ]);
    expect((await Promise.all(read)).length).toBe(500);
    expect(database.statements).toBe(5);
  });

  it('knows the line of a unit up to its ministry, and whose numbers it uses', async () => {
    const balchik = unit['BG-DSA-DOB-2']!;
    const line = (await units.lineagesOf([balchik.id])).get(balchik.id)!.lineage;
    const above = (await units.byIds(line)).map((row) => row?.code);
    expect(above).toEqual(['BG-DSA-DOB-2', 'BG-RDSA-DOB', 'BG-ASA', 'BG-MIN']);
    expect(await units.numberingOf(balchik.id)).toEqual({ unitId: unit['BG-RDSA-DOB']!.id, code: 'BG-DOB' });
    expect(await units.numberingOf(unit['RO-AJPIS-CT']!.id)).toMatchObject({ code: 'RO-CT' });
  });

  const name = { ro: 'Punct de lucru Medgidia', bg: 'Офис Меджидия', en: 'Medgidia office' };
  const creation = (changes: Partial<CreateUnitInput> = {}): CreateUnitInput => ({
    idempotencyKey: newId(),
    code: `RO-TEST-${newId().slice(-8)}`,
    country: 'RO',
    kind: 'COUNTY_AGENCY',
    parent: unit['RO-AJPIS-CT']!.id,
    name,
    shortName: name,
    territories: ['RO-CT'],
    competences: ['EX02'],
    languages: ['ro'],
    contactPoints: [{ kind: 'PHONE', value: '+40 241 000 000' }],
    ...changes,
  });
  const change = (id: string, version: number, changes: Partial<UpdateUnitInput>): UpdateUnitInput => ({
    idempotencyKey: newId(),
    id,
    version,
    ...changes,
  });
  const events = async (id: string): Promise<unknown[]> =>
    platform.behind(
      `select action, outcome, reason from audit_event where resource_id = $1 order by at, id`,
      [id],
    );

  describe('is kept by administrators', () => {
    it('who add a unit once, however often the same request comes', async () => {
      const input = creation();
      const id = await manage.create(admin, input);
      expect(await manage.create(admin, input)).toBe(id);
      expect(await codes({ text: 'Меджидия' })).toContain(input.code);
      expect(await units.contactPointsOf([id])).toEqual([
        [{ kind: 'PHONE', value: '+40 241 000 000', note: null }],
      ]);
      expect(await events(id)).toEqual([{ action: 'unit.create', outcome: 'ALLOWED', reason: null }]);
    });

    it.each<[string, () => Partial<CreateUnitInput>, string]>([
      ['a code that is taken', () => ({ code: 'RO-AJPIS-CT' }), 'directory.unitCodeTaken'],
      ['a parent across the river', () => ({ parent: unit['BG-ASA']!.id }), 'directory.parentInvalid'],
      ['a parent that is not there', () => ({ parent: newId() }), 'directory.parentInvalid'],
      ['a territory across the river', () => ({ territories: ['BG-08'] }), 'directory.territoryUnknown'],
      ['a kind nobody knows', () => ({ kind: 'CASTLE' }), 'directory.kindUnknown'],
      ['a type nobody knows', () => ({ competences: ['EX99'] }), 'directory.competenceUnknown'],
      ['the other country', () => ({ country: 'BG', code: 'BG-TEST-1' }), 'access.forbidden'],
    ])('but not with %s', async (_, changes, code) => {
      await expect(manage.create(admin, creation(changes()))).rejects.toMatchObject({ code });
    });

    it('and by nobody else', async () => {
      const input = change(unit['RO-AJPIS-CT']!.id, 1, { active: false });
      await expect(manage.update(officer, input)).rejects.toMatchObject({ code: 'access.forbidden' });
      expect(await events(input.id)).toEqual([
        { action: 'unit.update', outcome: 'REFUSED', reason: 'access.forbidden' },
      ]);
    });

    it('who change what they name and nothing else', async () => {
      const id = await manage.create(admin, creation());
      const [before] = await units.byIds([id]);
      await manage.update(admin, change(id, 1, { shortName: { ...name, en: 'Renamed' }, competences: [] }));
      const [after] = await units.byIds([id]);
      expect(after).toEqual({ ...before, shortName: { ...name, en: 'Renamed' }, version: 2 });
      expect(await units.competencesOf([id])).toEqual([[]]);
      expect(await units.territoriesOf([id])).toMatchObject([[{ code: 'RO-CT' }]]);
      expect(await codes({ text: 'renamed constanta' })).toContain(before!.code);
    });

    it('one of whom wins when two change the same version', async () => {
      const id = await manage.create(admin, creation());
      const attempts = await Promise.allSettled(
        ['one', 'two', 'three'].map((en) => manage.update(admin, change(id, 1, { name: { ...name, en } }))),
      );
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const lost = attempts.filter((attempt) => attempt.status === 'rejected');
      expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual([
        'request.stale',
        'request.stale',
      ]);
    });

    it('who never close a circle, not even two at once', async () => {
      const upper = await manage.create(admin, creation());
      const lower = await manage.create(admin, creation({ parent: upper }));
      await expect(manage.update(admin, change(upper, 1, { parent: lower }))).rejects.toMatchObject({
        code: 'directory.parentInvalid',
      });
      await expect(manage.update(admin, change(upper, 1, { parent: upper }))).rejects.toMatchObject({
        code: 'directory.parentInvalid',
      });
      const [left, right] = [await manage.create(admin, creation()), await manage.create(admin, creation())];
      const moves = await Promise.allSettled([
        manage.update(admin, change(left, 1, { parent: right })),
        manage.update(admin, change(right, 1, { parent: left })),
      ]);
      expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  it('lets the app role change units only, never the reference data', async () => {
    const attempt = (sql: string) => platform.unitOfWork.run(admin, () => database.execute(sql));
    for (const sql of [
      `update country set name_en = 'x'`,
      `delete from territory`,
      `delete from unit`,
      `delete from working_calendar_day`,
    ])
      await expect(attempt(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
