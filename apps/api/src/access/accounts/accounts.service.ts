import { Injectable } from '@nestjs/common';
import { APPROVING_ROLES, HANDLING_ROLES } from '@soc-coop/contracts';
import { searchWords } from '@soc-coop/domain';
import type { AccountFilter } from '@soc-coop/dto';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { type Actor, currentActor } from '../../platform/context';
import { SecretBox } from '../../platform/crypto';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import {
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../../platform/paging';
import { officeDay } from '../membership';
import { type AccountFacts, accountListPredicate, Policy } from '../policy';
import type { AccountRow, MembershipRow, VisibleAccount } from './account.row';
import { AccountsRepository, FIRST_FREE_PARAMETER } from './accounts.repository';
import { AccountViews } from './account-views';
import { pseudonymOf } from './pseudonym';

/** What the policy must know of an account. */
export const factsOfAccount = ({ id, country, unitIds }: AccountRow): AccountFacts => ({
  accountId: id,
  country,
  unitIds,
});

/** The place a page begins at; anything the database could stumble over is refused here. */
const placeOf = (cursor: string): readonly string[] => {
  const place = decodeCursor(cursor, 2);
  if (!isUuid(place[1] ?? '')) throw new DomainError('request.cursorInvalid');
  return place;
};

/** Questions about people. What of a person an actor may see is decided here, field by field. */
@Injectable()
export class AccountsService {
  private readonly views = new AccountViews();

  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly accounts: AccountsRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** One page of the people the actor may see; audited. */
  async find(actor: Actor, filter: AccountFilter, page: PageRequest): Promise<Page<VisibleAccount>> {
    return this.acts.view(actor, { action: 'account.list' }, async (note) => {
      this.policy.require(actor, 'account:list');
      const byName = this.mayKnowNames(actor);
      const words = searchWords(filter.text ?? '');
      // Who sees pseudonyms must not find out names by searching for them.
      if (!byName && words.length > 0) throw new DomainError('access.forbidden');
      const size = pageSize(page);
      const after = page.after ? placeOf(page.after) : null;
      const day = this.today();
      const query = { words, unit: filter.unit ?? null, role: filter.role ?? null };
      const rights = accountListPredicate(actor, day, { alias: 'a', from: FIRST_FREE_PARAMETER });
      const rows = await this.accounts.find({ day, query, rights, byName, after, limit: size + 1 });
      const total = cappedCount(await this.accounts.count(day, query, rights));
      note.detail({ unit: query.unit, role: query.role, rows: Math.min(rows.length, size) });
      const key = (row: AccountRow): string[] => [byName ? row.searchKey : '', row.id];
      return cutPage(rows, size, total, key, (row) => this.visible(actor, row));
    });
  }

  /**
   * One person, for those who may look people up; audited.
   * @throws DomainError directory.accountNotFound, for a person out of reach too.
   */
  async get(actor: Actor, id: string): Promise<VisibleAccount> {
    const act = { action: 'account.view', resource: { type: 'account', id } };
    return this.acts.view(actor, act, async () => {
      const [row] = isUuid(id) ? await this.accounts.findByIds([id], this.today()) : [];
      if (row === undefined) throw new DomainError('directory.accountNotFound');
      this.policy.require(actor, 'account:view', factsOfAccount(row));
      return this.visible(actor, row);
    });
  }

  /** The people with these ids as the current actor may see them; undefined where there is none. For loaders. */
  async byIds(ids: readonly string[]): Promise<(VisibleAccount | undefined)[]> {
    const actor = currentActor();
    const rows = await this.acts.look(actor, () => this.accounts.findByIds(ids, this.today()));
    const byId = new Map(rows.map((row) => [row.id, this.visible(actor, row)]));
    return ids.map((id) => byId.get(id));
  }

  /** The roles of each of these people, as far as the current actor may know them. For loaders. */
  async membershipsOf(ids: readonly string[]): Promise<MembershipRow[][]> {
    const actor = currentActor();
    return this.acts.look(actor, async () => {
      const rows = await this.accounts.findByIds(ids, this.today());
      const open = rows
        .filter((row) => this.policy.may(actor, 'account:viewRoles', factsOfAccount(row)))
        .map(({ id }) => id);
      const memberships = await this.accounts.findMemberships(open, this.today());
      return ids.map((id) => memberships.filter(({ accountId }) => accountId === id));
    });
  }

  /** Whether each of these people has a second factor; null for who does not administer them. For loaders. */
  async secondFactorsOf(ids: readonly string[]): Promise<(boolean | null)[]> {
    const actor = currentActor();
    return this.acts.look(actor, async () => {
      const rows = await this.accounts.findByIds(ids, this.today());
      const open = rows
        .filter((row) => this.policy.may(actor, 'account:manage', factsOfAccount(row)))
        .map(({ id }) => id);
      const proven = new Set(await this.accounts.findProven(open));
      return ids.map((id) => (open.includes(id) ? proven.has(id) : null));
    });
  }

  /** What the policy must know of a person; null when there is none. For other rooms. */
  async factsOf(id: string): Promise<AccountFacts | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.acts.look(currentActor(), () => this.accounts.findByIds([id], this.today()));
    return row === undefined ? null : factsOfAccount(row);
  }

  /** True for an active account that works on the cases of a unit today. For other rooms. */
  async handlesCasesOf(id: string, unitId: string): Promise<boolean> {
    return this.acts.look(currentActor(), () =>
      this.accounts.holdsRole({ id, unitId, roles: HANDLING_ROLES, day: this.today() }),
    );
  }

  /** Active accounts that may approve what leaves a unit, today. For other rooms. */
  async approversOf(unitId: string): Promise<readonly string[]> {
    return this.acts.look(currentActor(), () =>
      this.accounts.holdersOf(unitId, APPROVING_ROLES, this.today()),
    );
  }

  private mayKnowNames(actor: Actor): boolean {
    return this.policy.may(actor, 'account:searchByName');
  }

  /** What of a row the actor may see; for other rooms, whose statements read people along. */
  visible(actor: Actor, row: AccountRow): VisibleAccount {
    const facts = factsOfAccount(row);
    const named = this.policy.may(actor, 'account:viewName', facts);
    const reachable = this.policy.may(actor, 'account:viewContact', facts);
    return this.views.of(row, named, reachable, () => ({
      id: row.id,
      givenName: named ? row.givenName : '',
      familyName: named ? row.familyName : pseudonymOf(this.box, row.id),
      email: reachable ? row.email : null,
      country: row.country,
      locale: row.locale,
      active: row.active,
      version: row.version,
    }));
  }

  /** The day roles are judged by. */
  today(): string {
    return officeDay(this.clock.now());
  }
}
