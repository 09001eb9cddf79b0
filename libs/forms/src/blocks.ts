import type { ColumnField } from './definition';

/** The parts of the kinds that stand for several values at once; renderers and checkers read them from here. */
export const BLOCKS = {
  address: [
    {
      path: 'country',
      kind: 'country',
      label: { ro: 'Țara', bg: 'Държава', en: 'Country' },
      personalData: true,
      required: true,
    },
    {
      path: 'district',
      kind: 'text',
      label: { ro: 'Județul sau regiunea', bg: 'Област или окръг', en: 'County or district' },
      personalData: true,
      required: false,
    },
    {
      path: 'municipality',
      kind: 'text',
      label: { ro: 'Comuna, orașul sau municipiul', bg: 'Община', en: 'Municipality' },
      personalData: true,
      required: false,
    },
    {
      path: 'locality',
      kind: 'text',
      label: { ro: 'Localitatea', bg: 'Населено място', en: 'Locality' },
      personalData: true,
      required: true,
    },
    {
      path: 'street',
      kind: 'text',
      label: {
        ro: 'Strada, numărul, blocul, apartamentul',
        bg: 'Улица, номер, блок, апартамент',
        en: 'Street, number, building, flat',
      },
      personalData: true,
      required: false,
    },
    {
      path: 'postalCode',
      kind: 'text',
      maxLength: 12,
      label: { ro: 'Codul poștal', bg: 'Пощенски код', en: 'Postal code' },
      personalData: true,
      required: false,
    },
  ],
  person: [
    {
      path: 'familyName',
      kind: 'text',
      label: { ro: 'Numele de familie', bg: 'Фамилно име', en: 'Family name' },
      personalData: true,
      required: true,
    },
    {
      path: 'givenName',
      kind: 'text',
      label: { ro: 'Prenumele', bg: 'Собствено име', en: 'Given name' },
      personalData: true,
      required: true,
    },
    {
      path: 'patronymic',
      kind: 'text',
      label: { ro: 'Patronimicul (numele tatălui)', bg: 'Бащино име', en: 'Patronymic' },
      personalData: true,
      required: false,
    },
    {
      path: 'birthDate',
      kind: 'date',
      past: true,
      label: { ro: 'Data nașterii', bg: 'Дата на раждане', en: 'Date of birth' },
      personalData: true,
      required: false,
    },
  ],
  period: [
    {
      path: 'from',
      kind: 'date',
      label: { ro: 'De la', bg: 'От', en: 'From' },
      personalData: false,
      required: true,
    },
    {
      path: 'to',
      kind: 'date',
      label: { ro: 'Până la', bg: 'До', en: 'To' },
      personalData: false,
      required: false,
    },
  ],
} as const satisfies Readonly<Record<string, readonly ColumnField[]>>;

/** The kinds that are blocks of fields. */
export type BlockKind = keyof typeof BLOCKS;

export const isBlockKind = (kind: string): kind is BlockKind => Object.hasOwn(BLOCKS, kind);

/** The fields a block is made of. */
export const blockFields = (kind: BlockKind): readonly ColumnField[] => BLOCKS[kind];
