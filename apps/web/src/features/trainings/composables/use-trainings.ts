import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  CancelEnrolmentDocument,
  CoursesDocument,
  EnrolInTrainingDocument,
  MyCertificatesDocument,
  TrainingSessionDocument,
  TrainingSessionsDocument,
  type TrainingSessionsQueryVariables,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';

export const useTrainingSessions = (variables: MaybeRefOrGetter<TrainingSessionsQueryVariables>) => {
  const query = useQuery({
    queryKey: ['training-sessions', computed(() => toValue(variables))],
    queryFn: ({ signal }) => request(TrainingSessionsDocument, toValue(variables), signal),
  });
  return { ...query, connection: computed(() => query.data.value?.trainingSessions) };
};

export const useCourses = () => {
  const query = useQuery({
    queryKey: ['courses'],
    queryFn: ({ signal }) => request(CoursesDocument, undefined, signal),
    staleTime: 3_600_000,
  });
  return { ...query, courses: computed(() => query.data.value?.courses ?? []) };
};

export const useTrainingSession = (id: MaybeRefOrGetter<string>) => {
  const query = useQuery({
    queryKey: ['training-session', computed(() => toValue(id))],
    queryFn: ({ signal }) => request(TrainingSessionDocument, { id: toValue(id) }, signal),
  });
  return { ...query, session: computed(() => query.data.value?.trainingSession ?? null) };
};

export const useMyCertificates = () => {
  const query = useQuery({
    queryKey: ['my-certificates'],
    queryFn: ({ signal }) => request(MyCertificatesDocument, undefined, signal),
  });
  return { ...query, certificates: computed(() => query.data.value?.myCertificates ?? []) };
};

/** Taking and giving back a place; the page asks again afterwards, because others do the same. */
export const useEnrolment = () => {
  const queries = useQueryClient();
  const refresh = (): void => {
    ['training-session', 'training-sessions'].forEach(
      (key) => void queries.invalidateQueries({ queryKey: [key] }),
    );
  };
  return {
    enrol: useAct(async (input: { session: string }, idempotencyKey) => {
      const result = await request(EnrolInTrainingDocument, { ...input, idempotencyKey });
      refresh();
      return result;
    }),
    cancel: useAct(async (input: { session: string }, idempotencyKey) => {
      const result = await request(CancelEnrolmentDocument, { ...input, idempotencyKey });
      refresh();
      return result;
    }),
  };
};
