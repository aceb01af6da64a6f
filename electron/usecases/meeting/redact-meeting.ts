import type { MeetingView } from '#shared/contract/meeting'
import type { MeetingCommand } from '#shared/domain/meeting/command'

type Redact = (text: string) => string

/** M5: what is written of her in a meeting is struck out before it is kept, where she keeps it back from everybody. */
export function redactCommand(command: MeetingCommand, redact: Redact): MeetingCommand {
  switch (command.kind) {
    case 'join':
      return { ...command, name: redact(command.name), rule: redact(command.rule) }
    case 'agree_rule':
      return { ...command, rule: redact(command.rule) }
    case 'understood':
    case 'without_her':
    case 'confidence':
    case 'close':
      return { ...command, words: redact(command.words) }
    case 'set_step':
      return { ...command, reason: redact(command.reason) }
    case 'set_line':
      return { ...command, what: redact(command.what), who: redact(command.who) }
    case 'set_paper':
      return { ...command, name: redact(command.name) }
    case 'next':
      return command.next === 'none' ? command : { ...command, next: { ...command.next, what: redact(command.next.what) } }
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
export const redactMeetingView = (view: MeetingView, redact: Redact): MeetingView => ({
  ...view,
  where: redact(view.where),
  withoutHer: view.withoutHer === null ? null : redact(view.withoutHer),
  steps: view.steps.map((step) => ({ ...step, reason: redact(step.reason) })),
  participants: view.participants.map((one) => ({
    ...one,
    // Our own workers' names are the office's, not hers.
    name: one.kind === 'staff' ? one.name : redact(one.name),
    rule: redact(one.rule),
    understanding: one.understanding === null ? null : redact(one.understanding),
  })),
  lines: view.lines.map((line) => ({ ...line, what: redact(line.what), who: redact(line.who) })),
  papers: view.papers.map((paper) => ({ ...paper, name: redact(paper.name) })),
  texts: {
    situation: redact(view.texts.situation),
    background: redact(view.texts.background),
    questions_1: redact(view.texts.questions_1),
    questions_2: redact(view.texts.questions_2),
    note: redact(view.texts.note),
  },
  confidence: view.confidence && { ...view.confidence, words: redact(view.confidence.words) },
  next: view.next === null || view.next === 'none' ? view.next : { ...view.next, what: redact(view.next.what) },
  closed: view.closed && { ...view.closed, words: redact(view.closed.words) },
})
