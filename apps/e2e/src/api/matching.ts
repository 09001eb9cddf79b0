/** Any text of this form, inside an expected object; Jest's own matcher is typed `any`. */
export const matching = (form: RegExp): unknown => expect.stringMatching(form);
