/** What the call screen shows beneath a step's words; a step of the shelter's own is a `check`. */
export const STEP_KINDS = [
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
export type StepKind = (typeof STEP_KINDS)[number]

/** Section 7: the steps of a meeting are policy. Their texts are the shelter's own; these are the ones to begin with. */
export interface MeetingStep {
  readonly text: string
  readonly required: boolean
  /** Absent: a check; in versions of before, what the step of the same text did from the beginning (`doesOf`). */
  readonly does?: StepKind
}
export const STEP_LISTS = ['before', 'during', 'after'] as const
export type StepList = (typeof STEP_LISTS)[number]
export type MeetingSteps = Readonly<Record<StepList, readonly MeetingStep[]>>

const requiredStep = (text: string, does: StepKind = 'check'): MeetingStep => ({ text, required: true, does })
const optionalStep = (text: string, does: StepKind = 'check'): MeetingStep => ({ text, required: false, does })

export const SEED_MEETING_STEPS: MeetingSteps = {
  before: [
    optionalStep('Urgent tasks done'),
    requiredStep('Quiet place, no interruptions, phones aside'),
    requiredStep('Her permission, and what she wants shared and withheld', 'permission'),
    requiredStep('Release signed where required', 'release'),
    optionalStep('Papers to give and to ask for', 'papers'),
    optionalStep('Interpreter booked'),
    optionalStep('Access, cultural, childcare and travel needs arranged'),
    requiredStep('She has been told what the next worker can and cannot do'),
    requiredStep('Everyone knows the mode, time and numbers; safe time for her'),
  ],
  during: [
    requiredStep('The first worker introduces everybody, so that she does not have to tell it again', 'introduce'),
    requiredStep('Situation: what prompts the change now', 'situation'),
    requiredStep('Background: what the others need, and no more', 'background'),
    optionalStep('First round of questions, everyone', 'questions_1'),
    requiredStep('Plan: lines of action, who is responsible, by when', 'plan'),
    optionalStep('Second round of questions', 'questions_2'),
    requiredStep('Each one, she included, says in own words what happens next', 'understanding'),
    requiredStep('Deadline risks named', 'risks'),
    requiredStep('She has a name and a safe way to reach us', 'way_back'),
  ],
  after: [
    requiredStep('Her confidence to go on alone, 1 to 5, in her own words', 'confidence'),
    requiredStep('How often she had to retell her story in this handoff', 'retold'),
    requiredStep('Next meeting and who leads', 'next_meeting'),
    optionalStep('Papers still missing', 'papers'),
    optionalStep('What was disclosed goes to the log of the release', 'told'),
  ],
}

const SEED_STEP_KINDS: ReadonlyMap<string, StepKind> = new Map(
  STEP_LISTS.flatMap((list) => SEED_MEETING_STEPS[list].map(({ text, does = 'check' }) => [text, does] as const)),
)
/** What a step shows: its own, else what the step of the same words did from the beginning, else a check. */
export const getStepKind = ({ text, does }: MeetingStep): StepKind => does ?? SEED_STEP_KINDS.get(text) ?? 'check'
