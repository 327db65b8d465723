/**
 * The four quiet colours of a state, always with a word and a sign beside them: `good` it is recorded, `waiting` something
 * is still to come, `quiet` not for you or not now, `urgent` overdue, refused, or needs you at once.
 */
export type Tone = 'good' | 'waiting' | 'quiet' | 'urgent'
