import { expect, test } from 'vitest'
import { command as handoffCommand } from '#shared/contract/handoff/handoff'
import { meetingCommand } from '#shared/contract/handoff/meeting'
import { sources } from '../support/declared-keys'

const code = sources()
  .map((one) => one.code)
  .join('\n')
const kindsOf = ({ options }: typeof handoffCommand | typeof meetingCommand): readonly string[] =>
  options.flatMap((option) => [...option.shape.kind.values])

test('every command that the office takes over the bridge has a screen that sends it', () => {
  const without = [...kindsOf(handoffCommand), ...kindsOf(meetingCommand)].filter(
    (kind) => !new RegExp(`\\bkind: [^\\n]*'${kind}'`).test(code),
  )
  expect(without).toEqual([])
})

test('that a meeting was held is no command: it follows from closing the meeting', () => {
  const held = { kind: 'meeting_held', nextAt: Date.UTC(2026, 10, 20), what: '' }
  expect(handoffCommand.safeParse(held).success).toBe(false)
})
