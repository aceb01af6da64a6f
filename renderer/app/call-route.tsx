import { CallPage as Call } from '../features/call/CallPage'
import { HelpButtons } from './Rail'

/** The call screen at '#/meetings/<id>': without rail and search, with F1 and F2 in its head. */
export function CallRoute({ onLock }: { readonly onLock: () => void }) {
  return <Call help={<HelpButtons className="call-help" />} onLock={onLock} />
}
