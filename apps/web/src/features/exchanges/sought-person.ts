import { SEARCHED_IDENTIFIERS } from '@soc-coop/contracts';
import { isIsoDate } from '@soc-coop/domain';
import { isJsonObject, valueAt, type JsonObject } from '@soc-coop/forms';
import type { SamePersonInput } from '../../gql/graphql';

/** Shorter than any number a register gives: still being typed. */
const SHORTEST_NUMBER = 5;

const text = (subject: JsonObject, path: string): string => {
  const value = valueAt(subject, path);
  return typeof value === 'string' ? value.trim() : '';
};

const numbersOf = (subject: JsonObject): NonNullable<SamePersonInput['identifiers']> => {
  const rows = valueAt(subject, 'identifiers');
  if (!Array.isArray(rows)) return [];
  return rows.filter(isJsonObject).flatMap((row) => {
    const type = SEARCHED_IDENTIFIERS.find((known) => known === row['type']);
    const value = text(row, 'value');
    return type === undefined || value.length < SHORTEST_NUMBER ? [] : [{ type, value }];
  });
};

/** What a person is looked for by, once enough is written down; null before. */
export const soughtPerson = (subject: JsonObject, except: string): SamePersonInput | null => {
  const identifiers = numbersOf(subject);
  const [familyName, givenName] = [text(subject, 'familyName'), text(subject, 'givenName')];
  const birthDate = text(subject, 'birthDate');
  const byName = familyName !== '' && givenName !== '' && isIsoDate(birthDate);
  if (identifiers.length === 0 && !byName) return null;
  return {
    except,
    ...(identifiers.length > 0 && { identifiers }),
    ...(byName && { familyName, givenName, birthDate }),
  };
};
