/** Section 7: the steps of a meeting are policy. Their texts are the shelter's own; these are the ones to begin with. */
export interface MeetingStep {
  readonly text: string
  readonly required: boolean
}
export const STEP_LISTS = ['before', 'during', 'after'] as const
export type StepList = (typeof STEP_LISTS)[number]
export type MeetingSteps = Readonly<Record<StepList, readonly MeetingStep[]>>

const must = (text: string): MeetingStep => ({ text, required: true })
const may = (text: string): MeetingStep => ({ text, required: false })

export const SEED_MEETING_STEPS: MeetingSteps = {
  before: [
    may('Urgent tasks done'),
    must('Quiet place, no interruptions, phones aside'),
    must('Her permission, and what she wants shared and withheld'),
    must('Release signed where required'),
    may('Papers to give and to ask for'),
    may('Interpreter booked'),
    may('Access, cultural, childcare and travel needs arranged'),
    must('She has been told what the next worker can and cannot do'),
    must('Everyone knows the mode, time and numbers; safe time for her'),
  ],
  during: [
    must('The first worker introduces everybody, so that she does not have to tell it again'),
    must('Situation: what prompts the change now'),
    must('Background: what the others need, and no more'),
    may('First round of questions, everyone'),
    must('Plan: lines of action, who is responsible, by when'),
    may('Second round of questions'),
    must('Each one, she included, says in own words what happens next'),
    must('Deadline risks named'),
    must('She has a name and a safe way to reach us'),
  ],
  after: [
    must('Her confidence to go on alone, 1 to 5, in her own words'),
    must('How often she had to retell her story in this handoff'),
    must('Next meeting and who leads'),
    may('Papers still missing'),
    may('What was disclosed goes to the log of the release'),
  ],
}
