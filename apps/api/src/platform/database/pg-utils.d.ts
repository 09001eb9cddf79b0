/** How the driver puts a value on the wire; part of the package, without types of its own. */
declare module 'pg/lib/utils.js' {
  export const prepareValue: (value: unknown) => string | Buffer | null;
}
