/**
 * What anybody may type into a sign-in form, as PostgreSQL takes it: U+0000 fits no text, and a lone surrogate is no UTF-8.
 * Both become U+FFFD, so that nothing an outsider sends can make a query fail.
 */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')
