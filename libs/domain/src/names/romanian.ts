/** Cedilla letters came from old character sets; Romanian has only the ones with a comma below. */
const COMMA_BELOW: Readonly<Record<string, string>> = { Ş: 'Ș', ş: 'ș', Ţ: 'Ț', ţ: 'ț' };

/**
 * Romanian text with its true letters: composed (NFC), comma below instead of cedilla.
 * Only for text known to be Romanian: Turkish names, common in Dobrogea and north-east Bulgaria, keep the cedilla.
 */
export const canonicalRomanian = (text: string): string =>
  text.normalize('NFC').replace(/[ŞşŢţ]/g, (letter) => COMMA_BELOW[letter] ?? letter);
