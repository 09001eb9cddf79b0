/** What may be attached: documents, pictures of documents, tables, plain text. */
export const FILE_TYPES = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  tiff: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  text: { mediaType: 'text/plain', extensions: ['txt'] },
  csv: { mediaType: 'text/csv', extensions: ['csv'] },
} as const satisfies Readonly<
  Record<string, { readonly mediaType: string; readonly extensions: readonly string[] }>
>;
export type FileType = keyof typeof FILE_TYPES;

/** Every extension a name may end with. */
export const EXTENSIONS: readonly string[] = Object.values(FILE_TYPES).flatMap(({ extensions }) => [
  ...extensions,
]);

/** The type an extension promises; null for one that is not taken. */
export const typeOfExtension = (extension: string): FileType | null => {
  const found = Object.entries(FILE_TYPES).find(([, { extensions }]) =>
    extensions.some((known) => known === extension),
  );
  // The keys of the table are the types.
  return (found?.[0] as FileType | undefined) ?? null;
};
