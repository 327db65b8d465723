declare const brand: unique symbol

/** `Brand<string, 'BallotId'>`: a string that cannot be passed where another kind of id is meant. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
