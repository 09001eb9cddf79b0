/** Characters a header's token may not hold bare (RFC 8187 attr-char). */
const encode = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*!]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Tells browsers to save and never to show, under the file's own name (RFC 6266): in full for those who read
 * UTF-8, and with other scripts blotted out for those who do not.
 */
export const attachmentHeader = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encode(name)}`;
};
