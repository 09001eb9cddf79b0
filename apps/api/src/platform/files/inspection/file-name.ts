import { typeOfExtension } from './file-types';

/** Longest name kept, in characters; what is longer loses its middle, never its extension. */
export const NAME_LENGTH = 120;
/** No file system gives longer paths. */
const LONGEST_GIVEN = 4096;

/**
 * Characters that lie about a name: controls, marks of direction (a name that reads `cod.exe` backwards), invisible
 * ones, and those that mean something to file systems and shells.
 */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*`$]/gu;
/** Names Windows keeps for devices, with whatever extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name split at its last point; the extension in lower case. */
export const splitName = (name: string): { readonly stem: string; readonly extension: string } => {
  const at = name.lastIndexOf('.');
  return at <= 0
    ? { stem: name, extension: '' }
    : { stem: name.slice(0, at), extension: name.slice(at + 1).toLowerCase() };
};

const shorten = (stem: string, room: number): string => {
  const letters = [...stem];
  if (letters.length <= room) return stem;
  const head = Math.ceil((room - 1) / 2);
  return `${letters.slice(0, head).join('')}…${letters.slice(letters.length - (room - 1 - head)).join('')}`;
};

/**
 * The name a file is kept and shown under: last part of a path, composed letters (NFC), nothing invisible, no turn
 * of direction. Null where nothing usable is left, or the extension is not one that is taken.
 */
export const cleanName = (given: string): string | null => {
  if (!given.isWellFormed() || given.length > LONGEST_GIVEN) return null;
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const name = last.replace(FORBIDDEN, '').replace(/\s+/gu, ' ').trim();
  const { stem, extension } = splitName(name);
  const kept = stem.replace(/^[.\s]+|[.\s]+$/gu, '');
  if (kept === '' || DEVICE.test(kept) || typeOfExtension(extension) === null) return null;
  return `${shorten(kept, NAME_LENGTH - extension.length - 1)}.${extension}`;
};

/** Extensions before the last that promise a program: `invoice.exe.pdf` is a trick, whatever it holds. */
const PROGRAM =
  /\.(exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|vbe|wsf|hta|ps1|jar|lnk|html?|svg|php|sh|docm|xlsm)(\.|$)/i;

/** True where a name pretends to be another kind of file than it is. */
export const isDeceptive = (name: string): boolean => PROGRAM.test(splitName(name).stem);
