import type { AccountRow, VisibleAccount } from './account.row';

/**
 * The views of rows of accounts: of one row, readers with the same rights get the same object, so that what is written
 * of it can be kept with it. A row read anew has views of its own.
 */
export class AccountViews {
  private readonly kept = new WeakMap<AccountRow, Map<string, VisibleAccount>>();

  /** The view for those who may know the name and the address, or not. */
  of(row: AccountRow, named: boolean, reachable: boolean, make: () => VisibleAccount): VisibleAccount {
    const views = this.kept.get(row) ?? new Map<string, VisibleAccount>();
    this.kept.set(row, views);
    const rights = `${named} ${reachable}`;
    const view = views.get(rights) ?? make();
    views.set(rights, view);
    return view;
  }
}
