import type { Locale } from '@soc-coop/contracts';
import { useQueryClient } from '@tanstack/vue-query';
import { CreateUnitDocument, UpdateUnitDocument } from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import type { UnitValues } from '../unit-form';

const shared = ({ name, shortName, territories, competences, languages, contactPoints }: UnitValues) => ({
  name,
  shortName,
  territories,
  competences,
  languages: languages as Locale[],
  contactPoints: contactPoints.map(({ kind, value, note }) => ({
    kind,
    value: value.trim(),
    note: note.trim() || null,
  })),
});

/** Creating and changing a unit. */
export const useUnitActs = () => {
  const queries = useQueryClient();
  const refresh = async (): Promise<void> => {
    await Promise.all(
      ['units', 'unit', 'unit-options', 'find-units'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
  return {
    create: useAct(async (values: UnitValues, idempotencyKey) => {
      const { code, country, kind, parent } = values;
      const { createUnit } = await request(CreateUnitDocument, {
        input: { ...shared(values), code, country, kind, parent: parent || null, idempotencyKey },
      });
      await refresh();
      return createUnit;
    }),
    update: useAct(async (input: { id: string; version: number; values: UnitValues }, idempotencyKey) => {
      const { id, version, values } = input;
      const { updateUnit } = await request(UpdateUnitDocument, {
        input: { ...shared(values), id, version, active: values.active, idempotencyKey },
      });
      await refresh();
      return updateUnit;
    }),
  };
};
