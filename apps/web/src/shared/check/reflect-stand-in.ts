/**
 * class-transformer asks the runtime for design-time types, which only servers with `reflect-metadata` keep. In the
 * browser the answer is "not known": every nested input names its class itself (`@Type(() => …)`).
 */
export const reflection = Reflect as {
  getMetadata?: (key: string, target: object, property?: string) => unknown;
};
reflection.getMetadata ??= () => undefined;
