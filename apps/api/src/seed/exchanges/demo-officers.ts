import type { Country, Locale, Role } from '@soc-coop/contracts';
import type { StaffActor } from '../../platform/context';
import { newId } from '../../platform/database';
import type { Database } from '../../platform/database';
import type { DemoPerson } from '../demonstration';
import type { OfficerOf } from './seed-exchanges';

interface OfficerRow {
  readonly accountId: string;
  readonly locale: Locale;
  readonly country: Country;
  readonly unitId: string;
  readonly unitCode: string;
  readonly territory: string;
}

/** Finds the invented officers who play the scenarios. */
export class DemoOfficers {
  constructor(private readonly database: Database) {}

  /** One officer with the role and a valid certificate for each county or district that has one. */
  async load(people: readonly DemoPerson[], role: Role): Promise<OfficerOf> {
    const rows = await this.database.query<OfficerRow>(
      `select distinct on (t.territory) a.id as "accountId", a.locale, a.country, u.id as "unitId",
         u.code as "unitCode", t.territory
       from account a join membership m on m.account_id = a.id join unit u on u.id = m.unit_id
         join unit_territory t on t.unit_id = u.id
         join certificate c on c.account_id = a.id and c.kind = 'BEN' and c.expires_on >= current_date
       where m.role = $1 and a.email = any($2) order by t.territory, c.expires_on desc, a.email`,
      [role, people.map(({ email }) => email)],
    );
    const officers = new Map(rows.map((row) => [row.territory, toActor(row, role)]));
    return (territory) => {
      const officer = officers.get(territory);
      if (officer === undefined) throw new Error(`no demonstration officer works for ${territory}`);
      return officer;
    };
  }
}

const toActor = ({ accountId, locale, country, unitId, unitCode }: OfficerRow, role: Role): StaffActor => ({
  kind: 'staff',
  accountId,
  sessionId: newId(),
  unitId,
  unitCode,
  country,
  roles: [role],
  secondFactor: false,
  locale,
});
