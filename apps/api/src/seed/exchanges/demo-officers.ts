import type { Country, Locale, Role } from '@soc-coop/contracts';
import type { StaffActor } from '../../platform/context';
import { type Database, newId } from '../../platform/database';

interface OfficerRow {
  readonly accountId: string;
  readonly email: string;
  readonly locale: Locale;
  readonly country: Country;
  readonly unitId: string;
  readonly unitCode: string;
  readonly role: Role;
  readonly certified: boolean;
}

/** Every third case or so is a colleague's. */
const COLLEAGUE_EVERY = 3;

/** The invented officers who play the cases. */
export class DemoOfficers {
  private constructor(private readonly rows: readonly OfficerRow[]) {}

  /** Reads them, in the order of the list of people. */
  static async load(database: Database, emails: readonly string[]): Promise<DemoOfficers> {
    const rows = await database.query<OfficerRow>(
      `select a.id as "accountId", a.email, a.locale, a.country, u.id as "unitId", u.code as "unitCode", m.role,
         exists (select from certificate c where c.account_id = a.id and c.kind = 'BEN'
           and c.expires_on >= current_date) as certified
       from account a join membership m on m.account_id = a.id join unit u on u.id = m.unit_id
       where a.email = any($1) order by array_position($1::text[], a.email::text)`,
      [emails],
    );
    return new DemoOfficers(rows);
  }

  /** The officer of a unit who works on a case: mostly the first of the list, now and then a colleague. */
  caseworker(unit: string, turn: number): StaffActor {
    const all = this.of(unit, 'CASEWORKER');
    return this.at(all, turn % COLLEAGUE_EVERY === 2 ? 1 % all.length : 0, unit);
  }

  /** Somebody else of the unit who may be in charge of the case: a colleague, or the coordinator. */
  colleague(unit: string, turn: number): StaffActor {
    const { accountId } = this.caseworker(unit, turn);
    const others = [...this.of(unit, 'CASEWORKER'), ...this.of(unit, 'UNIT_COORDINATOR')];
    return this.at(
      others.filter((other) => other.accountId !== accountId),
      0,
      unit,
    );
  }

  /** The one who puts officers in charge. */
  coordinator(unit: string): StaffActor {
    return this.at(this.of(unit, 'UNIT_COORDINATOR'), 0, unit);
  }

  /** The second pair of eyes of a unit. */
  approver(unit: string): StaffActor {
    return this.at(this.of(unit, 'APPROVER'), 0, unit);
  }

  /** The id of a unit that has officers. */
  unitId(unit: string): string {
    const row = this.rows.find(({ unitCode }) => unitCode === unit);
    if (row === undefined) throw new Error(`no demonstration officer works for ${unit}`);
    return row.unitId;
  }

  private of(unit: string, role: Role): readonly OfficerRow[] {
    return this.rows.filter((row) => row.unitCode === unit && row.role === role && row.certified);
  }

  private at(rows: readonly OfficerRow[], index: number, unit: string): StaffActor {
    const row = rows[index] ?? rows[0];
    if (row === undefined) throw new Error(`no demonstration officer for this work in ${unit}`);
    const { accountId, unitId, unitCode, country, locale, role } = row;
    return {
      kind: 'staff',
      accountId,
      sessionId: newId(),
      unitId,
      unitCode,
      country,
      roles: [role],
      secondFactor: false,
      locale,
    };
  }
}
