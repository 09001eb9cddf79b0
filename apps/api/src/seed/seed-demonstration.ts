import { addDays, type IsoDate, localDateIn, searchKey } from '@soc-coop/domain';
import { organisationById } from '@soc-coop/reference';
import { PasswordHasher, SECOND_FACTOR_PURPOSE, toBase32 } from '../access';
import type { SecretBox } from '../platform/crypto';
import { newId } from '../platform/database';
import { DomainError } from '../platform/errors';
import {
  demoCertificates,
  demoPassword,
  demoPeople,
  type DemoPerson,
  demoSecret,
  demoSessions,
  tuesdayFrom,
} from './demonstration';
import { DemonstrationRepository } from './demonstration.repository';
import type { Seeding } from './seeding';

/** What the launcher shows of a demonstration account. */
export interface DemoSignIn {
  readonly role: string;
  readonly unit: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret?: string;
}

/** Since when the invented people have their roles. */
const SINCE = '2025-01-15';

const signInOf = (person: DemoPerson): DemoSignIn => {
  const [{ role, unit }] = person.memberships;
  const secret = demoSecret(person);
  return {
    role,
    unit: organisationById(unit)?.shortNames[person.country === 'RO' ? 'ro' : 'bg'] ?? unit,
    email: person.email,
    password: demoPassword(person),
    ...(secret === null ? {} : { totpSecret: toBase32(secret) }),
  };
};

/** The sign-ins the launcher prints: one or two a role. */
export const demoSignIns = (): DemoSignIn[] => demoPeople.filter(({ listed }) => listed).map(signInOf);

/**
 * Loads the invented people with their certificates, and training sessions that lie ahead. People who are there
 * already keep what they have, passwords included; a series of sessions is continued when its last one has passed.
 * @throws DomainError directory.holdsRealData when people work in the database that are not invented.
 */
export const seedDemonstration = async (
  { acts, actor, database, clock }: Seeding,
  box: SecretBox,
): Promise<void> => {
  const repository = new DemonstrationRepository(database);
  await acts.perform(actor, { action: 'seed.demonstration' }, async (note) => {
    const now = clock.now();
    const today = localDateIn('Europe/Bucharest', now);
    await repository.lock();
    if (!(await repository.claim(now))) throw new DomainError('directory.holdsRealData');
    const accounts = await addPeople(repository, box, now, today);
    const sessions = await addSessions(repository, now, today);
    note.detail({ accounts, sessions });
  });
};

const addPeople = async (
  repository: DemonstrationRepository,
  box: SecretBox,
  now: Date,
  today: IsoDate,
): Promise<number> => {
  const taken = await repository.takenEmails();
  const missing = [...demoPeople.entries()].filter(([, { email }]) => !taken.has(email));
  const hashOf = onceEach(new PasswordHasher());
  for (const [index, person] of missing) {
    const id = newId();
    const secret = demoSecret(person);
    const account = {
      ...person,
      id,
      searchKey: searchKey(`${person.familyName} ${person.givenName}`),
      since: SINCE,
      passwordHash: await hashOf(demoPassword(person)),
      sealedSecret: secret === null ? null : box.seal(SECOND_FACTOR_PURPOSE, id, secret),
    };
    await repository.addAccount(account, now);
    for (const certificate of demoCertificates(person, index, today))
      await repository.addCertificate(id, certificate);
  }
  return missing.length;
};

/** Invented people of one role share a password, so its costly hash is made once. */
const onceEach = (hasher: PasswordHasher): ((password: string) => Promise<string>) => {
  const hashes = new Map<string, Promise<string>>();
  return (password) => {
    const hash = hashes.get(password) ?? hasher.turn(() => hasher.hash(password));
    hashes.set(password, hash);
    return hash;
  };
};

const addSessions = async (
  repository: DemonstrationRepository,
  now: Date,
  today: IsoDate,
): Promise<number> => {
  const accounts = await repository.takenEmails();
  let added = 0;
  for (const series of demoSessions) {
    if (await repository.hasUpcoming(series.code, today)) continue;
    const startsOn = tuesdayFrom(addDays(today, series.startsInDays));
    const session = {
      ...series,
      id: newId(),
      code: `${series.code}-${startsOn}`,
      startsOn,
      endsOn: addDays(startsOn, series.days - 1),
    };
    const enrolled = series.enrolled.flatMap((email) => accounts.get(email) ?? []);
    await repository.addSession(session, enrolled, now);
    added += 1;
  }
  return added;
};
