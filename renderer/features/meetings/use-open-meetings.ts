import { useOffice } from '../../office'

/** How many meetings are open, for the rail; nothing where none is. */
export const useOpenMeetings = (): number | undefined => useOffice('meeting.list', {}).value?.open.length || undefined
