import { SEARCHED_IDENTIFIERS } from '@soc-coop/contracts';
import { isIsoDate } from '@soc-coop/domain';
import { isJsonObject, valueAt, type JsonObject } from '@soc-coop/forms';
import { useQuery } from '@tanstack/vue-query';
import { refDebounced } from '@vueuse/core';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { OpenCasesOfPersonDocument, type SamePersonInput } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';

/** Every look is recorded, so it waits until the officer has stopped typing. */
const PAUSE_MS = 1500;
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

/** Open cases about the person being written down, beside the one it is written in. */
export const useSamePerson = (subject: MaybeRefOrGetter<JsonObject>, except: MaybeRefOrGetter<string>) => {
  // As text, so that a change elsewhere in the form is no new question.
  const wanted = computed(() => JSON.stringify(soughtPerson(toValue(subject), toValue(except))));
  const settled = refDebounced(wanted, PAUSE_MS);
  const person = computed(() => JSON.parse(settled.value) as SamePersonInput | null);
  const query = useQuery({
    queryKey: ['same-person', settled],
    queryFn: async ({ signal }) =>
      person.value === null
        ? []
        : (await request(OpenCasesOfPersonDocument, { person: person.value }, signal)).openCasesOfPerson,
    enabled: computed(() => person.value !== null),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return {
    cases: computed(() => (person.value === null ? [] : (query.data.value ?? []))),
    failed: query.isError,
    /** Changes with the person: what was put aside for one is shown for another. */
    about: settled,
  };
};
