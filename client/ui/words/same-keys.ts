/**
 * The shape a translation must have: every key of the Vietnamese words, none besides. English counts one and many apart
 * (`_one`), Vietnamese does not, so each `_other` asks for its `_one` too.
 */
export type SameKeys<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : SameKeys<Words[Key]>
} & {
  readonly [Key in keyof Words as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string
}
