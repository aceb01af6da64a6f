/** What the call screen shows beneath a step's words; a step of the shelter's own is a `check`. */
export const STEP_DOES = [
  'check',
  'permission',
  'release',
  'papers',
  'introduce',
  'situation',
  'background',
  'questions_1',
  'plan',
  'questions_2',
  'understanding',
  'risks',
  'way_back',
  'confidence',
  'retold',
  'next_meeting',
  'told',
] as const
export type StepDoes = (typeof STEP_DOES)[number]

/** Section 7: the steps of a meeting are policy. Their texts are the shelter's own; these are the ones to begin with. */
export interface MeetingStep {
  readonly text: string
  readonly required: boolean
  /** Absent: a check; in versions of before, what the step of the same text did from the beginning (`doesOf`). */
  readonly does?: StepDoes
}
export const STEP_LISTS = ['before', 'during', 'after'] as const
export type StepList = (typeof STEP_LISTS)[number]
export type MeetingSteps = Readonly<Record<StepList, readonly MeetingStep[]>>

const must = (text: string, does: StepDoes = 'check'): MeetingStep => ({ text, required: true, does })
const may = (text: string, does: StepDoes = 'check'): MeetingStep => ({ text, required: false, does })

export const SEED_MEETING_STEPS: MeetingSteps = {
  before: [
    may('Urgent tasks done'),
    must('Quiet place, no interruptions, phones aside'),
    must('Her permission, and what she wants shared and withheld', 'permission'),
    must('Release signed where required', 'release'),
    may('Papers to give and to ask for', 'papers'),
    may('Interpreter booked'),
    may('Access, cultural, childcare and travel needs arranged'),
    must('She has been told what the next worker can and cannot do'),
    must('Everyone knows the mode, time and numbers; safe time for her'),
  ],
  during: [
    must('The first worker introduces everybody, so that she does not have to tell it again', 'introduce'),
    must('Situation: what prompts the change now', 'situation'),
    must('Background: what the others need, and no more', 'background'),
    may('First round of questions, everyone', 'questions_1'),
    must('Plan: lines of action, who is responsible, by when', 'plan'),
    may('Second round of questions', 'questions_2'),
    must('Each one, she included, says in own words what happens next', 'understanding'),
    must('Deadline risks named', 'risks'),
    must('She has a name and a safe way to reach us', 'way_back'),
  ],
  after: [
    must('Her confidence to go on alone, 1 to 5, in her own words', 'confidence'),
    must('How often she had to retell her story in this handoff', 'retold'),
    must('Next meeting and who leads', 'next_meeting'),
    may('Papers still missing', 'papers'),
    may('What was disclosed goes to the log of the release', 'told'),
  ],
}

const SEEDED: ReadonlyMap<string, StepDoes> = new Map(
  STEP_LISTS.flatMap((list) => SEED_MEETING_STEPS[list].map(({ text, does = 'check' }) => [text, does] as const)),
)
/** What a step shows: its own, else what the step of the same words did from the beginning, else a check. */
export const doesOf = ({ text, does }: MeetingStep): StepDoes => does ?? SEEDED.get(text) ?? 'check'
