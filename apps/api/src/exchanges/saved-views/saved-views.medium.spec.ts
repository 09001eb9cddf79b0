import { LIST_LIMITS } from '@soc-coop/contracts';
import type { CreateSavedViewInput } from '@soc-coop/dto';
import { testApp, type TestApp } from '../../../test/support/app';
import { freshKey } from '../../../test/support/browser';
import type { StaffActor } from '../../platform/context';
import { SavedViewsService } from './saved-views.service';

let test: TestApp;
let [elena, andrei, ioana, maria, carmen]: StaffActor[] = [];

beforeAll(async () => {
  test = await testApp();
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  andrei = await test.actor('andrei.marin@ct.ajpis.example');
  ioana = await test.actor('ioana.dumitru@ct.ajpis.example');
  maria = await test.actor('maria.ivanova@dob.asp.example');
  carmen = await test.actor('carmen.ilie@anpis.example');
}, 120_000);
afterEach(async () => {
  await test.behind('delete from saved_view');
});
afterAll(async () => {
  await test.close();
});

const views = () => test.app.get(SavedViewsService);
const view = (name: string, more: Partial<CreateSavedViewInput> = {}): CreateSavedViewInput => ({
  idempotencyKey: freshKey(),
  name,
  queue: 'NEEDS_ME',
  filter: { handler: 'NOBODY', urgency: 'URGENT', waitingDays: 3, type: null },
  sort: 'NEWEST',
  columns: ['TYPE', 'HANDLER'],
  pageSize: 50,
  shared: false,
  ...more,
});
const namesOf = async (actor: StaffActor): Promise<string[]> =>
  (await views().list(actor)).map(({ name }) => name);

describe('a saved view', () => {
  it('is given back as it was kept, to its owner alone, in every unit of theirs', async () => {
    const made = await views().create(elena!, view('Urgențe fără om'));
    expect(made).toMatchObject({
      name: 'Urgențe fără om',
      queue: 'NEEDS_ME',
      filter: { handler: 'NOBODY', urgency: 'URGENT', waitingDays: 3 },
      sort: 'NEWEST',
      columns: ['TYPE', 'HANDLER'],
      pageSize: 50,
      version: 1,
    });
    expect(await namesOf(elena!)).toEqual(['Urgențe fără om']);
    for (const other of [andrei!, ioana!, maria!, carmen!]) expect(await namesOf(other)).toEqual([]);
  });

  it('holds known filters only, whatever else comes along', async () => {
    const filter = { handler: 'ME' as const, text: 'Щерев 7730159420' };
    const made = await views().create(elena!, view('Ale mele', { filter }));
    const [row] = await test.behind<{ filter: object }>('select filter from saved_view where id = $1', [
      made.id,
    ]);
    expect(row?.filter).toEqual({ handler: 'ME' });
  });

  it('has no name with a long number, and no other view of the same name', async () => {
    for (const name of ['Dosar 000004', 'CNP 1800101221144', 'ЕГН ٧٧٣٠١٥'])
      await expect(views().create(elena!, view(name))).rejects.toMatchObject({
        code: 'exchange.viewNameWithNumber',
      });
    await views().create(elena!, view('Peste 10 zile în 2026'));
    await expect(views().create(elena!, view('PESTE 10 zile în 2026'))).rejects.toMatchObject({
      code: 'exchange.viewNameTaken',
    });
    await views().create(andrei!, view('Peste 10 zile în 2026'));
  });

  it('is changed only as its owner saw it last', async () => {
    const { id } = await views().create(elena!, view('Prima'));
    const change = (name: string, version: number, actor = elena!) =>
      views().update(actor, Object.assign(view(name), { id, version }));
    expect(await change('A doua', 1)).toMatchObject({ name: 'A doua', version: 2 });
    await expect(change('A treia', 1)).rejects.toMatchObject({ code: 'request.stale' });
    await expect(change('A mea', 2, andrei)).rejects.toMatchObject({ code: 'exchange.viewNotFound' });
    expect(await namesOf(elena!)).toEqual(['A doua']);
  });

  it('is removed once, and made again when that is taken back', async () => {
    const { id } = await views().create(elena!, view('Prima'));
    const input = { id, idempotencyKey: freshKey() };
    expect(await views().remove(elena!, input)).toBe(id);
    expect(await views().remove(elena!, input)).toBe(id);
    await expect(views().remove(elena!, { id, idempotencyKey: freshKey() })).rejects.toMatchObject({
      code: 'exchange.viewNotFound',
    });
    await views().create(elena!, view('Prima'));
    expect(await namesOf(elena!)).toEqual(['Prima']);
  });

  it('is kept at most fifty times by one person, also when requests race', async () => {
    const some = Array.from({ length: LIST_LIMITS.savedViews - 2 }, (_, at) => view(`Lista ${at}`));
    for (const input of some) await views().create(elena!, input);
    const race = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((name) => views().create(elena!, view(name))),
    );
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(views().create(elena!, view('încă una'))).rejects.toMatchObject({
      code: 'exchange.tooManyViews',
      params: { limit: 50 },
    });
  }, 60_000);

  it('leaves one event for each change, without its name', async () => {
    await test.behind(`delete from audit_event where action like 'savedView.%'`);
    await views().create(elena!, view('Nume de listă'));
    const events = await test.behind<{ body: string }>(
      `select body from audit_event where action = 'savedView.create'`,
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.body).not.toContain('Nume de listă');
  });
});

describe('a view of the unit', () => {
  it('is hung up by a coordinator, seen by the unit and by no other one', async () => {
    await expect(views().create(elena!, view('A noastră', { shared: true }))).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    await views().create(ioana!, view('A noastră', { shared: true }));
    expect(await namesOf(elena!)).toEqual(['A noastră']);
    expect(await namesOf(maria!)).toEqual([]);
  });

  it('is changed by whoever made it, and taken down by coordinators', async () => {
    const { id, version } = await views().create(ioana!, view('A noastră', { shared: true }));
    await expect(views().update(elena!, Object.assign(view('A mea'), { id, version }))).rejects.toMatchObject(
      {
        code: 'exchange.viewNotFound',
      },
    );
    await expect(views().remove(elena!, { id, idempotencyKey: freshKey() })).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    expect(await views().remove(ioana!, { id, idempotencyKey: freshKey() })).toBe(id);
  });

  it('stays behind row-level security, also where a statement forgets whose it is', async () => {
    await views().create(elena!, view('Numai a mea'));
    await views().create(ioana!, view('A noastră', { shared: true }));
    const seen = await test.asUnit<{ name: string }>(maria!.unitId, 'select name from saved_view');
    expect(seen).toEqual([]);
    const here = await test.asUnit<{ name: string }>(elena!.unitId, 'select name from saved_view');
    expect(here).toEqual([{ name: 'A noastră' }]);
    const changed = `with changed as (update saved_view set name = 'x' returning name) select * from changed`;
    expect(await test.asUnit(elena!.unitId, changed)).toEqual([]);
  });
});
