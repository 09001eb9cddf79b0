/** The one form of an e-mail address: no spaces around, small letters, one normal form. */
export const normalEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
