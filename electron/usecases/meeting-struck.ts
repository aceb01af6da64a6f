import type { MeetingView } from '#shared/contract/meeting'
import type { MeetingCommand } from '#shared/domain/meeting-command'

type Strike = (text: string) => string

/** M5: what is written of her in a meeting is struck out before it is kept, where she keeps it back from everybody. */
export function struckCommand(command: MeetingCommand, strike: Strike): MeetingCommand {
  switch (command.kind) {
    case 'join':
      return { ...command, name: strike(command.name), rule: strike(command.rule) }
    case 'agree_rule':
      return { ...command, rule: strike(command.rule) }
    case 'understood':
    case 'without_her':
    case 'confidence':
    case 'close':
      return { ...command, words: strike(command.words) }
    case 'set_step':
      return { ...command, reason: strike(command.reason) }
    case 'set_line':
      return { ...command, what: strike(command.what), who: strike(command.who) }
    case 'set_paper':
      return { ...command, name: strike(command.name) }
    case 'next':
      return command.next === 'none' ? command : { ...command, next: { ...command.next, what: strike(command.next.what) } }
    case 'presence':
    case 'take_out_line':
    case 'pause':
    case 'resume':
    case 'hand_to':
    case 'retold':
    case 'copy':
      return command
  }
}

/** M5: and again when it is read, because she may have said so later. */
export const struckView = (view: MeetingView, strike: Strike): MeetingView => ({
  ...view,
  where: strike(view.where),
  withoutHer: view.withoutHer === null ? null : strike(view.withoutHer),
  steps: view.steps.map((step) => ({ ...step, reason: strike(step.reason) })),
  participants: view.participants.map((one) => ({
    ...one,
    // Our own workers' names are the office's, not hers.
    name: one.kind === 'staff' ? one.name : strike(one.name),
    rule: strike(one.rule),
    understanding: one.understanding === null ? null : strike(one.understanding),
  })),
  lines: view.lines.map((line) => ({ ...line, what: strike(line.what), who: strike(line.who) })),
  papers: view.papers.map((paper) => ({ ...paper, name: strike(paper.name) })),
  texts: {
    situation: strike(view.texts.situation),
    background: strike(view.texts.background),
    questions_1: strike(view.texts.questions_1),
    questions_2: strike(view.texts.questions_2),
    note: strike(view.texts.note),
  },
  confidence: view.confidence && { ...view.confidence, words: strike(view.confidence.words) },
  next: view.next === null || view.next === 'none' ? view.next : { ...view.next, what: strike(view.next.what) },
  closed: view.closed && { ...view.closed, words: strike(view.closed.words) },
})
