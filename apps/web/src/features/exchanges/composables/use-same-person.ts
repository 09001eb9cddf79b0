import type { JsonObject } from '@soc-coop/forms';
import { useQuery } from '@tanstack/vue-query';
import { refDebounced } from '@vueuse/core';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { OpenCasesOfPersonDocument, type SamePersonInput } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';
import { soughtPerson } from '../sought-person';

/** Every look is recorded, so it waits until the officer has stopped typing. */
const PAUSE_MS = 1500;
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
