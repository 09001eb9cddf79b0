/**
 * Stand-ins for GraphQL scalars. Input classes are loaded by the browser too, where `@nestjs/graphql` is a shim
 * without `ID` and `Int` and where the `graphql` package has no business; the API maps each stand-in to its
 * scalar once (`scalarsMap`).
 */

/** An opaque identifier: GraphQL `ID`. */
export class Id {}

/** A whole number of 32 bits: GraphQL `Int`. */
export class WholeNumber {}

/** A calendar day `YYYY-MM-DD`: GraphQL `LocalDate`. */
export class LocalDay {}

/** A JSON object whose shape the field's description names: GraphQL `JSONObject`. */
export class JsonObjectValue {}
