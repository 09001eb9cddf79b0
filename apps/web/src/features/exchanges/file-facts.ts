import type { Locale } from '@soc-coop/contracts';

/** What the server takes; it looks at the content and has the last word. */
export const TAKEN = [
  'pdf',
  'png',
  'jpg',
  'jpeg',
  'tif',
  'tiff',
  'docx',
  'xlsx',
  'odt',
  'txt',
  'csv',
] as const;

/** Bytes as people say them. */
export const fileSize = (locale: Locale, bytes: number): string => {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000)));
};

/** The kind of a file as its name ends; without a name the end of its media type. */
export const fileKind = (name: string | null | undefined, mediaType: string): string => {
  const at = name?.lastIndexOf('.') ?? -1;
  return (name && at > 0 ? name.slice(at + 1) : (mediaType.split('/').at(-1) ?? '')).toUpperCase();
};

/** Where a file's bytes are. */
export const fileAddress = (id: string): string => `/api/v1/files/${id}`;
