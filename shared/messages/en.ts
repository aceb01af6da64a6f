import { access } from './en/record/access'
import { accompaniment } from './en/meeting/accompaniment'
import { alerts } from './en/board/alerts'
import { away } from './en/office/absence'
import { board } from './en/board/board'
import { activityLog } from './en/office/audit-log'
import { bounce } from './en/record/bounce'
import { choose } from './en/start/choose-passphrase'
import { dates } from './en/board/dates'
import { personAnswers } from './en/person/person-answers'
import { failure } from './en/failure'
import { feedback } from './en/meeting/feedback'
import { fields } from './en/office/fields'
import { frame } from './en/frame'
import { clientSummary } from './en/person/client-summary'
import { hours } from './en/record/hours'
import { createHandoff } from './en/record/create-handoff'
import { privateWords } from './en/person/withheld'
import { keys } from './en/start/keys'
import { meeting } from './en/meeting/meeting'
import { meetings } from './en/meeting/meetings'
import { mine } from './en/start/own-passphrase'
import { notices } from './en/board/notices'
import { overrides } from './en/record/overrides'
import { partners } from './en/office/partners'
import { people } from './en/person/people'
import { plan } from './en/record/contact-plan'
import { reasons } from './en/office/reasons'
import { releasePaper } from './en/person/release-paper'
import { policy } from './en/office/policy'
import { releases } from './en/person/releases'
import { record } from './en/record/record'
import { settings } from './en/office/settings'
import { setup, start } from './en/start/setup'
import { signin } from './en/start/signin'
import { staff } from './en/office/staff'
import { handoffState } from './en/board/handoff-state'
import { stay } from './en/person/stay'
import { vocabulary } from './en/vocabulary'
import { word } from './en/domain-words'
import { wording } from './en/wording'

/**
 * Everything that the screens say, in English: the source. One file a feature in `en/`, in a folder for each area, merged here; another language
 * `satisfies Messages`. Plurals end in `_one` and `_other`, values stand in `{{…}}`.
 */
export const en = {
  access,
  accompaniment,
  alerts,
  away,
  board,
  choose,
  activityLog,
  dates,
  frame,
  clientSummary,
  hours,
  createHandoff,
  meeting,
  meetings,
  mine,
  notices,
  releases,
  privateWords,
  keys,
  overrides,
  partners,
  people,
  plan,
  policy,
  settings,
  personAnswers,
  failure,
  feedback,
  fields,
  reasons,
  releasePaper,
  start,
  setup,
  signin,
  word,
  wording,
  staff,
  handoffState,
  stay,
  bounce,
  record,
  vocabulary,
} as const

type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> }
export type Messages = Wording<typeof en>
