import { demoMembers } from './demo-people.ts'

/** Members whom open ballots leave alone: whoever tries the demonstration answers for them. */
export const leftForTrying: readonly string[] = demoMembers.flatMap(({ account, isForTrying }) =>
  isForTrying ? [account] : [],
)
